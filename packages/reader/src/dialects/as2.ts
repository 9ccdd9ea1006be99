import { type Activity, isJsonObject, type JsonObject, textOf, type Visibility } from "@archive/schema";
import type { Reshaped } from "./dialect.js";

/** The address of the Public collection: ActivityPub §5.6. */
export const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

/** Who a post is addressed to, as servers write each visibility; `unknown` has no addressing at all. */
export function addressing(
  visibility: Visibility,
  followers: string,
  mentioned: readonly string[] = [],
): { readonly to?: readonly string[]; readonly cc?: readonly string[] } {
  switch (visibility) {
    case "public":
      return { to: [PUBLIC], cc: [followers, ...mentioned] };
    case "unlisted":
      return { to: [followers], cc: [PUBLIC, ...mentioned] };
    case "followers":
      return { to: [followers], cc: [...mentioned] };
    case "direct":
      return { to: [...mentioned], cc: [] };
    case "unknown":
      return {};
  }
}

/** A post in the `Create` that made it: the activity has the post's own addressing, date and author. */
export function createOf(object: JsonObject, hint?: Visibility): Reshaped {
  const { id, attributedTo, published, to, cc } = object;
  const activity: Activity = defined({
    id: typeof id === "string" ? `${id}#create` : undefined,
    type: "Create",
    actor: attributedTo,
    published,
    to,
    cc,
    object,
  });
  return { value: activity, hint };
}

/** An object without the keys that are `undefined`. */
export function defined(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** The elements of a list that are objects; of anything else, none. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The elements of a list that are texts; of anything else, none. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => textOf(each) !== null) : [];
}

/** One option of a poll, with its votes where they are known. */
export function pollOption(name: unknown, votes: number | null): JsonObject {
  return { type: "Note", name, replies: defined({ type: "Collection", totalItems: votes ?? undefined }) };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, in attributes as well. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** A link, where its address is one of the web; else its content alone. Both are HTML. */
export function htmlLink(address: string, html: string, more = ""): string {
  return /^https?:\/\//i.test(address) ? `<a href="${escapeHtml(address)}"${more}>${html}</a>` : html;
}
