/** Tables, and charts that have one behind them. */
export const table: string = /* css */ `@layer parts {
  /* tables */
  .scroll { overflow-x: auto; }
  .table { inline-size: 100%; font-size: var(--size--1); }
  .table th, .table td { padding: var(--space-2) var(--space-3) var(--space-2) 0; text-align: start; border-block-end: 1px solid var(--line); vertical-align: baseline; }
  .table :is(th, td):last-child { padding-inline-end: 0; }
  .table thead th { font-weight: 400; color: var(--ink-2); }
  .table tbody th { font-weight: 400; }
  .table tbody th bdi { overflow-wrap: anywhere; }
  .table .n { text-align: end; white-space: nowrap; }
  .table caption { text-align: start; color: var(--ink-2); padding-block-end: var(--space-2); }
  .table .n + :not(.n, .line) { padding-inline-start: var(--space-4); }
  @media (max-width: 43.99rem) {
    .stack thead { position: absolute; clip-path: inset(50%); }
    .stack tr { display: flex; flex-wrap: wrap; gap: 0 var(--space-5); border-block-end: 1px solid var(--line); padding-block: var(--space-2); }
    .stack :is(th, td) { border: 0 !important; padding: 0 !important; }
    .stack tbody th { flex-basis: 100%; font-weight: 600; }
    .stack td[data-label]::before { content: attr(data-label) " "; color: var(--ink-2); }
  }
  .table td.line { inline-size: 45%; vertical-align: middle; }
  .table td.line svg { inline-size: 100%; block-size: 0.75rem; }
  .behind { font-size: var(--size--1); margin-block-start: var(--space-3); }
  .behind > summary { display: inline-block; padding-block: 0.4em; color: var(--ink-2); text-decoration: underline 1px var(--line-strong); text-underline-offset: 0.25em; list-style: none; }
  .behind > summary::-webkit-details-marker { display: none; }
  .behind > summary:hover { color: var(--accent); }

  .h0 { fill: var(--heat-0); } .h1 { fill: var(--heat-1); } .h2 { fill: var(--heat-2); } .h3 { fill: var(--heat-3); } .h4 { fill: var(--heat-4); }
  .legend { margin-block-start: var(--space-3); display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-4); font-size: var(--size--2); color: var(--ink-2); }
  .legend span { display: inline-flex; align-items: center; gap: var(--space-2); }
  .legend svg { flex: none; }
}`;
