import type { JSX } from "preact";
import type { HeatLevel, HeatRow } from "../heat.js";

const STEP = 10;
const CELL = 8;
const HEIGHT = 16;
const LEVELS: readonly HeatLevel[] = [0, 1, 2, 3, 4];

/** One row of a heatmap: a path for each level and not a shape for each cell, which is a tenth of the bytes. */
export function HeatCells({
  row,
  columns,
  scale,
}: {
  readonly row: HeatRow;
  readonly columns: number;
  readonly scale: (value: number) => HeatLevel;
}): JSX.Element {
  const levels = row.map((value) => (value === null ? null : scale(value)));
  const paths = LEVELS.flatMap((level) => {
    const cells = levels.flatMap((at, index) => (at === level ? [index] : []));
    if (cells.length === 0) return [];
    const d = cells.map((index) => `M${index * STEP} 0h${CELL}v${HEIGHT}h-${CELL}z`).join("");
    return [<path class={`h${level}`} d={d} />];
  });
  return (
    <svg
      viewBox={`0 0 ${columns * STEP - 2} ${HEIGHT}`}
      preserveAspectRatio="none"
      class="grows"
      aria-hidden="true"
    >
      {paths}
    </svg>
  );
}

/** What the five colours mean. */
export function HeatLegend({ fewer, more }: { readonly fewer: string; readonly more: string }): JSX.Element {
  return (
    <p class="legend">
      <span>
        {fewer}{" "}
        <svg width="82" height="12" viewBox="0 0 82 12" class="grows" aria-hidden="true">
          {LEVELS.map((level) => (
            <rect class={`h${level}`} x={level * 17} width="14" height="12" />
          ))}
        </svg>{" "}
        {more}
      </span>
    </p>
  );
}
