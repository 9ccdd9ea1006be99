import type { Library } from "../library/library.js";
import type { TagCount } from "./selection.js";

/** The hashtags of a library by name, each in its most frequent spelling. */
export function countTags(library: Pick<Library, "tags">): readonly TagCount[] {
  const counts: { slug: string; name: string; posts: number; best: number }[] = [];
  let last: (typeof counts)[number] | undefined;
  for (const { slug, name, posts } of library.tags()) {
    if (last?.slug !== slug) {
      last = { slug, name, posts: 0, best: 0 };
      counts.push(last);
    }
    // Names come in the order of code units: of two as frequent ones the first holds.
    if (posts > last.best) {
      last.best = posts;
      last.name = name;
    }
    last.posts += posts;
  }
  const keyed = counts.map(({ slug, name, posts }) => ({
    order: name.toLowerCase(),
    tag: { slug, name, posts },
  }));
  keyed.sort((a, b) =>
    a.order === b.order ? (a.tag.slug < b.tag.slug ? -1 : 1) : a.order < b.order ? -1 : 1,
  );
  return keyed.map(({ tag }) => tag);
}
