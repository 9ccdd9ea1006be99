import type { Components } from "./site.js";

/** A menu entry of a theme's own: what it is called, and an address on the web or a path of the site. */
export interface ThemeLink {
  readonly label: string;
  readonly href: string;
}

/** Colours and other values of the style sheet, by the name of their token without its dashes. */
export type ThemeTokens = Readonly<Record<string, string>>;

/**
 * What a person may change of the look of a site. Everything left out stays as the default theme has it. A theme
 * is the person's own code and is trusted like the program: what it writes is not checked.
 */
export interface Theme {
  /** What the site is called, unless an option says so. */
  readonly title?: string | undefined;
  /** A sentence for the foot of every page. */
  readonly footer?: string | undefined;
  /**
   * The navigation in its order: parts of the site by name (`posts`, `gallery`, `tags`, `statistics`, `boosts`,
   * `likes`, `bookmarks`, `about`, `search`; one that is not there is left out) and links of one's own.
   */
  readonly menu?: readonly (string | ThemeLink)[] | undefined;
  /** Posts at the top of the home page, by their addresses on the server, in this order. One that is not there is left out. */
  readonly pinned?: readonly string[] | undefined;
  /** `{ "accent": "#2a5d8f" }` sets `--accent`. A pair `light-dark(…, …)` holds for both colour schemes. */
  readonly tokens?: ThemeTokens | undefined;
  /** CSS behind the default style sheet, whose rules all lie in layers: plain rules win. */
  readonly styles?: string | undefined;
  /** Leave the default style sheet out. */
  readonly bare?: boolean | undefined;
  /** Components in place of the default ones. */
  readonly components?: Partial<Components> | undefined;
}

/** Tokens as a rule. Names and values that could be more than that are refused with a `RangeError`. */
export function tokenRule(tokens: ThemeTokens): string {
  const entries = Object.entries(tokens);
  for (const [name, value] of entries) {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || /[{};<>\\]|\/\*|url\(/i.test(value)) {
      throw new RangeError(`not a value for a style token: ${name}`);
    }
  }
  return entries.length === 0
    ? ""
    : `:root{${entries.map(([name, value]) => `--${name}:${value}`).join(";")}}`;
}
