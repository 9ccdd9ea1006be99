import type { SafeEmoji, SafeText } from "./safe-tree.js";

const ALPHANUMERIC = /[a-z0-9]/i;
const LONGEST_NAME = 200;

/**
 * Cuts custom emoji (`:name:`) out of a text, only those the post names. As on Mastodon and Misskey a letter or
 * digit right before or behind makes it plain text, so that `10:30:45` stays a time.
 */
export function splitEmoji(text: string, names: ReadonlySet<string>): readonly (SafeText | SafeEmoji)[] {
  const parts: (SafeText | SafeEmoji)[] = [];
  let done = 0;
  let colon = text.indexOf(":");
  while (colon !== -1) {
    const end = text.indexOf(":", colon + 1);
    if (end === -1) break;
    const name = end - colon - 1 <= LONGEST_NAME ? text.slice(colon + 1, end) : "";
    const stands = !ALPHANUMERIC.test(text[colon - 1] ?? "") && !ALPHANUMERIC.test(text[end + 1] ?? "");
    if (!stands || !names.has(name)) {
      colon = end;
      continue;
    }
    if (colon > done) parts.push({ type: "text", value: text.slice(done, colon) });
    parts.push({ type: "emoji", shortcode: name });
    done = end + 1;
    colon = text.indexOf(":", done);
  }
  if (done < text.length) parts.push({ type: "text", value: text.slice(done) });
  return parts;
}
