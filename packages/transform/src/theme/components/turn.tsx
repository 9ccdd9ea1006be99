import type { JSX } from "preact";
import type { Page } from "../site.js";

/** A page one can turn to, with what it is called. */
export interface TurnTo {
  readonly path: string;
  readonly text: string;
  readonly lang?: string | null;
}

/** Earlier and later by name and not by arrow, so that nothing has to be mirrored. */
export function Turn({
  page,
  earlier,
  later,
}: {
  readonly page: Page;
  readonly earlier: TurnTo | null;
  readonly later: TurnTo | null;
}): JSX.Element | null {
  const { strings } = page.site;
  if (earlier === null && later === null) return null;
  return (
    <nav class="turn" aria-label={strings.earlierAndLater}>
      {earlier === null ? null : <Way page={page} to={earlier} rel="prev" label={strings.earlier} />}
      {later === null ? null : <Way page={page} to={later} rel="next" label={strings.later} />}
    </nav>
  );
}

function Way({
  page,
  to,
  rel,
  label,
}: {
  readonly page: Page;
  readonly to: TurnTo;
  readonly rel: "prev" | "next";
  readonly label: string;
}): JSX.Element {
  return (
    <a rel={rel} class={rel === "next" ? "later" : undefined} href={page.href(to.path)}>
      <span class="label">{label}</span>{" "}
      <span class="to" lang={to.lang ?? undefined} dir="auto">
        {to.text}
      </span>
    </a>
  );
}
