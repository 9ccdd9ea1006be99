import { firstIdOf, isJsonObject, type JsonObject, textOf, valuesOf } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";

/** The AS2 document of a post, as far as there is one: what the post as such does not say is taken from it. */
export interface SourceDocument {
  readonly activity: JsonObject;
  /** The post itself; empty of a boost, and where the archive holds no AS2. */
  readonly object: JsonObject;
}

const NOTHING: SourceDocument = { activity: {}, object: {} };

/** The document of a post; an archive of another kind of JSON gives none. */
export function sourceDocument(post: PublishedPost, selection: Selection): SourceDocument {
  const found = selection.as2(post.key);
  if (found === null) return NOTHING;
  if (post.kind === "boost") return textOf(found.type) === null ? NOTHING : { activity: found, object: {} };
  const object = valuesOf(found.object).find(isJsonObject);
  if (object !== undefined) return { activity: found, object };
  if (textOf(found.type) === null) return NOTHING;
  // An activity that names its post, and one that is the post itself, without an activity around it.
  if (found.object !== undefined) return { activity: found, object: {} };
  return textOf(found.id) === null ? NOTHING : { activity: {}, object: found };
}

/** The ids of a post's activity and object. A post without any is named after its key. */
export function idsOf(
  post: PublishedPost,
  { activity }: SourceDocument,
): { readonly activity: string; readonly object: string } {
  const own = post.id ?? `urn:ap-archive:post:${post.key}`;
  if (post.kind === "boost") return { activity: own, object: own };
  return { activity: firstIdOf(activity) ?? `${own}/activity`, object: own };
}
