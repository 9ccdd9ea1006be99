import type { PostKind } from "@archive/transform";
import type { TargetName } from "../../targets.js";

/** What `--visibility` takes. */
export const VISIBILITIES = ["public", "unlisted", "followers", "direct"] as const;
/** What `--kinds` takes. */
export const KINDS = ["post", "reply", "selfReply", "boost", "poll"] as const;

/** The options of `convert` as they come out of the command line. */
export interface ConvertOptions {
  readonly to: TargetName;
  readonly out: string;
  readonly visibility: readonly (typeof VISIBILITIES)[number][];
  readonly kinds?: readonly PostKind[];
  readonly since?: string;
  readonly until?: string;
  readonly tag?: string;
  readonly lang?: string;
  readonly thread?: string;
  readonly limit?: number;
  readonly media: boolean;
  readonly timeZone: string;
  readonly baseUrl?: string | undefined;
  readonly title?: string;
}
