// @ts-check
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Lets the keyboard reach what scrolls sideways: wide tables and long lines of code. Heads of columns that stay
 * empty say something to those who hear the table.
 *
 * @returns {import("astro").AstroIntegration}
 */
export function reachable() {
  return {
    name: "reachable",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
          if (!file.endsWith(".html")) continue;
          const path = join(root, file);
          const html = readFileSync(path, "utf8");
          const mended = html
            .replaceAll("<table>", '<div class="table" role="group" aria-label="Table" tabindex="0"><table>')
            .replaceAll("</table>", "</table></div>")
            .replaceAll("<th></th>", '<th><span class="sr-only">What</span></th>')
            .replaceAll("<pre data-language=", '<pre tabindex="0" data-language=');
          if (mended !== html) writeFileSync(path, mended);
        }
      },
    },
  };
}
