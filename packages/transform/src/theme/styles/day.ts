/** A day: its numeral in the gutter, its posts beside it. */
export const day: string = /* css */ `@layer parts {
  /* a day */
  .day { border-block-start: 1px solid var(--line); padding-block: var(--space-5) var(--space-6); }
  .day > h2:not(.vh) { grid-column: 1; grid-row: 1; align-self: start; justify-self: start; position: sticky; inset-block-start: var(--space-5); line-height: 1; }
  .day > h2 a { display: block; color: inherit; text-decoration: none; }
  .day > h2 a:hover .num { color: var(--accent); }
  .day .num { display: block; font-size: var(--size-3); line-height: 0.95; font-variant-numeric: oldstyle-nums; }
  .day .wd { display: block; margin-block-start: var(--space-1); font: var(--size--2) / 1.4 var(--sans); color: var(--ink-2); }
  .day > .posts { grid-column: 1 / -1; grid-row: 1; display: grid; gap: var(--space-6); pointer-events: none; }
  /* The numeral passes by all posts of its day: it keeps a part of the gutter for itself. */
  @media (min-width: 44rem) {
    .day { --numeral: 3rem; }
    .day > h2:not(.vh) { max-inline-size: var(--numeral); }
    .day .post > .facts { padding-inline-start: var(--numeral); overflow-wrap: normal; }
  }
  @media (min-width: 72rem) { .day { --numeral: 4rem; } }
  .day > .posts > * { pointer-events: none; }
  .day > .posts .facts > *, .day > .posts .words { pointer-events: auto; }
  @media (max-width: 43.99rem) {
    .day > h2:not(.vh), .day > .posts { grid-column: 3; grid-row: auto; }
    .day > h2:not(.vh) { position: static; margin-block-end: var(--space-4); }
    .day > h2 a > [aria-hidden] { display: flex; align-items: baseline; gap: var(--space-2); }
    .day .wd { font-size: var(--size--1); margin: 0; }
  }
}`;
