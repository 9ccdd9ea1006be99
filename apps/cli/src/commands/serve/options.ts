import type { SelectingOptions } from "../../selecting/options.js";
import type { SiteLinks } from "../../targets/site-links.js";

/** The options of `serve` as they come out of the command line. */
export interface ServeOptions extends SelectingOptions {
  readonly port: number;
  readonly title?: string;
  readonly locale?: string;
  readonly theme?: string;
  readonly links?: readonly SiteLinks[];
}
