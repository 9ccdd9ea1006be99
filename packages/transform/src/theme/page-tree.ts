import type { SafeElementName, SafeNode, SafeTree } from "../content/safe-tree.js";
import { hashtagName } from "../content/to-html.js";

const HEADINGS: Readonly<Partial<Record<SafeElementName, SafeElementName>>> = {
  h1: "h3",
  h2: "h4",
  h3: "h5",
  h4: "h6",
  h5: "h6",
  h6: "h6",
};

/** Whether a hashtag has a page on the site. */
type IsTag = (name: string) => boolean;

/**
 * A person's text as a part of a page. Its headings stand below the page's own (h1) and the day's (h2).
 * Hashtags without a page of ours lead nowhere: a link to a server's would die with it.
 */
export function pageTree(tree: SafeTree, isTag: IsTag): SafeTree {
  return tree.map((node) => pageNode(node, isTag));
}

/** Whether a text has links that differ with the page it stands on. */
export function linksWithin(tree: SafeTree): boolean {
  return tree.some(
    (node) =>
      (node.type === "link" && node.role === "hashtag") || ("children" in node && linksWithin(node.children)),
  );
}

function pageNode(node: SafeNode, isTag: IsTag): SafeNode {
  switch (node.type) {
    case "link": {
      const name = node.role === "hashtag" ? hashtagName(node) : null;
      return node.role === "hashtag" && (name === null || !isTag(name))
        ? { type: "element", name: "span", mark: "hashtag", children: pageTree(node.children, isTag) }
        : { ...node, children: pageTree(node.children, isTag) };
    }
    case "element":
      return { ...node, name: HEADINGS[node.name] ?? node.name, children: pageTree(node.children, isTag) };
    default:
      return node;
  }
}
