/** The head of a page: path, title, sums in words, what to show. */
export const pageHead: string = /* css */ `@layer parts {
  .head { margin-block: var(--space-6) var(--space-6); }
  .head .path { font-size: var(--size--1); color: var(--ink-2); margin-block-end: var(--space-2); }
  .head .lede { margin-block-start: var(--space-4); color: var(--ink-2); }
  .head .lede b { font-weight: 400; color: var(--ink); }
  .label { font-size: var(--size--1); color: var(--ink-2); font-family: var(--sans); line-height: 1.4; }
  h2.section { margin-block: var(--space-7) var(--space-5); }
  .head + h2.section { margin-block-start: 0; }

  .checks { display: flex; flex-wrap: wrap; gap: 0 var(--space-5); margin: var(--space-4) 0 0; padding: 0; border: 0; font-size: var(--size--1); }
  .checks label { display: inline-flex; align-items: center; gap: var(--space-2); min-block-size: var(--target); cursor: pointer; }
  .checks legend { float: inline-start; padding: 0; margin-inline-end: var(--space-1); min-block-size: var(--target); display: inline-flex; align-items: center; color: var(--ink-2); }
}`;
