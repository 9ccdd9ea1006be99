import type { SafeTree } from "./safe-tree.js";
import { type Redact, sanitise } from "./sanitise.js";

/** The text of a post that is still to be made safe. */
export interface PendingText {
  readonly html: string;
  /** The custom emoji that the post names, if it names any. */
  readonly emoji: ReadonlySet<string> | undefined;
}

/** Makes the HTML of a post its content; `null` when nothing of it is left. */
export function safeContent(
  html: string,
  redact: Redact,
  emoji: ReadonlySet<string> | undefined,
): SafeTree | null {
  const tree = sanitise(html, { ...(emoji !== undefined && { emoji }), redact });
  return tree.length === 0 ? null : tree;
}
