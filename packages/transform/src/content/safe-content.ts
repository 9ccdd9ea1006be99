import type { SafeTree } from "./safe-tree.js";
import { type Redact, sanitise } from "./sanitise.js";

/** Makes the HTML of a post its content; `null` when nothing of it is left. */
export type MakeContent = (
  html: string,
  redact: Redact,
  emoji: ReadonlySet<string> | undefined,
) => SafeTree | null;

/** The content of a post. */
export const safeContent: MakeContent = (html, redact, emoji) => {
  const tree = sanitise(html, { ...(emoji !== undefined && { emoji }), redact });
  return tree.length === 0 ? null : tree;
};
