/** The page of one post. */
export const single: string = /* css */ `@layer pages {
  /* one post */
  .single { margin-block-start: var(--space-6); }
  .single .by { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; margin-block-end: var(--space-5); }
  .single .by > .h-card { display: contents; }
  .single .by > :not(.h-card), .single .by p { grid-column: 2; }
  .single .by img { grid-row: 1 / span 2; inline-size: 3rem; block-size: 3rem; margin-inline-end: var(--space-3); border-radius: var(--radius); }
  .single .by p { line-height: 1.3; }
  .single .by .handle { color: var(--ink-2); font-size: var(--size--1); }
  .single h1 a, .single .by a.u-url:not(.p-name) { color: inherit; text-decoration-color: transparent; }
  .single :is(h1, .handle) a.u-url:hover { color: var(--accent); text-decoration-color: currentColor; }
  .single h1 { font: var(--size--1) / 1.4 var(--sans); letter-spacing: 0; color: var(--ink-2); }
  .single h1.titled { font: 400 var(--size-2) / var(--leading-tight) var(--serif); color: var(--ink); }
  .single .words > .e-content { font-size: var(--size-1); line-height: 1.5; }
  .single .words > .e-content:lang(ar) { line-height: 1.85; }
  .single .after { font-size: var(--size--1); color: var(--ink-2); display: flex; flex-wrap: wrap; gap: 0 2.5ch; padding-block-start: var(--space-4); border-block-start: 1px solid var(--line); margin-block-start: var(--space-5); }
  /* Each dot stands in the gap before its word: that of a line's first word lies outside, and is cut off. */
  .single .after { clip-path: inset(-0.5rem -0.75ch); }
  .single .after > * + * { position: relative; }
  .single .after > * + *::before { content: "·"; position: absolute; inset-inline-start: -2.5ch; inline-size: 2.5ch; text-align: center; }
  .event { font-size: var(--size--1); display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--space-1) var(--space-4); }
  .event > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; }
  .event dt { color: var(--ink-2); }
  .history { font-size: var(--size--1); margin-block-start: var(--space-5); }
  .history > ol { margin-block-start: var(--space-2); padding-inline-start: var(--space-4); border-inline-start: 1px solid var(--line); }
  .history li { padding-block: var(--space-2); }
}`;
