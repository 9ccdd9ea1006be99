/** Title and navigation. */
export const masthead: string = /* css */ `@layer parts {
  /* header */
  .masthead { position: relative; padding-block: var(--space-4) var(--space-4); align-items: baseline; }
  .masthead .title { grid-column: gutter-start / text-start; font: 400 var(--size-0) / 1.3 var(--serif); color: var(--ink); text-decoration: none; padding-block: var(--space-2); padding-inline-end: var(--space-3); min-inline-size: 0; }
  .masthead .title bdi { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; min-inline-size: 0; text-align: -webkit-match-parent; text-align: match-parent; }
  .masthead .title:hover { color: var(--accent); }
  .masthead nav { grid-column: text-start / wide-end; }
  .masthead ul { display: flex; flex-wrap: wrap; column-gap: var(--space-5); }
  .masthead nav a { display: inline-flex; align-items: center; min-block-size: var(--target); color: var(--ink-2); font-size: var(--size--1); text-decoration-color: transparent; text-underline-offset: 0.4em; }
  .masthead nav a:hover { color: var(--ink); text-decoration-color: var(--accent); }
  .masthead nav a[aria-current] { color: var(--ink); text-decoration: underline 2px var(--accent); }
  @media (max-width: 71.99rem) { .masthead ul { column-gap: var(--space-4); } }
  @media (max-width: 43.99rem) {
    .masthead { display: block; padding-inline: var(--edge); padding-block: var(--space-2); }
    /* Two rows: the title with search and look at its side, and the parts of the site. */
    .masthead .title { position: relative; z-index: 1; display: flex; align-items: center; inline-size: fit-content; max-inline-size: calc(100% - 10rem); min-block-size: var(--target); padding: 0; }
    .masthead .title bdi { -webkit-line-clamp: 2; }
    .masthead nav { margin-block-start: calc(-1 * var(--target)); }
    .masthead ul::before { content: ""; order: -1; flex-basis: 100%; }
    .masthead :is(.search, .look) { order: -2; }
  }
}`;
