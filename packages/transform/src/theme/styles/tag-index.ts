/** The index of tags: letters, dotted leaders, counts. */
export const tagIndex: string = /* css */ `@layer pages {
  .top-tags { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0 var(--space-6); }
  .index { columns: 14rem; column-gap: var(--space-6); }
  .index section { break-inside: avoid; margin-block-end: var(--space-5); }
  .index h3 { color: var(--accent); margin-block-end: var(--space-1); }
  .leader a { display: flex; align-items: baseline; gap: 0.4em; min-block-size: 2rem; color: inherit; text-decoration: none; }
  .leader a::after { content: ""; order: 1; flex: 1; border-block-end: 2px dotted var(--line); min-inline-size: 1em; transform: translateY(-0.2em); }
  .leader .name { min-inline-size: 0; overflow-wrap: anywhere; }
  .leader a:hover .name { color: var(--accent); text-decoration: underline; }
  .leader .n { order: 2; font-variant-numeric: tabular-nums; color: var(--ink-2); font-size: var(--size--1); }
}`;
