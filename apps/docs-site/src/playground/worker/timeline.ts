import { VISIBILITIES, type Visibility } from "@archive/schema";
import {
  type ArchiveSource,
  type Library,
  memoryLibrary,
  type PostKey,
  type PublishedPost,
  type Selection,
  select,
  toHtml,
} from "@archive/transform";
import { type IndexedPost, indexPost, type SearchEngine, searchPosts } from "@archive/transform/search";
import type { OnProgress, TimelineFacts, TimelinePage, TimelinePost, TimelineRequest } from "../protocol.js";
import { turns } from "./answer.js";
import { blobLog } from "./blob-log.js";
import { blobStore } from "./blob-store.js";

/** Everything the owner may see on their own screen; downloads choose for themselves. */
const EVERYTHING: readonly Visibility[] = ["public", "unlisted", "followers", "direct", "unknown"];
const PAGE = 20;
/** A post takes some 4 KB in this thread; the browser keeps its text and its words beside. */
const MOST_POSTS = 80_000;

interface Boost {
  readonly key: PostKey;
  readonly visibility: Visibility;
}

/** The posts of an archive, searchable. */
export class Timeline {
  readonly library: Library;
  readonly #selection: Selection;
  readonly #engine: SearchEngine;
  /** Of each post, by its number in the index: a place in the list of visibilities. */
  readonly #visibilities: Uint8Array;
  /** Newest first; they have no words of their own to look for. */
  readonly #boosts: readonly Boost[];
  readonly #leftOut: number;

  private constructor(
    library: Library,
    selection: Selection,
    engine: SearchEngine,
    visibilities: Uint8Array,
    boosts: readonly Boost[],
    leftOut: number,
  ) {
    this.library = library;
    this.#selection = selection;
    this.#engine = engine;
    this.#visibilities = visibilities;
    this.#boosts = boosts;
    this.#leftOut = leftOut;
  }

  /** Reads the outbox once, or in two passes where not all posts can be held. */
  static async gather(
    source: ArchiveSource,
    total: number,
    outboxBytes: number | null,
    onProgress: OnProgress,
  ): Promise<Timeline> {
    const library = memoryLibrary(blobLog());
    const { selection, report } = await select(
      source,
      {
        library,
        visibility: EVERYTHING,
        limit: total > MOST_POSTS ? MOST_POSTS : undefined,
      },
      {
        onProgress: ({ bytes, items }) => {
          onProgress({ part: outboxBytes === null ? null : { done: bytes, total: outboxBytes }, items });
        },
      },
    );
    const visibilities = new Uint8Array(selection.counts.total);
    const boosts: Boost[] = [];
    let count = 0;
    const breathe = turns(undefined);
    async function* indexed(): AsyncGenerator<IndexedPost> {
      for await (const post of selection.posts("oldest")) {
        await breathe();
        const { visibility } = post.audience;
        const year = selection.address(post.key)?.day?.slice(0, 4) ?? "";
        const entry = indexPost(post, { page: post.key, year, picture: null });
        if (entry === null) boosts.push({ key: post.key, visibility });
        else {
          visibilities[count] = VISIBILITIES.indexOf(visibility);
          count += 1;
          yield entry;
        }
      }
    }
    const engine = await searchPosts(indexed(), blobStore());
    return new Timeline(library, selection, engine, visibilities, boosts.reverse(), report.leftOut.limit);
  }

  facts(): TimelineFacts {
    const { counts } = this.#selection;
    const years = new Set(this.#engine.facts.years.map(([year]) => year).filter((year) => year !== ""));
    return {
      posts: counts.total,
      years: [...years].reverse(),
      languages: [...this.#engine.facts.languages],
      byVisibility: counts.byVisibility,
      leftOut: this.#leftOut,
    };
  }

  async page(request: TimelineRequest): Promise<TimelinePage> {
    const { from, kind } = request;
    const shown = new Set(request.visibilities);
    if (kind === "boost") {
      const all =
        request.query.trim() === "" ? this.#boosts.filter((each) => shown.has(each.visibility)) : [];
      const ordered = request.order === "newest" ? all : all.toReversed();
      const part = ordered.slice(from, from + PAGE).map(({ key }) => key);
      const next = from + PAGE < ordered.length ? from + PAGE : null;
      return { posts: this.#shown(part), total: ordered.length, exact: true, next };
    }
    const found = await this.#engine.search({
      query: request.query,
      kind: kind ?? undefined,
      year: request.year ?? undefined,
      language: request.language ?? undefined,
      media: request.media ?? undefined,
      order: request.order,
    });
    const posts = found.posts.filter((number) => {
      const visibility = VISIBILITIES[this.#visibilities[number] ?? -1];
      return visibility !== undefined && shown.has(visibility);
    });
    const { results, next } = await this.#engine.results({ ...found, posts }, from, PAGE);
    const keys = results.map(({ post: [page] }) => page);
    return {
      posts: this.#shown(keys),
      total: posts.length,
      exact: found.rows.length === 0,
      next: next < posts.length ? next : null,
    };
  }

  #shown(keys: readonly PostKey[]): readonly TimelinePost[] {
    return keys.flatMap((key) => {
      const post = this.#selection.post(key);
      return post === null ? [] : [this.#timelinePost(post)];
    });
  }

  #timelinePost(post: PublishedPost): TimelinePost {
    const { inReplyTo, boostOf } = post;
    return {
      key: post.key,
      visibility: post.audience.visibility,
      kind: post.kind,
      published: post.published,
      edited: post.updated !== null && post.updated !== post.published,
      url: post.url,
      title: post.title,
      html: post.content === null ? "" : toHtml(post.content),
      contentWarning: post.contentWarning,
      sensitive: post.sensitive,
      language: post.language,
      direction: post.direction,
      attachments: post.attachments.map(({ kind, media, alt, width, height }) => {
        const file = media === null ? null : (this.library.getMedia(media)?.file ?? null);
        const there = file !== null && file.size > 0;
        return { kind, media: there ? media : null, bytes: file?.size ?? null, alt, width, height };
      }),
      poll: post.poll === null ? null : { options: post.poll.options, voters: post.poll.voters },
      replyTo: inReplyTo === null ? null : inReplyTo.kind === "remote" ? inReplyTo.url : "own",
      boostOf: boostOf === null ? null : boostOf.kind === "remote" ? boostOf.url : "",
    };
  }
}
