import type { ConvertOptions } from "../convert/options.js";
import type { Shard } from "./shard.js";

/** The options of `batch` as they come out of the command line, beside those of the target. */
export interface BatchOptions extends ConvertOptions {
  readonly jobs: number;
  readonly shard?: Shard;
}
