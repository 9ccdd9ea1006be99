/** A quoted post as a card. */
export const quote: string = /* css */ `@layer parts {
  /* quote */
  .quote { border: 1px solid var(--line); border-radius: var(--radius); padding: var(--space-4) var(--space-5); background: var(--paper-2); font-size: var(--size--1); }
  .quote > * + * { margin-block-start: var(--space-2); }
  .quote .by { color: var(--ink-2); }
  .quote .by a { color: inherit; }

  .more { font-size: var(--size--1); }
  .more a, .more-link { display: inline-block; padding-block: 0.35em; }
}`;
