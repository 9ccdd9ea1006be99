/** What every element looks like before any component: faces, links, focus, motion. */
export const ground: string = /* css */ `@layer ground {
  *, ::before, ::after { box-sizing: border-box; }
  * { margin: 0; }

  html {
    font: var(--size-0) / var(--leading) var(--sans);
    font-size-adjust: 0.5;
    color: var(--ink);
    /* What a short page leaves below its foot goes on as the foot. */
    background: var(--paper-2);
    accent-color: var(--accent);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    scroll-padding-block-start: var(--space-5);
    overflow-wrap: break-word;
    hanging-punctuation: first allow-end;
  }
  body { background: var(--paper); }
  :lang(ar), :lang(fa), :lang(ur) { font-size-adjust: none; line-height: 1.85; font-style: normal; }
  :lang(ja), :lang(zh), :lang(ko) { font-size-adjust: none; line-height: 1.8; line-break: strict; text-autospace: normal; font-style: normal; }

  h1, h2, h3 { font: 400 var(--size-2) / var(--leading-tight) var(--serif); text-wrap: balance; }
  h1 { font-size: var(--size-4); letter-spacing: -0.012em; }
  h1:lang(ar), h1:lang(ja) { letter-spacing: 0; line-height: 1.4; }
  h3 { font-size: var(--size-1); }
  p, li, dd, figcaption { text-wrap: pretty; }
  ul, ol { padding: 0; list-style: none; }
  dd { margin: 0; }
  img, svg, video { display: block; max-inline-size: 100%; block-size: auto; }
  img { background: var(--paper-2); }
  audio { inline-size: 100%; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  hr { border: 0; border-block-start: 1px solid var(--line); }
  ::selection { background: var(--mark); color: var(--ink); }

  a { color: var(--accent); text-decoration: underline 1px var(--accent-soft); text-underline-offset: 0.18em; transition: text-decoration-color var(--quick); }
  a:hover { text-decoration-color: currentColor; text-decoration-thickness: 2px; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: var(--radius); }
  summary { cursor: pointer; }

  input[type="checkbox"] { inline-size: 1.15em; block-size: 1.15em; margin: 0; }

  .vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .skip { position: absolute; inset-block-start: 0; inset-inline-start: 0; z-index: 2; padding: var(--space-3) var(--space-4); background: var(--paper); transform: translateY(-110%); }
  .skip:focus { transform: none; }

  @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
  @media (prefers-reduced-motion: reduce) { *, ::before, ::after { transition: none !important; animation: none !important; } }
}`;
