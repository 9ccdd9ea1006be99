/** The one grid of every page: gutter for facts, column for words, rail for ways on. */
export const frame: string = /* css */ `@layer frame {
  .frame {
    display: grid;
    grid-template-columns:
      [full-start] minmax(var(--edge), 1fr)
      [wide-start gutter-start] var(--gutter) [gutter-end] var(--gap)
      [text-start] minmax(0, var(--measure)) [text-end] var(--rail-gap, 0rem)
      [rail-start] var(--rail) [rail-end wide-end]
      minmax(var(--edge), 1fr) [full-end];
    align-content: start;
  }
  .frame > * { grid-column: text; min-inline-size: 0; }
  .frame > .wide { grid-column: wide; }
  .frame > .broad { grid-column: text-start / wide-end; }
  .frame > .ledger { grid-column: gutter-start / text-end; }
  .frame > .rail { grid-column: text; }
  .frame > :is(.post, .article) { grid-column: gutter-start / text-end; }

  /* a ledger: facts beside words */
  .ledger { display: grid; grid-template-columns: var(--gutter) var(--gap) minmax(0, 1fr); }
  .ledger > * { grid-column: 3; min-inline-size: 0; }
  .ledger > .fact { grid-column: 1; }

  @media (max-width: 43.99rem) {
    .ledger > .fact { grid-column: 3; }
  }
  @media (min-width: 72rem) {
    .frame { --rail-gap: 3rem; }
    .frame > .rail { grid-column: rail; grid-row: 1 / span 40; margin-block-start: var(--space-6); }
    .rail > .keep { position: sticky; inset-block-start: var(--space-5); max-block-size: calc(100vh - 2 * var(--space-5)); overflow-y: auto; scrollbar-width: thin; }
  }
}`;
