// @ts-check
import { themeTokens as css } from "@archive/transform/html";

const NAME = "virtual:theme-tokens.css";

/**
 * Gives the archive's own colours, faces and measures to these pages too, as a style sheet to import by name.
 *
 * @returns {NonNullable<import("astro").ViteUserConfig["plugins"]>}
 */
export function themeTokens() {
  return [
    {
      name: "theme-tokens",
      resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
      load: (id) => (id === `\0${NAME}` ? css : undefined),
    },
  ];
}
