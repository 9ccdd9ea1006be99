import { Fragment, h } from "preact";
import { defaultComponents } from "./default-components.js";
import { Raw } from "./markup.js";
import type { Components } from "./site.js";

/** What a theme's own components are made with, so that a theme imports nothing. */
export interface ThemeKit {
  /** Makes an element: `h("p", { class: "x" }, "text")`. What stands in it is escaped. */
  readonly h: typeof h;
  readonly Fragment: typeof Fragment;
  /** For text that is markup already: `card.markup(page)`, the posts of a day. */
  readonly Raw: typeof Raw;
  /** The default components, to put something around them. */
  readonly components: Components;
}

/**
 * The kit that {@link loadTheme} hands to a theme.
 *
 * @example
 * ```ts
 * import { htmlTarget, themeKit } from "@archive/transform/html";
 * const { h } = themeKit;
 * const theme = { components: { Colophon: () => h("p", null, "Printed on the coast") } };
 * for await (const { path, content } of htmlTarget.render(selection, { theme })) await write(path, content);
 * ```
 */
export const themeKit: ThemeKit = { h, Fragment, Raw, components: defaultComponents };
