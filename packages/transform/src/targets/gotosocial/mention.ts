import type { SafeNode } from "../../content/safe-tree.js";
import type { Post } from "../../post/post.js";

/** What slurp takes for somebody's name, in the Markdown it makes of a text; letters are those of ASCII there. */
const NAME = /@\w/;
/** Links to profiles and their posts, which it lets pass. */
const PROFILE = /https:\/\/[a-z0-9.-]+\/@\w+/g;

/**
 * Whether slurp takes a post for one that mentions somebody, and passes it over: mail addresses and links with an `@`
 * further on are among them. Source: `internal/archive/archive.go` 45, 171 and 215.
 */
export function looksLikeMention({ title, content, poll }: Post): boolean {
  const options = (poll?.options ?? []).map(({ name }) => name);
  const text = [title ?? "", (content ?? []).map(written).join(""), ...options].join("\n");
  return text.trimStart().startsWith("@") || NAME.test(text.replace(PROFILE, ""));
}

/** The words of a text, with the addresses of its links, which stand in the Markdown as well. */
function written(node: SafeNode): string {
  if (node.type === "text") return node.value;
  if (node.type === "break") return "\n";
  if (node.type === "emoji") return "";
  const inside = node.children.map(written).join("");
  return node.type === "link" ? `${inside} ${node.href} ` : inside;
}
