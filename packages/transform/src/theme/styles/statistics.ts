/** Charts: the drawing stretches, its labels are HTML. */
export const statistics: string = /* css */ `@layer pages {
  .chart { margin-block: 0 var(--space-7); }
  .frame > .chart { grid-column: text-start / wide-end; }
  .chart h2 { margin-block-end: var(--space-1); }
  .chart figcaption > p { color: var(--ink-2); margin-block-end: var(--space-4); max-inline-size: var(--measure); }
  .chart .table { max-inline-size: 44rem; }
  .plot { display: grid; grid-template-columns: minmax(2.6rem, auto) minmax(0, 1fr); }
  .plot > svg { grid-column: 2; inline-size: 100%; }
  .plot .y-axis { display: flex; flex-direction: column; justify-content: space-between; text-align: end; padding-inline-end: var(--space-2); font-size: var(--size--2); line-height: 1; color: var(--ink-2); font-variant-numeric: tabular-nums; }
  .plot .y-axis span { line-height: 1; white-space: nowrap; }
  .plot .y-axis.rows { justify-content: space-around; }
  /* Without a height of their own: each name stands in the middle of its row, however low the drawing is. */
  .plot .y-axis.rows span { display: flex; block-size: 0; align-items: center; justify-content: flex-end; }
  @media (max-width: 43.99rem) { .plot .y-axis.rows span:nth-child(even) { visibility: hidden; } }
  .plot .x-axis { grid-column: 2; display: flex; justify-content: space-between; font-size: var(--size--2); color: var(--ink-2); padding-block-start: var(--space-1); font-variant-numeric: tabular-nums; }
  .tall { block-size: 13rem; }
  .gridline { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; fill: none; }
}`;
