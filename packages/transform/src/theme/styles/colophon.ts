/** The foot of every page, and colours under forced-colors. */
export const colophon: string = /* css */ `@layer parts {
  .colophon { margin-block-start: var(--space-8); padding-block: var(--space-5) var(--space-7); background: var(--paper-2); font-size: var(--size--1); color: var(--ink-2); }
  .colophon .ledger > p + * { margin-block-start: var(--space-3); }
  .colophon .ledger > p { max-inline-size: 34rem; }
  .colophon a { color: inherit; text-decoration-color: var(--line-strong); }
  .colophon a:hover { color: var(--accent); }
  .colophon ul { display: flex; flex-wrap: wrap; gap: 0 var(--space-5); }
  .colophon li a { display: inline-flex; align-items: center; min-block-size: 2.25rem; }
  .colophon .fact { text-align: end; font-family: var(--serif); }
  .colophon .ledger > .fact + p { margin: 0; }
  @media (max-width: 43.99rem) { .colophon .fact { text-align: start; margin-block-end: var(--space-1); } }
  @media (min-width: 44rem) { .colophon .ledger > .fact { grid-row: 1 / span 4; } }

  @media (forced-colors: active) {
    .h0 { fill: Canvas; } .h1, .h2, .h3, .h4, .bar { fill: CanvasText; }
    .h1 { opacity: 0.3; } .h2 { opacity: 0.55; } .h3 { opacity: 0.8; }
  }
}`;
