import type { Post } from "../../post/post.js";
import type { PostRange, Selection, TagCount } from "../../select/selection.js";
import { mediaPath, postPath, publicPath, tagPath } from "../../theme/paths.js";
import type { FeedLink, Site } from "../../theme/site.js";
import type { Strings } from "../../theme/strings/strings.js";
import { writeAtom } from "../feeds/atom.js";
import type { FeedDocument, FeedItem } from "../feeds/feed.js";
import { feedHead } from "../feeds/feed-head.js";
import { toFeedItem } from "../feeds/feed-item.js";
import { writeJsonFeed } from "../feeds/json-feed.js";
import { writeRss } from "../feeds/rss.js";
import type { OutputFile } from "../target.js";

/** Posts in a feed: the newest. */
const ITEMS = 50;
/** A tag has a feed from so many posts on: of a tag used once there is nothing to follow. */
const TAG_POSTS = 3;

const KINDS = ["poll", "selfReply", "reply", "post"] as const;

const FORMATS: readonly {
  readonly name: string;
  readonly file: string;
  readonly mediaType: string;
  readonly write: (document: FeedDocument) => string;
}[] = [
  { name: "Atom", file: "atom.xml", mediaType: "application/atom+xml", write: writeAtom },
  { name: "RSS", file: "rss.xml", mediaType: "application/rss+xml", write: writeRss },
  { name: "JSON Feed", file: "feed.json", mediaType: "application/feed+json", write: writeJsonFeed },
];

/** The feeds of a site that knows where it will stand: their addresses have to be whole. */
export function feedLinks(
  strings: Strings,
  selection: Selection,
  baseUrl: string | null,
): readonly FeedLink[] {
  if (baseUrl === null || selection.counts.total === 0) return [];
  return [...linksIn("feeds", strings.feedOfAll), ...linksIn("feeds/posts", strings.feedOfPosts)];
}

/** The feeds of a tag, for its pages. */
export function tagFeedLinks(site: Site, tag: TagCount): readonly FeedLink[] {
  if (site.baseUrl === null || tag.posts < TAG_POSTS) return [];
  return linksIn(tagFolder(tag), site.strings.feedOfTag(`#${tag.name}`));
}

function linksIn(folder: string, title: string): readonly FeedLink[] {
  return FORMATS.map(({ name, file, mediaType }) => ({
    path: `${folder}/${file}`,
    mediaType,
    title: `${title}, ${name}`,
  }));
}

function tagFolder({ slug }: TagCount): string {
  return tagPath(slug).replace(/\/index\.html$/, "");
}

/** Every feed: of the whole account, of posts without replies, and of each tag. */
export async function* renderFeeds(site: Site, selection: Selection): AsyncGenerator<OutputFile> {
  const { baseUrl, strings } = site;
  if (baseUrl === null || selection.counts.total === 0) return;
  const feed = (folder: string, title: string, page: string, range: PostRange) =>
    documents({ site, selection, baseUrl, folder, title, page }, range);
  yield* feed("feeds", site.title, "", { kinds: KINDS });
  const posts = KINDS.filter((kind) => kind !== "reply");
  yield* feed("feeds/posts", `${site.title}: ${strings.feedOfPosts}`, "", { kinds: posts });
  for (const tag of selection.tags()) {
    if (tag.posts < TAG_POSTS) continue;
    const range = { tag: tag.slug, kinds: KINDS };
    yield* feed(tagFolder(tag), `${site.title}: #${tag.name}`, publicPath(tagPath(tag.slug)), range);
  }
}

interface SiteFeed {
  readonly site: Site;
  readonly selection: Selection;
  readonly baseUrl: string;
  readonly folder: string;
  readonly title: string;
  /** Public path of the page it belongs to. */
  readonly page: string;
}

async function* documents(feed: SiteFeed, range: PostRange): AsyncGenerator<OutputFile> {
  const { site, selection, baseUrl, folder, title, page } = feed;
  const around = {
    selection,
    pageUrl: ({ key }: Pick<Post, "key">) => {
      const address = selection.address(key);
      return address === null ? null : baseUrl + publicPath(postPath(address));
    },
    mediaUrl: (name: string) => (site.withMedia ? baseUrl + mediaPath(name) : null),
  };
  const items: FeedItem[] = [];
  for await (const post of selection.posts("newest", { ...range, limit: ITEMS })) {
    items.push(toFeedItem(post, around));
  }
  const home = baseUrl + page;
  const head = { ...feedHead(selection, title, home), id: `${baseUrl}${folder}/`, home };
  for (const { file, write } of FORMATS) {
    const path = `${folder}/${file}`;
    const place = { kind: "subscription", self: baseUrl + path, current: null, previous: null } as const;
    yield { path, content: write({ head, place, items }) };
  }
}
