/** A self-thread as a tree. */
export const tree: string = /* css */ `@layer pages {
  /* the tree: a chain runs straight, only a branch steps in */
  .tree { position: relative; margin-block-start: var(--space-5); }
  .tree ol { display: grid; gap: var(--space-5); }
  .tree li { position: relative; padding-inline-start: 1.75rem; }
  .tree li::before { content: ""; position: absolute; inset-block: 0.75em calc(-1 * var(--space-5) - 0.75em); inset-inline-start: 0.3rem; border-inline-start: 1px solid var(--heat-2); }
  .tree li:last-child::before { display: none; }
  .tree li::after { content: ""; position: absolute; inset-block-start: 0.5em; inset-inline-start: 0; inline-size: 0.65rem; block-size: 0.65rem; border: 2px solid var(--heat-3); border-radius: 50%; background: var(--paper); }
  .tree li.here::after { background: var(--heat-3); }
  .tree .when { font-size: var(--size--2); color: var(--ink-2); }
  .tree .when a { color: inherit; text-decoration-color: transparent; display: inline-block; padding-block: 0.3em; }
  .tree .when a:hover { color: var(--accent); text-decoration-color: currentColor; }
  .tree .branch { margin-block-start: var(--space-4); padding-inline-start: var(--space-4); border-inline-start: 1px dashed var(--heat-2); }
  .tree .branch > p { font-size: var(--size--2); color: var(--ink-2); margin-block-end: var(--space-2); }
  .tree .stub { color: var(--ink-2); }
}`;
