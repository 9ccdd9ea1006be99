/** The box a content warning folds its post into. */
export const warning: string = /* css */ `@layer parts {
  /* content warning */
  .cw { border: 1px solid var(--line); border-radius: var(--radius); }
  .cw > * { padding-inline: var(--space-4); }
  .cw > summary { outline-offset: -3px; display: flex; align-items: baseline; gap: var(--space-3); min-block-size: var(--target); padding-block: var(--space-2); list-style: none; }
  .cw > summary::-webkit-details-marker { display: none; }
  .cw .hint { margin-inline-start: auto; font-size: var(--size--1); color: var(--accent); text-decoration: underline 1px var(--accent-soft); text-underline-offset: 0.2em; white-space: nowrap; }
  .cw summary:hover .hint { text-decoration-color: currentColor; }
  .cw > summary > .p-summary { min-inline-size: 0; overflow-wrap: anywhere; }
  .cw .label { white-space: nowrap; }
  .cw > :not(summary) { padding-block-end: var(--space-4); }
  details[open] > summary .if-closed, details:not([open]) > summary .if-open { display: none; }
  @container words (max-width: 26rem) { .cw > summary { flex-wrap: wrap; row-gap: 0; } .cw .label { flex-basis: 100%; } }
}`;
