import type { RunOptions } from "@archive/schema";
import { IdIndex } from "../../ids/id-index.js";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { feedMedia } from "../feeds/feed-media.js";
import type { OutputFile } from "../target.js";
import { isOpen, postFiles } from "./files-of-posts.js";
import { plainHtml, postHtml, postTitle } from "./post-html.js";
import { loginOf, statusOf, WXR_FOOT, type WxrItem, wxrHead, wxrItem } from "./wxr.js";

/** PHP reads a file of XML as a whole; larger ones run out of its memory. */
const MOST_BYTES = 10_000_000;

const encoder = new TextEncoder();

/** What WXR files are made with. */
export interface WxrJob {
  readonly selection: Selection;
  /** Address of a media file by its name in the output; `null` where media are not fetched. */
  mediaUrl(name: string): string | null;
  readonly maxUpload: number;
}

/** The posts as `posts.xml`, `posts-2.xml` … oldest first; boosts have no text of their own and are left out. */
export async function* wxrFiles(job: WxrJob, run: RunOptions): AsyncGenerator<OutputFile> {
  const { selection } = job;
  const head = wxrHead(selection.accounts, selection.origin.exportedAt);
  const most = Math.min(job.maxUpload, MOST_BYTES) - encoder.encode(head + WXR_FOOT).length;
  const items = new ItemMaker(job);
  let text = "";
  let bytes = 0;
  let number = 0;
  const file = (): OutputFile => {
    number += 1;
    return { path: number === 1 ? "posts.xml" : `posts-${number}.xml`, content: head + text + WXR_FOOT };
  };
  for await (const post of selection.posts("oldest", { kinds: ["post", "reply", "selfReply", "poll"] })) {
    run.signal?.throwIfAborted();
    const xml = items
      .of(post)
      .map((item) => wxrItem(item, selection.timeZone))
      .join("");
    const size = encoder.encode(xml).length;
    if (text !== "" && bytes + size > most) {
      yield file();
      text = "";
      bytes = 0;
    }
    text += xml;
    bytes += size;
  }
  if (text !== "" || number === 0) yield file();
}

class ItemMaker {
  readonly #job: WxrJob;
  /** Files that are attached to a post already: WordPress keeps one copy. */
  readonly #attached = new IdIndex();
  #lastId = 0;
  #time = "";
  #titles = new Set<string>();

  constructor(job: WxrJob) {
    this.#job = job;
  }

  /** A post, and after it the files that are attached to it. */
  of(post: PublishedPost): WxrItem[] {
    const { selection, mediaUrl } = this.#job;
    const author = loginOf(selection.accounts[post.account] ?? null, post.account);
    // What lies on the web to be fetched can be seen by everybody.
    const files = isOpen(post) ? postFiles(post, selection) : [];
    const shown = files.flatMap((file) => {
      const url = mediaUrl(file.state.name);
      return url === null ? [] : [{ file, url }];
    });
    const id = this.#nextId();
    const html = postHtml(post, selection, (attachment) => {
      const found = shown.find(({ file }) => file.attachment.media === attachment.media);
      return found === undefined ? null : feedMedia(attachment, found.file.state, found.url);
    });
    const guid = post.id ?? `urn:ap-archive:${post.key}`;
    const item: WxrItem = {
      id,
      type: "post",
      title: this.#titleOf(post),
      link: post.url,
      guid,
      author,
      html,
      excerpt: post.contentWarning === null ? "" : plainHtml(post.contentWarning),
      published: post.published,
      slug: this.#slugOf(post),
      status: statusOf(post.audience.visibility, post.published),
      parent: 0,
      attachmentUrl: null,
      hashtags: hashtagsOf(post, selection),
      meta: { _source_id: guid },
    };
    return [item, ...shown.flatMap(({ file, url }) => this.#attachment(item, file, url))];
  }

  #attachment(
    post: WxrItem,
    { attachment, state }: ReturnType<typeof postFiles>[number],
    url: string,
  ): WxrItem[] {
    if (this.#attached.has(state.name)) return [];
    this.#attached.set(state.name, 1);
    return [
      {
        ...post,
        id: this.#nextId(),
        type: "attachment",
        // Two of the same title and time are one to the importer, and alt texts repeat.
        title: state.name,
        link: null,
        guid: url,
        html: "",
        excerpt: "",
        slug: state.name.replace(/\.[a-z0-9]+$/, ""),
        status: "inherit",
        parent: post.id,
        attachmentUrl: url,
        hashtags: [],
        meta: attachment.alt === null ? {} : { _wp_attachment_image_alt: plainHtml(attachment.alt) },
      },
    ];
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Posts come in the order of time, so only titles of the same second can meet. */
  #titleOf(post: PublishedPost): string {
    const time = (post.published ?? "").slice(0, 19);
    if (time !== this.#time) this.#titles = new Set();
    this.#time = time;
    const title = postTitle(post);
    let unique = title;
    for (let number = 2; this.#titles.has(unique); number += 1) unique = `${title} (${number})`;
    this.#titles.add(unique);
    return unique;
  }

  #slugOf({ key }: PublishedPost): string {
    const address = this.#job.selection.address(key);
    return address?.day == null ? key : `${address.day}-${address.short}`;
  }
}

function hashtagsOf(post: PublishedPost, selection: Selection): WxrItem["hashtags"] {
  const tags = new Map<string, { slug: string; name: string }>();
  for (const tag of post.tags) {
    const name = tag.kind === "hashtag" ? tag.name.replace(/^[#＃]/u, "") : "";
    const slug = name === "" ? null : selection.slugOf(name);
    if (slug !== null && !tags.has(slug)) tags.set(slug, { slug, name });
  }
  return [...tags.values()];
}
