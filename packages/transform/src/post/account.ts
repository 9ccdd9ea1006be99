import type { SafeTree } from "../content/safe-tree.js";
import type { MediaKey } from "./post.js";

/** The profile of the person whose archive it is, as far as it may be shown. */
export interface Account {
  readonly id: string | null;
  /** `@name@host`; `null` when it can't be told. */
  readonly handle: string | null;
  readonly name: string;
  readonly type: string | null;
  readonly url: string | null;
  /** Host of its server. */
  readonly host: string | null;
  readonly bio: SafeTree | null;
  readonly fields: readonly { readonly name: string; readonly value: SafeTree }[];
  readonly avatar: MediaKey | null;
  readonly header: MediaKey | null;
  /** UTC, ISO 8601. */
  readonly joinedAt: string | null;
  readonly movedTo: string | null;
  /** Whether search engines may list it (`indexable` and `discoverable` both not false). */
  readonly indexable: boolean;
}
