import type { SafeElementName, SafeNode, SafeTree } from "../content/safe-tree.js";

const HEADINGS: Readonly<Partial<Record<SafeElementName, SafeElementName>>> = {
  h1: "h3",
  h2: "h4",
  h3: "h5",
  h4: "h6",
  h5: "h6",
  h6: "h6",
};

/**
 * A person's text as a part of a page. Its headings stand below the page's own (h1) and the day's (h2).
 * Hashtags lead nowhere: the site has no pages for them yet, and a link to a server's would die with it.
 */
export function pageTree(tree: SafeTree): SafeTree {
  return tree.map(pageNode);
}

function pageNode(node: SafeNode): SafeNode {
  switch (node.type) {
    case "link":
      return node.role === "hashtag"
        ? { type: "element", name: "span", mark: "hashtag", children: pageTree(node.children) }
        : { ...node, children: pageTree(node.children) };
    case "element":
      return { ...node, name: HEADINGS[node.name] ?? node.name, children: pageTree(node.children) };
    default:
      return node;
  }
}
