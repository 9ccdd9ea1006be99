/** What the script makes: the switch between light and dark, and pictures over the page. */
export const look: string = /* css */ `@layer parts {
  .masthead :is(.search, .look) { display: flex; column-gap: inherit; margin-inline-start: auto; }
  .look button { min-block-size: var(--target); padding: 0; border: 0; background: none; font: inherit; font-size: var(--size--1); color: var(--ink-2); cursor: pointer; text-decoration: underline 1px transparent; text-underline-offset: 0.4em; }
  .look button:hover { color: var(--ink); text-decoration-color: var(--accent); }
  .lightbox { border: 0; padding: 0; margin: auto; max-inline-size: 96vw; max-block-size: 96vh; background: transparent; color: var(--ink); }
  .lightbox[open] { display: grid; gap: var(--space-2); justify-items: center; }
  .lightbox::backdrop { background: color-mix(in srgb, #171411 88%, transparent); }
  .lightbox img { max-inline-size: 94vw; max-block-size: 80vh; inline-size: auto; cursor: zoom-out; border-radius: var(--radius); }
  .lightbox p { display: flex; gap: var(--space-4); align-items: start; justify-content: space-between; max-inline-size: 44rem; background: var(--paper); padding: var(--space-3) var(--space-4); border-radius: var(--radius); font-size: var(--size--1); max-block-size: 14vh; overflow: auto; }
  .lightbox button { flex: none; min-block-size: 1.75rem; padding-inline: var(--space-3); border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--paper); color: var(--ink); font: inherit; cursor: pointer; }
  @media print { .look { display: none; } }
}`;
