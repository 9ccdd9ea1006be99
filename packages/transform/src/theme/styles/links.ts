/** Links to what others posted, by server. */
export const links: string = /* css */ `@layer pages {
  .hosts { margin-block-end: var(--space-6); }
  .hosts h2 { font-size: var(--size-1); margin-block-end: var(--space-2); overflow-wrap: anywhere; }
  .hosts small { font: var(--size--2) / 1 var(--sans); color: var(--ink-2); font-variant-numeric: tabular-nums; }
  .hosts li a, .hosts li > bdi { display: inline-block; padding-block: 0.28em; overflow-wrap: anywhere; font-size: var(--size--1); }
}`;
