/** The gallery, and a picture of its own. */
export const gallery: string = /* css */ `@layer pages {
  .plates { display: flex; flex-wrap: wrap; gap: 6px; }
  .plates::after { content: ""; flex: 1000 0 0; }
  .plates li { flex: 1 1 auto; max-inline-size: 100%; position: relative; }
  .plates a { display: block; color: inherit; text-decoration: none; border-radius: var(--radius); }
  .plates img { block-size: 6.5rem; inline-size: 100%; min-inline-size: 5rem; max-inline-size: none; object-fit: cover; border-radius: var(--radius); object-position: var(--fx, 50%) var(--fy, 50%); }
  .plates .desc { display: none; font-size: var(--size--1); color: var(--ink-2); }
  .plates .none { font-style: italic; }
  .plates .veiled { display: grid; block-size: 6.5rem; min-inline-size: 9rem; place-items: center; overflow: clip; background: var(--paper-2); border: 1px solid var(--line); }
  .plates .veiled > * { grid-area: 1 / 1; }
  .plates .veiled .blur { inline-size: 100%; block-size: 100%; filter: blur(1rem); transform: scale(1.3); }
  .plates .tab { z-index: 1; background: var(--paper); padding: var(--space-1) var(--space-3); border-radius: var(--radius); font-size: var(--size--1); }
  .plates a:hover .tab { color: var(--accent); }
  @media (min-width: 44rem) { .plates img, .plates .veiled { block-size: 10rem; } .plates .veiled { min-inline-size: 13rem; } }
  .gallery-month { margin-block-end: var(--space-6); }
  .frame > .gallery-month { grid-column: wide; }
  .gallery-month > h2 { grid-column: 1; justify-self: end; text-align: end; position: sticky; inset-block-start: var(--space-5); align-self: start; font-size: var(--size-1); }
  .gallery-month > h2 small { display: block; font: var(--size--2) / 1.6 var(--sans); color: var(--ink-2); }
  @media (max-width: 43.99rem) { .gallery-month > h2 { grid-column: 3; justify-self: start; text-align: start; position: static; margin-block-end: var(--space-3); display: flex; align-items: baseline; gap: var(--space-2); } }
  body:has(#described:checked) .plates { display: grid; gap: var(--space-4); }
  body:has(#described:checked) .plates::after { display: none; }
  body:has(#described:checked) .plates a:not(.veiled) { display: grid; grid-template-columns: minmax(6rem, 11rem) minmax(0, 34rem); gap: var(--space-4); align-items: start; }
  body:has(#described:checked) .plates img { block-size: auto; }
  body:has(#described:checked) .plates .veiled { inline-size: min(100%, 11rem); }
  body:has(#described:checked) .plates .desc { display: block; }

  .picture { margin-block-start: var(--space-5); }
  .picture a:has(> img) { display: block; min-block-size: 1.5rem; }
  .picture img, .picture video { margin-inline: auto; max-block-size: 82vh; inline-size: auto; border-radius: var(--radius); }
  .picture + .head { margin-block-start: var(--space-5); }
  .picture ~ .head .label, .head .said + .label { margin-block-start: var(--space-3); }
  .said { font: var(--size-0) / 1.55 var(--serif); white-space: pre-line; }
  details.picture > summary { max-inline-size: var(--measure); aspect-ratio: 3 / 1; }
  details.picture > .said { margin-block-start: var(--space-4); }
}`;
