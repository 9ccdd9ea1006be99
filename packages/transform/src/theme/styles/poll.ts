/** A poll with its bars. */
export const poll: string = /* css */ `@layer parts {
  /* poll */
  .poll li + li { margin-block-start: var(--space-3); }
  .poll li { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: var(--space-4); }
  .poll .share { font-variant-numeric: tabular-nums; color: var(--ink-2); }
  .poll li.most > span { font-weight: 600; color: var(--ink); }
  .poll svg { grid-column: 1 / -1; inline-size: 100%; block-size: 0.5rem; margin-block-start: var(--space-1); }
  .poll-foot { font-size: var(--size--1); color: var(--ink-2); }
  .words > .poll-foot { margin-block-start: var(--space-3); }
  .bar-ground { fill: var(--heat-0); }
  .bar { fill: var(--heat-3); }
  .most .bar { fill: var(--heat-4); }
  :dir(rtl) > svg.grows { transform: scaleX(-1); }
}`;
