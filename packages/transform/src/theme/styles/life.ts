/** The life of the account: a row for each year, a cell for each week. */
export const life: string = /* css */ `@layer pages {
  .life { display: grid; gap: 0; margin-block-start: var(--space-5); }
  .frame > .life { grid-column: wide; }
  .life li > a, .life .months-head { display: grid; grid-template-columns: 3rem minmax(0, 1fr); align-items: center; min-block-size: 1.75rem; color: inherit; text-decoration: none; font-variant-numeric: tabular-nums; }
  .life .y { font-size: var(--size--1); }
  .life .n { display: none; font-size: var(--size--2); color: var(--ink-2); text-align: end; }
  .life li > a:hover .y { color: var(--accent); text-decoration: underline; }
  .life svg { inline-size: 100%; block-size: 1rem; transition: block-size var(--quick); }
  .life li > a:hover svg { block-size: 1.375rem; }
  .life .months-head { font-size: var(--size--2); color: var(--ink-2); min-block-size: 1.25rem; }
  .life .months-head > span:last-child { grid-column: 2; display: grid; grid-template-columns: repeat(12, 1fr); }
  .long { display: none; }
  @media (min-width: 44rem) {
    .life li > a, .life .months-head { grid-template-columns: var(--gutter) var(--gap) minmax(0, 1fr) 4.5rem; min-block-size: 1.875rem; }
    .life .y { text-align: end; font: var(--size-0) / 1 var(--serif); font-variant-numeric: oldstyle-nums; }
    .life svg, .life .months-head > span:last-child { grid-column: 3; }
    .life .n { display: block; grid-column: 4; }
    .long { display: inline; }
    .short { display: none; }
  }
  /* Its short names are whole words. */
  @media (max-width: 71.99rem) { :lang(ar) .long { display: none; } :lang(ar) .short { display: inline; } }
  .frame > .of-year { grid-column: gutter-start / text-end; margin-block-start: 0; }
  .of-year li > a { grid-template-columns: 5.5rem minmax(0, 1fr) 2.5rem; }
  .of-year .n { display: block; }
  @media (min-width: 44rem) { .of-year li > a { grid-template-columns: var(--gutter) var(--gap) minmax(0, 1fr) 2.75rem; } }
  h2.section + .day { border-block-start: 0; padding-block-start: 0; }
}`;
