/** Ways on by year and month: the rail of wide pages. */
export const jump: string = /* css */ `@layer parts {
  /* ways on, by year and month */
  .jump { font-size: var(--size--1); padding-block: var(--space-5); }
  .jump h2 { font: var(--size--1) / 1.4 var(--sans); color: var(--ink-2); margin-block-end: var(--space-2); }
  .jump .years { display: grid; grid-template-columns: repeat(auto-fill, minmax(3.6rem, 1fr)); }
  .jump a { display: flex; align-items: center; min-block-size: 2.25rem; gap: var(--space-2); color: var(--ink-2); text-decoration-color: transparent; font-variant-numeric: tabular-nums; }
  .jump a:hover { color: var(--accent); text-decoration-color: currentColor; }
  .jump a[aria-current] { color: var(--ink); text-decoration: underline 2px var(--accent); text-underline-offset: 0.35em; }
  .jump .months { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); column-gap: var(--space-5); margin-block-end: var(--space-5); }
  .jump .months a { display: grid; grid-template-columns: 5.2em 1fr 2.2em; }
  .jump .months svg { inline-size: 100%; block-size: 0.4rem; }
  @media (max-width: 43.99rem) { .jump .months a { grid-template-columns: 1fr auto; } .jump .months svg { display: none; } }
  .jump .n { text-align: end; font-size: var(--size--2); }
  @media (min-width: 72rem) {
    .jump { padding-block: 0; }
    .jump .months { grid-template-columns: 1fr; }
    .jump .months a { min-block-size: 1.75rem; }
    .jump .years { grid-template-columns: repeat(3, 1fr); }
    .to-jump { display: none; }
  }
}`;
