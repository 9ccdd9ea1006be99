/** Running text of the site’s own pages. */
export const prose: string = /* css */ `@layer pages {
  /* prose */
  .prose > * + * { margin-block-start: 0.9em; }
  .prose > h2 { margin-block: 1.6em 0.5em; font-size: var(--size-2); }
  .prose > ul { padding-inline-start: 1.2em; list-style: disc; font-family: var(--serif); font-size: 1.06em; }
  .prose > ul > li + li { margin-block-start: 0.5em; }
  .prose > p { font-family: var(--serif); font-size: 1.06em; }
}`;
