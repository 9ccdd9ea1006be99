import { languageTag } from "@archive/schema";
import type { ElementHead } from "./open-node.js";
import type { SafeLink } from "./safe-tree.js";

/** Attributes as the parser gives them: names in lower case, entities decoded, the first of each name. */
export type Attributes = Readonly<Record<string, string>>;

/** The class names of an element, in lower case. */
export function classesOf(attributes: Attributes): readonly string[] {
  const names = attributes.class;
  return names === undefined || names === "" ? [] : names.toLowerCase().split(/[ \t\n\f\r]+/);
}

/** What a link is, by its class names and `rel`: servers mark mentions and hashtags so. */
export function roleOf(attributes: Attributes): SafeLink["role"] {
  const classes = classesOf(attributes);
  if (classes.includes("hashtag")) return "hashtag";
  if (classes.includes("mention")) return "mention";
  const rel = attributes.rel;
  return rel
    ?.toLowerCase()
    .split(/[ \t\n\f\r]+/)
    .includes("tag")
    ? "hashtag"
    : "plain";
}

/** What of an element's attributes the tree keeps. */
export function headOf(name: ElementHead["name"], attributes: Attributes): ElementHead {
  const mark = name === "p" || name === "span" ? markOf(name, classesOf(attributes)) : undefined;
  const lang = attributes.lang === undefined ? null : languageTag(attributes.lang);
  const dir = attributes.dir?.toLowerCase();
  const start = name === "ol" ? ordinal(attributes.start) : undefined;
  const value = name === "li" ? ordinal(attributes.value) : undefined;
  return {
    name,
    ...(mark !== undefined && { mark }),
    ...(lang !== null && { lang }),
    ...((dir === "ltr" || dir === "rtl" || dir === "auto") && { dir }),
    ...(start !== undefined && { start }),
    ...(name === "ol" && attributes.reversed !== undefined && { reversed: true as const }),
    ...(value !== undefined && { value }),
  };
}

function markOf(name: "p" | "span", classes: readonly string[]): ElementHead["mark"] {
  if (classes.includes("quote-inline")) return "quote-inline";
  if (name === "p") return undefined;
  if (classes.includes("invisible")) return "invisible";
  return classes.includes("ellipsis") ? "ellipsis" : undefined;
}

/** A list number both HTML and Markdown can say. */
function ordinal(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}
