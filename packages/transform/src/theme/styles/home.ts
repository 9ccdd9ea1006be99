/** The profile and the sums of the home page. */
export const home: string = /* css */ `@layer pages {
  /* home */
  .banner { grid-column: full !important; margin-block-start: var(--space-1); }
  .banner img { inline-size: 100%; aspect-ratio: 5 / 2; object-fit: cover; object-position: 62% 50%; }
  .profile { margin-block: var(--space-5) 0; align-items: start; }
  .profile .avatar img { inline-size: 5rem; block-size: 5rem; border-radius: var(--radius); margin-block-end: var(--space-4); }
  .profile .p-name { text-align: -webkit-match-parent; text-align: match-parent; }
  .profile .handle { color: var(--ink-2); margin-block: var(--space-1) var(--space-5); }
  .profile .handle span { white-space: nowrap; }
  .profile .p-note { font: var(--size-1) / 1.5 var(--serif); }
  .profile .p-note > * + * { margin-block-start: 0.6em; }
  .fields { font-size: var(--size--1); margin-block-start: var(--space-5); display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); }
  .fields > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; column-gap: var(--space-5); padding-block: var(--space-2); border-block-start: 1px solid var(--line); }
  .fields dt { color: var(--ink-2); }
  .fields :is(dt, dd) { overflow-wrap: anywhere; }
  .fields dd > div { text-align: -webkit-match-parent; text-align: match-parent; }
  .sums { display: grid; grid-template-columns: repeat(3, auto); justify-content: space-between; gap: var(--space-4); max-inline-size: 40rem; }
  @media (min-width: 44rem) { .sums { grid-template-columns: repeat(6, auto); } }
  .sums > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
  .sums dd { font: var(--size-2) / 1.2 var(--serif); font-variant-numeric: oldstyle-nums; }
  .sums dt { font-size: var(--size--2); color: var(--ink-2); }
  @media (min-width: 44rem) {
    .banner { grid-column: wide !important; }
    .banner img { aspect-ratio: 3 / 1; border-radius: var(--radius); object-position: 50% 50%; }
    .profile { margin-block-start: var(--space-6); }
    .profile .avatar img { inline-size: 100%; block-size: auto; aspect-ratio: 1; }
  }
  @media (min-width: 72rem) {
    .frame > .profile { grid-column: wide; grid-template-columns: var(--gutter) var(--gap) minmax(0, var(--measure)) var(--rail-gap) var(--rail); }
    .profile > .fields { grid-column: 5; grid-template-columns: minmax(0, 1fr); margin-block-start: 0.9rem; }
    .profile > .fields > div { display: block; }
    .profile > .fields > :first-child { border: 0; padding-block-start: 0; }
  }
}`;
