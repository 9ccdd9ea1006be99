import { clip, toText } from "../../content/to-text.js";
import type { Post } from "../../post/post.js";
import { LABEL_WORDS, postLabel } from "../post-label.js";

const LONGEST = 70;

/** Whom a text begins by calling, and the sign of a quote. */
const ADDRESSED = /^(?:>\s+|@[\p{L}\p{N}_.-]+(?:@[\p{L}\p{N}.:-]+)?[\s,:]+)+/u;

/**
 * A title for a post that its author gave none: in a list of a blog it says more without the names of those it is
 * addressed to, and a boost more with the server it comes from.
 */
export function madeTitle(post: Post): string {
  if (post.contentWarning !== null || post.content === null || post.content.length === 0) {
    const host = post.boostOf?.kind === "remote" ? hostOf(post.boostOf.url) : null;
    const label = postLabel(post, LONGEST);
    return host === null || label !== LABEL_WORDS.boost ? label : clip(`Boost from ${host}`, LONGEST);
  }
  const line = toText(post.content).replace(/\s+/g, " ").trim();
  const words = line.replace(ADDRESSED, "");
  return words === "" ? postLabel(post, LONGEST) : clip(words, LONGEST);
}

function hostOf(address: string): string | null {
  const url = URL.parse(address);
  return url === null || !/^https?:$/.test(url.protocol) ? null : url.host;
}
