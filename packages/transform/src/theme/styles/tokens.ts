/**
 * Every value the site uses, by name, as a style sheet: light and dark colours, faces, measures. Its layer is the lowest,
 * so a theme’s plain `:root` rule wins.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 * import { themeTokens } from "@archive/transform/html";
 * // A page of your own beside the archive, in its colours.
 * await writeFile("look.css", `${themeTokens} body { background: var(--paper); color: var(--ink); }`);
 * ```
 */
export const themeTokens: string = /* css */ `@layer tokens {
  :root {
    color-scheme: light dark;

    /* paper, ink, one colour */
    --paper: light-dark(#fbf9f4, #171411);
    --paper-2: light-dark(#f3efe6, #211d18);
    --line: light-dark(#ded7c9, #39322a);
    --line-strong: light-dark(#8c8475, #8a7f70);
    --ink: light-dark(#221e19, #ebe4d9);
    --ink-2: light-dark(#645c50, #ada395);
    --accent: light-dark(#93361a, #eba27d);
    --accent-soft: light-dark(#93361a59, #eba27d66);
    --mark: light-dark(#f7dfa3, #5a3d12);

    /* five steps of the one colour, for heatmap and charts */
    --heat-0: light-dark(#ece6da, #2a251f);
    --heat-1: light-dark(#ebc5ad, #573122);
    --heat-2: light-dark(#d8936e, #8a4a30);
    --heat-3: light-dark(#b0532f, #c57049);
    --heat-4: light-dark(#7e2a11, #f4b48f);

    /* faces: sans speaks, serif is read */
    --sans: Seravek, "Segoe UI Variable Text", "Segoe UI", "Source Sans 3", "Source Sans Pro", "Noto Sans", Ubuntu, Roboto, system-ui, sans-serif;
    --serif: "Iowan Old Style", Charter, "Sitka Text", "Source Serif 4", "Noto Serif", Cambria, Georgia, serif;
    --mono: ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace;

    /* type: 1.2 between steps on a phone, 1.25 on a wide screen;
       <html> takes size-0, so one rem elsewhere is the size of running text */
    --size--2: 0.8125rem;
    --size--1: 0.9375rem;
    --size-0: clamp(1.0625rem, 1.03rem + 0.16vw, 1.125rem);
    --size-1: clamp(1.25rem, 1.2rem + 0.25vw, 1.375rem);
    --size-2: clamp(1.5rem, 1.4rem + 0.5vw, 1.75rem);
    --size-3: clamp(1.875rem, 1.65rem + 1vw, 2.375rem);
    --size-4: clamp(2.375rem, 1.9rem + 2vw, 3.375rem);
    --leading: 1.55;
    --leading-tight: 1.15;

    /* space: multiples of a quarter line */
    --space-1: 0.25rem;
    --space-2: 0.5rem;
    --space-3: 0.75rem;
    --space-4: 1rem;
    --space-5: 1.5rem;
    --space-6: 2.25rem;
    --space-7: 3.5rem;
    --space-8: 5.5rem;

    /* the frame: gutter for facts, column for words, rail for ways on */
    --gutter: 0rem;
    --gap: 0rem;
    --measure: 36rem;
    --rail: 0rem;
    --edge: clamp(1.125rem, 5vw, 2.5rem);

    --radius: 3px;
    --target: 2.75rem;
    --quick: 120ms;
  }

  @media (min-width: 44rem) {
    :root {
      --gutter: 6.5rem;
      --gap: 1.75rem;
    }
  }

  @media (min-width: 72rem) {
    :root {
      --gutter: 8.5rem;
      --gap: 2.25rem;
      --rail: 12.5rem;
    }
  }

  :root[data-theme="light"] { color-scheme: light; }
  :root[data-theme="dark"] { color-scheme: dark; }

  /* Browsers from before 2024: light only, still in colour */
  @supports not (color: light-dark(#000, #fff)) {
    :root {
      color-scheme: light;
      --paper: #fbf9f4; --paper-2: #f3efe6; --line: #ded7c9; --line-strong: #8c8475;
      --ink: #221e19; --ink-2: #645c50; --accent: #93361a; --accent-soft: #93361a59; --mark: #f7dfa3;
      --heat-0: #ece6da; --heat-1: #ebc5ad; --heat-2: #d8936e; --heat-3: #b0532f; --heat-4: #7e2a11;
    }
  }

  @media (prefers-contrast: more) {
    :root {
      --paper: light-dark(#fff, #000);
      --paper-2: light-dark(#fff, #000);
      --ink: light-dark(#000, #fff);
      --ink-2: light-dark(#333, #ddd);
      --line: light-dark(#555, #aaa);
      --line-strong: light-dark(#000, #fff);
    }
  }
}`;
