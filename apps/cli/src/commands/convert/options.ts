import type { SelectingOptions } from "../../selecting/options.js";
import type { TargetName } from "../../targets/names.js";

/** The options of `convert` as they come out of the command line, beside those of the target. */
export interface ConvertOptions extends SelectingOptions {
  readonly to: TargetName;
  readonly out: string;
}
