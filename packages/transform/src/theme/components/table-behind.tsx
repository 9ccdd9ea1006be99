import type { ComponentChildren, JSX } from "preact";

/** The numbers of a chart as a table that is opened on demand, and scrolls where it is wider than the page. */
export function TableBehind({
  summary,
  label,
  children,
}: {
  readonly summary: string;
  /** What the table is of, for who does not see the chart. */
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="behind">
      <summary>{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={label}>
        <table class="table">{children}</table>
      </section>
    </details>
  );
}
