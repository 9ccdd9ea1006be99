import { urlsOf } from "@archive/schema";
import type { ExaminedPost } from "../post/examine.js";

/** The page of a post, else its id; `null` of one that not everybody may see. */
export function openAddressOf({ facts }: ExaminedPost): string | null {
  const { visibility } = facts.audience;
  if (visibility !== "public" && visibility !== "unlisted") return null;
  if (facts.item.kind === "boost") return facts.id;
  return urlsOf(facts.item.object?.url)[0] ?? facts.id;
}
