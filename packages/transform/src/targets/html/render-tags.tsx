import type { RunOptions } from "@archive/schema";
import type { Selection, TagCount } from "../../select/selection.js";
import { documentText } from "../../theme/markup.js";
import { TagPage } from "../../theme/pages/tag.js";
import { TagsPage } from "../../theme/pages/tags.js";
import { TAGS_PATH, tagPath } from "../../theme/paths.js";
import { pageAt, type Site } from "../../theme/site.js";
import type { OutputFile } from "../target.js";
import type { Fingerprints } from "./fingerprints.js";
import { lazyFile } from "./lazy-file.js";
import { PostList } from "./post-list.js";
import type { PostWriter } from "./render-post.js";
import { tagFeedLinks } from "./site-feeds.js";
import { TagPosts } from "./tag-posts.js";
import { TAG_PAGE, type TagPrints } from "./tag-prints.js";

/** What the pages of tags are made with. */
export interface TagContext {
  readonly site: Site;
  readonly selection: Selection;
  readonly writer: PostWriter;
  readonly prints: Fingerprints;
  readonly tags: TagPrints;
}

/** The index of tags, and the pages of each. */
export async function* renderTags(context: TagContext, run: RunOptions): AsyncGenerator<OutputFile> {
  const { site, selection } = context;
  const tags = selection.tags();
  if (tags.length === 0) return;
  const index = pageAt(site, TAGS_PATH);
  yield { path: index.path, content: documentText(<TagsPage page={index} tags={tags} />) };
  for (const tag of tags) {
    run.signal?.throwIfAborted();
    yield* renderTag(context, tag);
  }
}

/** The pages of a tag. */
export async function* renderTag(
  { site, selection, writer, prints, tags }: TagContext,
  tag: TagCount,
): AsyncGenerator<OutputFile> {
  const posts = new TagPosts(selection, tag.slug);
  const feeds = tagFeedLinks(site, tag);
  const made = tags.of(tag.slug);
  const parts = Math.max(1, Math.ceil(tag.posts / TAG_PAGE));
  const turnTo = (other: number) => {
    if (other < 1 || other > parts) return null;
    const name = `#${tag.name}`;
    return { path: tagPath(tag.slug, other), text: other === 1 ? name : site.strings.continued(name) };
  };
  try {
    for (let part = 1; part <= parts; part += 1) {
      const page = pageAt(site, tagPath(tag.slug, part));
      const props = { page, tag, part, feeds, earlier: turnTo(part - 1), later: turnTo(part + 1) };
      const print = made[part - 1];
      yield lazyFile(
        page.path,
        print === undefined ? undefined : prints.page(tag, part, parts, feeds, print),
        async () => {
          const list = new PostList(page);
          for (const post of await posts.part(part)) {
            const address = selection.address(post.key);
            if (address === null) continue;
            list.add(post, writer.card(post, address), address, `p${address.day ?? ""}-${address.short}`);
          }
          return documentText(<TagPage {...props} days={writer.items(list, "short")} />);
        },
      );
    }
  } finally {
    await posts.close();
  }
}
