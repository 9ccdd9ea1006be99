/** The search page. */
export const search: string = /* css */ `@layer pages {
  .search-form :is(input:not([type="checkbox"]), select, button) { min-block-size: var(--target); padding-inline: var(--space-3); border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--paper); color: inherit; font: inherit; }
  .search-form [hidden], #search[hidden] { display: none; }
  .search-box { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--space-2); }
  .search-box label { grid-column: 1 / -1; }
  .search-box input { inline-size: 100%; }
  .search-box button { cursor: pointer; }
  .search-form .label { margin-block: var(--space-2) 0; }
  .filters { display: flex; flex-wrap: wrap; gap: var(--space-3) var(--space-4); align-items: end; margin-block-start: var(--space-4); font-size: var(--size--1); }
  .filters > div { flex: 1 1 9rem; min-inline-size: 0; max-inline-size: 15rem; }
  .filters label { display: block; color: var(--ink-2); }
  .filters :is(select, input) { inline-size: 100%; }
  .search-form .checks { flex-wrap: wrap; }
  .search-form .checks .count { color: var(--ink-2); font-variant-numeric: tabular-nums; }
  .search-form label:has(:disabled) { color: var(--ink-2); cursor: default; }
  .narrow { margin-block-start: var(--space-4); }
  .narrow > summary { min-block-size: var(--target); display: list-item; align-content: center; font-size: var(--size--1); color: var(--ink-2); }
  .results { list-style: none; margin: 0; padding: 0; }
  .results > li { border-block-start: 1px solid var(--line); padding-block: var(--space-4) var(--space-5); }
  .hit { display: grid; grid-template-columns: minmax(0, 1fr); column-gap: var(--space-4); }
  .hit > p { margin: 0; overflow-wrap: anywhere; }
  .hit.with { grid-template-columns: minmax(0, 1fr) 6rem; }
  .hit.with > p { grid-column: 1; }
  .hit.with > img { grid-column: 2; grid-row: 1 / span 3; inline-size: 6rem; block-size: 6rem; object-fit: cover; border-radius: var(--radius); }
  .hit .where { font-size: var(--size--1); color: var(--ink-2); }
  .hit .where .who { margin-inline-end: var(--space-2); }
  .hit-title { font-weight: 600; }
  .results mark { background: var(--mark); color: inherit; padding-inline: 0.1em; border-radius: 2px; }
  #search-results .more button { min-block-size: var(--target); padding: 0; border: 0; background: none; color: var(--accent); font: inherit; text-decoration: underline; cursor: pointer; }
  @media print { .search-form, #search-results .more { display: none; } }
}`;
