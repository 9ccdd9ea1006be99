/** Earlier and later, by name. */
export const turn: string = /* css */ `@layer parts {
  /* earlier and later */
  .turn { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--space-5); border-block-start: 1px solid var(--line); margin-block-start: var(--space-6); padding-block-start: var(--space-4); }
  .turn a { display: block; padding-block: var(--space-2); text-decoration: none; color: inherit; }
  .turn a:hover .to { text-decoration: underline 2px var(--accent); text-underline-offset: 0.2em; }
  .turn .to { display: block; font: var(--size-1) / 1.3 var(--serif); color: var(--accent); text-align: -webkit-match-parent; text-align: match-parent; }
  .turn .later { text-align: end; }
}`;
