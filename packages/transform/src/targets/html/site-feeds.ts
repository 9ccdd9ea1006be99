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
import type { Fingerprints } from "./fingerprints.js";
import { lazyFile } from "./lazy-file.js";
import { newestPosts } from "./newest-posts.js";
import type { TagPrints } from "./tag-prints.js";

/** Posts in a feed: the newest. Whoever follows a tag misses fewer between two visits. */
const ITEMS = 50;
const TAG_ITEMS = 20;
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

/** What feeds are made from. */
export interface FeedContext {
  readonly site: Site;
  readonly selection: Selection;
  readonly prints: Fingerprints;
  readonly tags: TagPrints;
}

/** Every feed: of the whole account, of posts without replies, and of each tag. */
export function* renderFeeds(context: FeedContext): Generator<OutputFile> {
  const { site, selection, prints, tags } = context;
  const { baseUrl, strings } = site;
  if (baseUrl === null || selection.counts.total === 0) return;
  const feed = (
    folder: string,
    title: string,
    page: string,
    range: PostRange,
    print: string | undefined,
  ): Generator<OutputFile> => documents({ site, selection, baseUrl, folder, title, page, range, print });
  yield* feed("feeds", site.title, "", { kinds: KINDS }, undefined);
  const posts = KINDS.filter((kind) => kind !== "reply");
  yield* feed("feeds/posts", `${site.title}: ${strings.feedOfPosts}`, "", { kinds: posts }, undefined);
  for (const tag of selection.tags()) {
    if (tag.posts < TAG_POSTS) continue;
    const range = { tag: tag.slug, kinds: KINDS };
    const title = `${site.title}: #${tag.name}`;
    const made = tags.of(tag.slug);
    const print = made.length === 0 ? undefined : prints.page(title, made);
    yield* feed(tagFolder(tag), title, publicPath(tagPath(tag.slug)), range, print);
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
  readonly range: PostRange;
  /** Names what it is made from. */
  readonly print: string | undefined;
}

/** A feed in every format; its posts are read when the first of them is pulled. */
function* documents(feed: SiteFeed): Generator<OutputFile> {
  const { selection, baseUrl, folder, title, page, print } = feed;
  let reading: Promise<readonly FeedItem[]> | null = null;
  for (const { file, write } of FORMATS) {
    const path = `${folder}/${file}`;
    const place = { kind: "subscription", self: baseUrl + path, current: null, previous: null } as const;
    yield lazyFile(path, print, async () => {
      reading ??= itemsOf(feed);
      const items = await reading;
      const home = baseUrl + page;
      const made = feedHead(selection, title, home);
      // What came elsewhere leaves a feed as it is.
      const updated = items[0]?.published ?? made.updated;
      return write({ head: { ...made, id: `${baseUrl}${folder}/`, home, updated }, place, items });
    });
  }
}

async function itemsOf({ site, selection, baseUrl, range }: SiteFeed): Promise<readonly FeedItem[]> {
  const around = {
    selection,
    pageUrl: ({ key }: Pick<Post, "key">) => {
      const address = selection.address(key);
      return address === null ? null : baseUrl + publicPath(postPath(address));
    },
    mediaUrl: (name: string) => (site.withMedia ? baseUrl + mediaPath(name) : null),
  };
  const items: FeedItem[] = [];
  const limited = { ...range, limit: range.tag === undefined ? ITEMS : TAG_ITEMS };
  // Those of a tag are few to put in order, and may lie in many months.
  const posts =
    range.tag === undefined ? newestPosts(selection, limited) : selection.posts("newest", limited);
  for await (const post of posts) {
    items.push(toFeedItem(post, around));
  }
  return items;
}
