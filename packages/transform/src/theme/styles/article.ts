/** A thread as one article, and its table of contents. */
export const article: string = /* css */ `@layer pages {
  .article { font: clamp(1.125rem, 1.08rem + 0.2vw, 1.25rem) / 1.62 var(--serif); }
  .article .seg + .seg { margin-block-start: 1.25em; }
  .article .seg { display: grid; grid-template-columns: var(--gutter) var(--gap) minmax(0, 1fr); }
  .article .seg > * { grid-column: 3; }
  .article .seg > .at { grid-column: 1; grid-row: 1 / span 9; text-align: end; font: var(--size--2) / 1.4 var(--sans); font-variant-numeric: tabular-nums; }
  .article .at a { color: var(--ink-2); text-decoration-color: transparent; display: inline-block; padding: 0.5em 0 0.5em 0.8em; }
  .article .at a:hover { color: var(--accent); text-decoration-color: currentColor; }
  .article h2 { margin-block: 0.9em 0.5em; }
  .article .seg:first-of-type h2 { margin-block-start: 0; }
  .article .seg:has(h2) > .at { grid-row: 2 / span 9; }
  .article .e-content > * + * { margin-block-start: 0.8em; }
  .article .words > :not(.e-content) { font-family: var(--sans); }
  .frame > .article + .label { margin-block-start: var(--space-6); }
  @media (max-width: 43.99rem) { .article .seg > .at { display: none; } }
  .toc { font-size: var(--size--1); }
  .toc h2 { font: var(--size--1) / 1.4 var(--sans); color: var(--ink-2); margin-block-end: var(--space-1); }
  .toc a { display: block; padding-block: 0.32em; color: var(--ink); text-decoration-color: transparent; line-height: 1.35; }
  .toc a:hover { color: var(--accent); text-decoration-color: currentColor; }
  .frame > .toc { border-block: 1px solid var(--line); padding-block: var(--space-4); margin-block-end: var(--space-6); }
  @media (min-width: 72rem) { .frame > .toc { border: 0; padding: 0; margin: var(--space-2) 0 0; grid-row: 2 / span 3; } }
  @media print { .toc { display: none; } .seg { break-inside: avoid; } }
}`;
