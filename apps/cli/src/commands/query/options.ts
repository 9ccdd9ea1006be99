import type { SelectingOptions } from "../../selecting/options.js";

/** The options of `query` as they come out of the command line. */
export interface QueryOptions extends SelectingOptions {
  readonly csv?: boolean;
}
