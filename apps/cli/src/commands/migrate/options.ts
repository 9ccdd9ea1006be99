import type { MoveSoftware } from "@archive/transform/migrate-kit";
import type { SelectingOptions } from "../../selecting/options.js";

/** What `--to` takes; the library has the same list. */
export const SOFTWARE = [
  "mastodon",
  "gotosocial",
  "pleroma",
  "akkoma",
  "misskey",
  "sharkey",
  "pixelfed",
  "friendica",
  "wordpress",
] as const;

/** The options of `migrate` as they come out of the command line. */
export interface MigrateCommandOptions extends SelectingOptions {
  readonly to: MoveSoftware;
  readonly out: string;
  readonly from?: string;
  readonly beside?: boolean;
  readonly baseUrl?: string;
  readonly maxUpload?: number;
}
