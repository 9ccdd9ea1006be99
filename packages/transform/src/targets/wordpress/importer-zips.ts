import type { JsonObject, RunOptions } from "@archive/schema";
import { IdIndex } from "../../ids/id-index.js";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import type { OutputFile } from "../target.js";
import { zipBytes } from "../zip-bytes.js";
import { type PostFile, postFiles } from "./files-of-posts.js";
import { plainHtml, postHtml } from "./post-html.js";

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
const AS2 = "https://www.w3.org/ns/activitystreams";
const MEDIA_FOLDER = "media_attachments/files";
/** What a zip needs for each entry and for itself, with room to spare. */
const ENTRY_OVERHEAD = 400;

const encoder = new TextEncoder();

/** What the zips are made with. */
export interface ZipJob {
  readonly selection: Selection;
  /** Whether media go along. */
  readonly media: boolean;
  readonly maxUpload: number;
}

/** What one zip holds. */
interface Part {
  readonly account: number;
  readonly items: string[];
  /** Names of media. */
  readonly media: Set<string>;
  bytes: number;
}

/**
 * The zips that the Mastodon importer of WordPress's ActivityPub plugin takes: `activitypub.zip`,
 * `activitypub-2.zip` …, each small enough to be uploaded, of one account, oldest first.
 *
 * Only public posts are in them. The importer publishes everything it finds public in `to` or `cc`, so an unlisted
 * post would stand on the front page; and one of its versions publishes what is addressed to nobody.
 * Source: `includes/wp-admin/import/class-mastodon.php` of the plugin.
 */
export async function* importerZips(job: ZipJob, run: RunOptions): AsyncGenerator<OutputFile> {
  const { selection, maxUpload } = job;
  let number = 0;
  const file = (part: Part): OutputFile => {
    number += 1;
    const path = number === 1 ? "activitypub.zip" : `activitypub-${number}.zip`;
    return { path, content: zipBytes(filesOf(part, selection, run)) };
  };
  for (const account of selection.accounts.length === 0 ? [0] : selection.accounts.keys()) {
    // A reply to a post that is in no zip would become a comment on nothing.
    const written = new IdIndex();
    let part = emptyPart(account);
    for await (const post of selection.posts("oldest", { kinds: ["post", "reply", "selfReply", "poll"] })) {
      run.signal?.throwIfAborted();
      if (post.account !== account || post.audience.visibility !== "public" || post.published === null)
        continue;
      const files = job.media ? postFiles(post, selection) : [];
      const json = JSON.stringify(createOf(post, files, selection, written));
      const fresh = files.filter(({ state }) => !part.media.has(state.name));
      const size = encoder.encode(json).length + sizeOf(fresh);
      if (part.items.length > 0 && part.bytes + size > maxUpload) {
        yield file(part);
        part = emptyPart(account);
      }
      for (const { state } of files) part.media.add(state.name);
      part.items.push(json);
      part.bytes += part.items.length === 1 ? encoder.encode(json).length + sizeOf(files) : size;
      written.set(post.key, 1);
    }
    if (part.items.length > 0) yield file(part);
  }
}

function emptyPart(account: number): Part {
  return { account, items: [], media: new Set(), bytes: 3 * ENTRY_OVERHEAD };
}

function sizeOf(files: readonly PostFile[]): number {
  return files.reduce((sum, { state }) => sum + state.bytes + ENTRY_OVERHEAD, 0);
}

async function* filesOf(part: Part, selection: Selection, run: RunOptions): AsyncGenerator<OutputFile> {
  yield { path: "outbox.json", content: outboxText(part) };
  if (part.media.size === 0) return;
  for await (const { name, bytes } of selection.media(run)) {
    if (part.media.has(name)) yield { path: `${MEDIA_FOLDER}/${name}`, content: bytes };
    else await drain(bytes);
  }
}

/** A file is known only when it was read to its end. */
export async function drain(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}

function outboxText({ items }: Part): string {
  const head = { "@context": AS2, id: "outbox.json", type: "OrderedCollection", totalItems: items.length };
  return `${JSON.stringify(head).slice(0, -1)},"orderedItems":[\n${items.join(",\n")}\n]}\n`;
}

/** A post as the plugin's importer reads it: every post a Note, its tags a list, its files with a leading slash. */
function createOf(
  post: PublishedPost,
  files: readonly PostFile[],
  selection: Selection,
  written: IdIndex,
): JsonObject {
  const account = selection.accounts[post.account] ?? null;
  const actor = account?.id ?? "https://social.invalid/actor";
  const id = post.id ?? `urn:ap-archive:${post.key}`;
  const followers = `${actor}/followers`;
  return {
    id: `${id}/activity`,
    type: "Create",
    actor,
    published: post.published,
    to: [PUBLIC],
    cc: [followers],
    object: {
      id,
      type: "Note",
      // Excerpts, names of tags and captions are HTML to WordPress, in which shortcodes run.
      summary: post.contentWarning === null ? null : plainHtml(post.contentWarning),
      inReplyTo: parentOf(post, selection, written),
      published: post.published,
      url: post.url ?? id,
      attributedTo: actor,
      to: [PUBLIC],
      cc: [followers],
      sensitive: post.sensitive,
      content: postHtml(post, selection, () => null),
      attachment: files.map(({ attachment, state }) => ({
        type: "Document",
        mediaType: state.mediaType,
        url: `/${MEDIA_FOLDER}/${state.name}`,
        name: attachment.alt === null ? null : plainHtml(attachment.alt),
        ...(state.width !== null && state.height !== null && { width: state.width, height: state.height }),
      })),
      tag: post.tags.flatMap((tag) =>
        tag.kind === "hashtag"
          ? [{ type: "Hashtag", name: `#${plainHtml(tag.name.replace(/^[#＃]/u, ""))}` }]
          : [],
      ),
    },
  };
}

function parentOf({ inReplyTo }: PublishedPost, selection: Selection, written: IdIndex): string | null {
  if (inReplyTo?.kind === "remote") return inReplyTo.url;
  if (inReplyTo?.kind !== "own" || !written.has(inReplyTo.key)) return null;
  return selection.post(inReplyTo.key)?.id ?? null;
}
