/** A post: facts in the gutter, words in the column. */
export const post: string = /* css */ `@layer parts {
  /* a post */
  .post { display: grid; grid-template-columns: var(--gutter) var(--gap) minmax(0, 1fr); align-items: start; scroll-margin-block-start: var(--space-5); }
  .post > .facts { grid-column: 1; display: flex; flex-direction: column; align-items: flex-end; font-size: var(--size--2); line-height: 1.4; color: var(--ink-2); font-variant-numeric: tabular-nums; text-align: end; }
  .post > .words { grid-column: 3; }
  .facts a { color: inherit; text-decoration-color: transparent; display: inline-block; padding-block: 0.28em; }
  .facts a:hover { color: var(--accent); text-decoration-color: currentColor; }
  .facts .vis { color: var(--ink); }
  @media (max-width: 43.99rem) {
    .post > .facts, .post > .words { grid-column: 3; }
    .post > .facts { flex-direction: row; align-items: baseline; flex-wrap: wrap; column-gap: 2.5ch; clip-path: inset(-0.5rem -0.75ch); }
    .post > .facts > * + * { position: relative; }
    /* In the gap before its word: that of a line's first word lies outside, and is cut off. */
    .post > .facts > * + *::before { content: "·"; position: absolute; inset-inline-start: -2.5ch; inline-size: 2.5ch; text-align: center; }
    .facts a { padding-block: 0.4em; }
  }
  .post:target > .words { box-shadow: calc(-1 * var(--space-3)) 0 0 var(--paper), calc(-1 * var(--space-3) - 2px) 0 0 var(--accent); }
  .post:target:dir(rtl) > .words { box-shadow: var(--space-3) 0 0 var(--paper), calc(var(--space-3) + 2px) 0 0 var(--accent); }

  .words { container: words / inline-size; min-inline-size: 0; }
  .words > * + * { margin-block-start: var(--space-4); }
  .e-content > * + * { margin-block-start: 0.8em; }
  .e-content { hyphens: auto; hyphenate-limit-chars: 9 4 4; text-align: start; }
  .e-content ul, .e-content ol { padding-inline-start: 1.3em; list-style: disc; }
  .e-content ol { list-style: decimal; }
  .e-content blockquote { padding-inline-start: var(--space-4); border-inline-start: 2px solid var(--line); color: var(--ink-2); }
  .e-content a:is(.mention, .hashtag) { text-decoration-color: transparent; text-decoration-thickness: 1px; }
  .e-content a:is(.mention, .hashtag):hover { text-decoration-color: currentColor; }
  .e-content span.hashtag { color: var(--ink-2); }
  .e-content pre { overflow-x: auto; padding: var(--space-3) var(--space-4); background: var(--paper-2); border-radius: var(--radius); hyphens: none; }
  .e-content :is(code, pre) { font-family: var(--mono); font-size: 0.9em; font-size-adjust: none; }
  .e-content pre code { font-size: 1em; }
  .e-content :is(h1, h2, h3, h4, h5, h6) { font: 600 1em / 1.4 var(--sans); letter-spacing: 0; }
  .invisible { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .ellipsis::after { content: "…"; }
  .e-content:has(~ .quote) > .quote-inline + p:nth-child(2) { margin-block-start: 0; }
  .e-content:has(~ .quote) .quote-inline { display: none; }
  .post-title { font: 400 var(--size-2) / var(--leading-tight) var(--serif); }
  .post-title a { color: inherit; text-decoration-color: transparent; }
  .emoji { display: inline-block; inline-size: 1.35em; block-size: 1.35em; vertical-align: -0.3em; background: none; object-fit: contain; }
  .context { font-size: var(--size--1); color: var(--ink-2); }
  .words > .context + * { margin-block-start: var(--space-1); }
  .single .words > .context + * { margin-block-start: var(--space-2); }
  .boost { color: var(--ink-2); font-size: var(--size--1); }
  .boost > .facts { padding-block-start: 0.06em; }
  .fold > summary { display: inline; text-decoration: underline 1px var(--line-strong); text-underline-offset: 0.25em; padding-block: 0.35em; }
  .fold > summary:hover { color: var(--accent); }
  .fold > summary::marker, .fold > summary::-webkit-details-marker { content: ""; display: none; }
  .fold > ul { margin-block-start: var(--space-2); padding-inline-start: var(--space-4); border-inline-start: 1px solid var(--line); }
  .fold li { padding-block: 0.22em; }
}`;
