import { KeptTags } from "./kept-tags.js";
import { MetText } from "./met-text.js";
import { type Redact, redactTree } from "./redaction.js";
import { balanceTree } from "./runs.js";
import type { SafeTree } from "./safe-tree.js";
import { SourceReader } from "./source-reader.js";
import { TreeBuilder } from "./tree-builder.js";

export { type Redact, redactText } from "./redaction.js";

/** What the sanitiser is told of a post. */
export interface SanitiseOptions {
  /** Names, without colons, of the custom emoji the post carries; only these are cut out of its text. */
  readonly emoji?: ReadonlySet<string>;
  /** Whether an address is one of the author's own posts that was withheld. No trace of such an address is left. */
  readonly redact?: Redact;
}

const NO_EMOJI: ReadonlySet<string> = new Set();

/**
 * Turns the HTML of a post or profile into a {@link SafeTree}: the one allow-list sanitiser of this package.
 *
 * Kept are the elements every fediverse server writes, links to absolute addresses of known schemes, language and
 * direction, and all text. Unknown elements leave their children; scripts, styles, frames and drawings go whole.
 * Nothing is loaded: pictures in the text become links to them. Text stays as its author wrote it, but for
 * controls; bidi controls are closed at the end of each paragraph, so that they can't turn round what stands
 * behind. It never throws, and its output is bounded in depth and nodes.
 *
 * The steps, each in a file of its own: {@link SourceReader} reads the tags, {@link KeptTags} says what each becomes,
 * {@link TreeBuilder} gives the tree its shape; then bidi controls are closed, and withheld addresses taken out.
 *
 * @example
 * ```ts
 * import { sanitise } from "./sanitise.js";
 * sanitise('<p onclick="x()">Hi <a href="javascript:x()">you</a></p>');
 * // [{ type: "element", name: "p", children: [{ type: "text", value: "Hi you" }] }]
 * ```
 */
export function sanitise(html: string, { emoji = NO_EMOJI, redact }: SanitiseOptions = {}): SafeTree {
  const builder = new TreeBuilder(emoji);
  const met = new MetText();
  new SourceReader(builder, new KeptTags(builder, met, emoji), met).read(html);
  const tree = builder.root;
  if (met.hasBidi) balanceTree(tree);
  return redact === undefined || !met.mayHold(redact) ? tree : redactTree(tree, redact);
}
