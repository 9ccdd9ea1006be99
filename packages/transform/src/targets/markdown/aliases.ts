import { IdIndex } from "../../ids/id-index.js";
import type { Post } from "../../post/post.js";

// What the project itself has at its root; an old address never takes the place of a page.
const OWN = new Set([
  "posts",
  "undated",
  "tags",
  "media",
  "page",
  "assets",
  "index",
  "404",
  "people",
  "months",
]);
const PART = /^(?:@[\w.-]*\w|[\w~-]+)$/;
const LONGEST = 200;

/** The paths posts had on their server, so that a site under the old name leads its visitors on. */
export class Aliases {
  #taken = new IdIndex();

  /** Paths of a post's page and of its id, each given to one post only. */
  of(posts: readonly Post[]): readonly string[] {
    const found: string[] = [];
    for (const { url, id } of posts) {
      for (const address of [url, id]) {
        const path = address === null ? null : aliasPath(address);
        // Some file systems tell no cases apart.
        const folded = path?.toLowerCase();
        if (path === null || folded === undefined || this.#taken.has(folded)) continue;
        this.#taken.set(folded, 1);
        found.push(path);
      }
    }
    return found;
  }
}

/** The path of an address where it is one that a site can have again; `null` otherwise. */
function aliasPath(address: string): string | null {
  if (address.length > LONGEST || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  const parts = pathname.split("/").slice(1);
  if (parts.at(-1) === "") parts.pop();
  if (search !== "" || parts.length < 2 || !parts.every((part) => PART.test(part))) return null;
  return OWN.has(parts[0]?.toLowerCase() ?? "") ? null : `/${parts.join("/")}/`;
}
