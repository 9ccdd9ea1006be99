import type { RunOptions } from "@archive/schema";
import type { Selection, TagCount } from "../../select/selection.js";
import { documentText } from "../../theme/markup.js";
import { TagPage } from "../../theme/pages/tag.js";
import { TagsPage } from "../../theme/pages/tags.js";
import { TAGS_PATH, tagPath } from "../../theme/paths.js";
import { type FeedLink, pageAt, type Site } from "../../theme/site.js";
import type { OutputFile } from "../target.js";
import { PostList } from "./post-list.js";
import type { PostWriter } from "./render-post.js";
import { tagFeedLinks } from "./site-feeds.js";

/** Posts on one page of a tag. */
const FULL = 200;

/** The index of tags, and the pages of each. */
export async function* renderTags(
  site: Site,
  selection: Selection,
  writer: PostWriter,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const tags = selection.tags();
  if (tags.length === 0) return;
  const index = pageAt(site, TAGS_PATH);
  yield { path: index.path, content: documentText(<TagsPage page={index} tags={tags} />) };
  for (const tag of tags) {
    run.signal?.throwIfAborted();
    yield* renderTag(site, selection, writer, tag, tagFeedLinks(site, tag));
  }
}

/** The pages of a tag. */
export async function* renderTag(
  site: Site,
  selection: Selection,
  writer: PostWriter,
  tag: TagCount,
  feeds: readonly FeedLink[],
): AsyncGenerator<OutputFile> {
  let part = 1;
  let list = new PostList(pageAt(site, tagPath(tag.slug)));
  const turnTo = (other: number) => {
    const name = `#${tag.name}`;
    return { path: tagPath(tag.slug, other), text: other === 1 ? name : site.strings.continued(name) };
  };
  const pageOf = (goesOn: boolean): OutputFile => {
    const { page } = list;
    const earlier = part === 1 ? null : turnTo(part - 1);
    const later = goesOn ? turnTo(part + 1) : null;
    const props = { page, tag, part, days: list.days(), feeds, earlier, later };
    return { path: page.path, content: documentText(<TagPage {...props} />) };
  };
  for await (const post of selection.posts("oldest", { tag: tag.slug })) {
    const address = selection.address(post.key);
    if (address === null || post.kind === "boost") continue;
    if (list.size >= FULL) {
      yield pageOf(true);
      part += 1;
      list = new PostList(pageAt(site, tagPath(tag.slug, part)));
    }
    const anchor = `p${address.day ?? ""}-${address.short}`;
    list.add(post, address.day, writer.item(list, post, address, anchor, "short"));
  }
  yield pageOf(false);
}
