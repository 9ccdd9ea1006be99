/** Paper: no navigation, folded text opened, links spelled out. */
export const print: string = /* css */ `@layer print {
  @page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page); font: 9pt Georgia, serif; } }
  @media print {
    :root { color-scheme: light; --paper: #fff; --paper-2: #fff; --ink: #000; --ink-2: #444; --line: #bbb; --gutter: 5.5rem; --gap: 1.5rem; --rail: 0rem; --measure: 100rem; --edge: 0rem; --size-0: 10.5pt; }
    .masthead nav, .jump, .to-jump, .turn, .checks, .skip, .behind > summary, .alt > summary, video, audio, .hint, .colophon ul { display: none; }
    .colophon { border-block-start: 1px solid #bbb; margin-block-start: 2rem; }
    .day > h2 { position: static; }
    .day { padding-block: 1rem 1.5rem; }
    .post, .quote, .poll, .media, .missing { break-inside: avoid; }
    h1, h2, h3 { break-after: avoid; }
    .media.n1 img { max-block-size: 9cm; }
    .sensitive > summary { display: block; aspect-ratio: auto; }
    .sensitive > summary .blur { display: none; }
    .sensitive .tab { padding: 0; color: #444; }
    .e-content a[href^="http"]:not(.mention, .hashtag)::after, .prose a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; color: #444; }
    a { color: inherit; }
    p { orphans: 3; widows: 3; }
    /* paper cannot be clicked: what is folded opens, but for sensitive pictures */
    details:not(.sensitive)::details-content { content-visibility: visible; block-size: auto; }
    .h0, .h1, .h2, .h3, .h4, .bar, .bar-ground { print-color-adjust: exact; }
  }
}`;
