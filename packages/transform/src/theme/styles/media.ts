/** Pictures, films and sounds, their descriptions, and what is missing. */
export const media: string = /* css */ `@layer parts {
  /* pictures */
  .media { display: grid; gap: 4px; border-radius: var(--radius); overflow: clip; }
  .media a { display: block; overflow: clip; min-block-size: 0; }
  .media a:focus-visible { outline-offset: -4px; outline-color: var(--paper); box-shadow: inset 0 0 0 6px var(--accent); }
  .media img { inline-size: 100%; block-size: 100%; object-fit: cover; object-position: var(--fx, 50%) var(--fy, 50%); }
  .media.n1 { justify-items: start; border-radius: 0; }
  .media.n1 a { border-radius: var(--radius); min-inline-size: 1.5rem; min-block-size: 1.5rem; }
  .media.n1 img { inline-size: auto; block-size: auto; max-block-size: min(38rem, 85vh); }
  .media.n2, .media.n4 { grid-template-columns: 1fr 1fr; }
  .media.n2 { aspect-ratio: 16 / 9; grid-auto-rows: minmax(0, 1fr); }
  .media.n3 { grid-template: 1fr 1fr / 3fr 2fr; aspect-ratio: 16 / 10; }
  .media.n3 > :first-child { grid-row: 1 / 3; }
  .media.n4 { grid-template-rows: 1fr 1fr; aspect-ratio: 4 / 3; }
  .media > * { min-block-size: 0; min-inline-size: 0; }
  /* focal points in tenths: no inline style needed under the strict CSP */
  .fx0 { --fx: 0%; } .fx1 { --fx: 10%; } .fx2 { --fx: 20%; } .fx3 { --fx: 30%; } .fx4 { --fx: 40%; } .fx6 { --fx: 60%; } .fx7 { --fx: 70%; } .fx8 { --fx: 80%; } .fx9 { --fx: 90%; } .fx10 { --fx: 100%; }
  .fy0 { --fy: 0%; } .fy1 { --fy: 10%; } .fy2 { --fy: 20%; } .fy3 { --fy: 30%; } .fy4 { --fy: 40%; } .fy6 { --fy: 60%; } .fy7 { --fy: 70%; } .fy8 { --fy: 80%; } .fy9 { --fy: 90%; } .fy10 { --fy: 100%; }

  .alt { font-size: var(--size--2); color: var(--ink-2); }
  .alt[open] { font-size: var(--size--1); }
  .words > .alt { margin-block-start: var(--space-1); }
  figure > .alt { margin-block-start: var(--space-1); }
  .alt > summary { display: inline-block; padding-block: 0.25em; list-style: none; text-decoration: underline 1px var(--line-strong); text-underline-offset: 0.25em; }
  .alt > summary::-webkit-details-marker { display: none; }
  .alt > summary:hover { color: var(--accent); }
  .alt p, .alt ol { padding-block: var(--space-1) var(--space-2); max-inline-size: 34rem; }
  .alt ol { list-style: decimal; padding-inline-start: 1.4em; }
  .alt li { padding-inline-start: 0.2em; margin-block-end: var(--space-1); }
  .missing { border: 1px dashed var(--line-strong); border-radius: var(--radius); padding: var(--space-4) var(--space-5); }
  .missing blockquote { font-family: var(--serif); margin-block-start: var(--space-1); }
  video { inline-size: 100%; background: #000; border-radius: var(--radius); }

  .sensitive > summary { display: grid; list-style: none; border-radius: var(--radius); overflow: clip; aspect-ratio: 4 / 3; max-block-size: 22rem; inline-size: 100%; place-items: center; background: var(--paper-2); }
  .sensitive > summary::-webkit-details-marker { display: none; }
  .sensitive > summary > * { grid-area: 1 / 1; }
  .sensitive .blur { inline-size: 100%; block-size: 100%; filter: blur(1.5rem); transform: scale(1.2); }
  .sensitive[open] > summary .blur { display: none; }
  .sensitive .tab { z-index: 1; background: var(--paper); padding: var(--space-2) var(--space-4); border-radius: var(--radius); font-size: var(--size--1); }
  .sensitive > summary:hover .tab { color: var(--accent); }
  .sensitive[open] > summary { display: block; aspect-ratio: auto; }
  .sensitive[open] .tab { padding: 0.25em 0; display: inline-block; text-decoration: underline 1px var(--line-strong); text-underline-offset: 0.25em; color: var(--ink-2); }
}`;
