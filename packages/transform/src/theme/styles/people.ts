/** Several persons on one site: a name and a colour each. */
export const people: string = /* css */ `@layer parts {
  .who { color: var(--ink); font-weight: 600; }
  .who::before { content: ""; display: inline-block; inline-size: 0.6em; block-size: 0.6em; margin-inline-end: 0.4em; border-radius: 1px; background: var(--who, var(--accent)); forced-color-adjust: none; }
  .who0 { --who: light-dark(#93361a, #eba27d); } .who1 { --who: light-dark(#1f5f74, #7fc4d8); } .who2 { --who: light-dark(#5b6b1a, #b9cc6d); }
  .who3 { --who: light-dark(#6b3a7d, #cfa2df); } .who4 { --who: light-dark(#8a6a00, #e3c04f); } .who5 { --who: light-dark(#33518f, #9db8f0); }
  .fold .who { margin-inline: 0.4em; }
  .people { display: grid; gap: var(--space-5); margin-block-start: var(--space-6); }
  .people > li { display: grid; grid-template-columns: 4rem minmax(0, 1fr); gap: var(--space-4); border-block-start: 3px solid var(--who, var(--accent)); padding-block-start: var(--space-3); }
  .people > li > :only-child { grid-column: 1 / -1; }
  .people .p-name, .head > .p-name { text-align: -webkit-match-parent; text-align: match-parent; }
  .people img { inline-size: 4rem; block-size: 4rem; object-fit: cover; border-radius: var(--radius); }
  .people > li > img + div { grid-column: 2; }
  .people .p-note { font: var(--size-0) / 1.5 var(--serif); margin-block-start: var(--space-2); }
  @media (min-width: 44rem) { .people { grid-template-columns: 1fr 1fr; } }
  @media (min-width: 44rem) {
    /* The day's numeral stands in the gutter, so a name has no room there: it leads the words. */
    .post:has(> .facts > .who) { grid-template-rows: repeat(4, auto) 1fr; }
    .facts:has(> .who) { display: contents; }
    .facts:has(> .who) > * { grid-column: 1; justify-self: end; max-inline-size: calc(var(--gutter) - var(--numeral, 0rem)); }
    .facts:has(> .who) > .u-url { grid-row: 1; }
    .facts:has(> .who) > .who { grid-column: 3; grid-row: 1; justify-self: start; max-inline-size: none; }
    .facts:has(> .who) + .words { grid-row: 2 / span 4; }
  }
  .moved { border-inline-start: 3px solid var(--accent); padding-inline-start: var(--space-4); margin-block-start: var(--space-5); }
}`;
