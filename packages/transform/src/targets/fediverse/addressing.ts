import { firstIdOf, type Visibility, valuesOf } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { ActorFacts } from "./actor-facts.js";
import { PUBLIC } from "./context.js";
import type { SourceDocument } from "./source-document.js";

/** To whom a document is addressed. */
export interface Addressing {
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

const PUBLIC_NAMES: ReadonlySet<string> = new Set([PUBLIC, "as:Public", "Public"]);

/**
 * The addressing of a post, made anew from its visibility, so that an activity and its object can't disagree and
 * nothing but that visibility can be read from it. Whom it mentions comes from the document.
 *
 * Other accounts' follower collections are left out: Sharkey's importer takes any address with `/followers` in it
 * for the author's own.
 */
export function addressing(post: PublishedPost, source: SourceDocument, actor: ActorFacts): Addressing {
  const people = recipients(post, source, actor);
  switch (post.audience.visibility satisfies Visibility) {
    case "public":
      return { to: [PUBLIC], cc: [actor.followers, ...people] };
    case "unlisted":
      return { to: [actor.followers], cc: [PUBLIC, ...people] };
    case "followers":
      return { to: [actor.followers], cc: people };
    default:
      return { to: people, cc: [] };
  }
}

function recipients(post: PublishedPost, source: SourceDocument, actor: ActorFacts): readonly string[] {
  const named = new Set<string>();
  for (const { to, cc } of [source.activity, source.object]) {
    for (const each of [...valuesOf(to), ...valuesOf(cc)]) {
      const id = firstIdOf(each);
      if (id !== null) named.add(id);
    }
  }
  for (const tag of post.tags) if (tag.kind === "mention" && tag.url !== null) named.add(tag.url);
  return [...named].filter(
    (id) => !PUBLIC_NAMES.has(id) && id !== actor.followers && id !== actor.id && !id.includes("/followers"),
  );
}
