/** Posts of one’s own thread, tied together by a line. */
export const run: string = /* css */ `@layer parts {
  /* posts of one's own thread, tied together */
  .run { display: grid; gap: var(--space-5); position: relative; }
  .run::before { content: ""; position: absolute; inset-block: 0.7em 0.4em; inset-inline-start: calc(var(--gutter) + var(--gap) / 2 - 0.5px); border-inline-start: 1px solid var(--heat-2); }
  @media (max-width: 43.99rem) {
    .run { padding-inline-start: var(--space-4); }
    .run::before { inset-inline-start: 0; }
  }
}`;
