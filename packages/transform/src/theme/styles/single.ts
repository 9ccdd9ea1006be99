/** The page of one post. */
export const single: string = /* css */ `@layer pages {
  /* one post */
  .single { margin-block-start: var(--space-6); }
  .single .by { display: flex; align-items: center; gap: var(--space-3); margin-block-end: var(--space-5); }
  .single .by img { inline-size: 3rem; block-size: 3rem; border-radius: var(--radius); }
  .single .by p { line-height: 1.3; }
  .single .by .handle { color: var(--ink-2); font-size: var(--size--1); }
  .single h1 a, .single .by a.u-url:not(.p-name) { color: inherit; text-decoration-color: transparent; }
  .single :is(h1, .handle) a.u-url:hover { color: var(--accent); text-decoration-color: currentColor; }
  .single h1 { font: var(--size--1) / 1.4 var(--sans); letter-spacing: 0; color: var(--ink-2); }
  .single .words > .e-content { font-size: var(--size-1); line-height: 1.5; }
  .single .words > .e-content:lang(ar) { line-height: 1.85; }
  .single .after { font-size: var(--size--1); color: var(--ink-2); display: flex; flex-wrap: wrap; gap: 0 1ch; padding-block-start: var(--space-4); border-block-start: 1px solid var(--line); margin-block-start: var(--space-5); }
  .single .after > :not(:last-child)::after { content: "·"; margin-inline-start: 1ch; }
}`;
