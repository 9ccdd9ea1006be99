import type { MarkdownFlavor } from "../options.js";
import { astro } from "./astro/flavor.js";
import { eleventy } from "./eleventy/flavor.js";
import type { Flavor } from "./flavor.js";
import { hugo } from "./hugo/flavor.js";
import { jekyll } from "./jekyll/flavor.js";
import { obsidian } from "./obsidian/flavor.js";
import { plain } from "./plain/flavor.js";
import { zola } from "./zola/flavor.js";

/** Every flavor by its name. */
export const FLAVORS: Readonly<Record<MarkdownFlavor, Flavor>> = {
  plain,
  hugo,
  jekyll,
  eleventy,
  astro,
  zola,
  obsidian,
};
