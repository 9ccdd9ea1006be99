/** The style sheet of the projects: little enough to be replaced. It loads nothing. */
export const STYLE = `:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 22%, transparent); --soft: color-mix(in srgb, currentColor 70%, transparent); --accent: light-dark(#7a1f2b, #f0a8a0); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1.1rem 4rem; font: 1.06rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
body > header { border-bottom: 1px solid var(--line); padding-bottom: .6rem; margin-bottom: 1.6rem; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline; }
body > header strong { font-size: 1.15rem; } body > footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: .6rem; color: var(--soft); font-size: .88rem; }
h1 { font-size: 1.5rem; line-height: 1.25; text-wrap: balance; } h2 { font-size: 1.15rem; }
.made { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.post + .post { border-top: 1px solid var(--line); margin-top: 1.4rem; padding-top: 1.1rem; }
.post.branch { margin-inline-start: 1rem; border-inline-start: 2px solid var(--line); padding-inline-start: 1rem; }
.post > footer, .context { color: var(--soft); font-size: .88rem; margin: .5rem 0; }
.post > footer a, .context a { color: inherit; }
.warning { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .9rem; } .warning > summary { cursor: pointer; font-weight: 600; }
.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: .6rem; margin: .9rem 0; }
figure { margin: 0; } figure img, figure video { display: block; width: 100%; height: auto; max-height: 34rem; object-fit: contain; border-radius: .4rem; background: var(--line); } figure audio { width: 100%; }
figcaption { font-size: .84rem; color: var(--soft); margin-top: .3rem; }
.poll { list-style: none; padding: 0; } .poll li { margin: .5rem 0; } .poll .name { display: flex; justify-content: space-between; gap: 1rem; }
.poll progress { display: block; width: 100%; height: .6rem; accent-color: var(--accent); } .poll .most { font-weight: 600; }
pre { overflow-x: auto; padding: .7rem; border: 1px solid var(--line); border-radius: .4rem; } blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.list { list-style: none; padding: 0; } .list li { margin: .55rem 0; display: grid; grid-template-columns: 6.5rem 1fr; gap: .8rem; } .list time { color: var(--soft); font-variant-numeric: tabular-nums; font-size: .92rem; }
.profile { display: flex; gap: 1.1rem; align-items: flex-start; } .profile img { width: 5rem; height: 5rem; object-fit: cover; border-radius: .6rem; }
.tags { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem .9rem; } .pages { display: flex; gap: 1rem; justify-content: space-between; }
@media (max-width: 30rem) { .list li { grid-template-columns: 1fr; gap: 0; } }
`;
