import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { textChunks } from "../data/text-chunks.js";
import { AcceptedPosts, firstReason, ofAnotherAccount, withoutDate } from "../fediverse/accepted.js";
import { keepsAttachment } from "../fediverse/attachment-documents.js";
import { FEDIVERSE_OPTIONS_SCHEMA, type FediverseOptions } from "../fediverse/options.js";
import { MASTODON_SUPPORT } from "../fediverse/support.js";
import type { Target } from "../target.js";
import { noteRecord } from "./note-record.js";

function notTaken({
  kind,
  boostOf,
  content,
  title,
  poll,
  attachments,
  contentWarning,
}: PublishedPost): string | null {
  if (kind === "boost") {
    return boostOf?.kind === "own" ? null : "boosts of others, whose notes the file could not name";
  }
  const hasText = title !== null || poll !== null || contentWarning !== null || (content ?? []).length > 0;
  const hasFile = attachments.some((each) => keepsAttachment(each, "servers"));
  return hasText || hasFile ? null : "that are nothing but media, which such a file has none of";
}

const accepts = firstReason(ofAnotherAccount, withoutDate, notTaken);

/**
 * Notes as Misskey exports them: one file, `notes-<time>.json`, texts in Misskey's markup. Stock Misskey imports no
 * notes; Sharkey does, from a file whose name begins with `notes-`.
 *
 * The file names notes by numbers of its own server, so that posts of others can't be meant: replies to them lose what
 * they answer, and boosts of them are left out.
 * Source: Misskey's `ExportNotesProcessorService`.
 *
 * @example
 * ```ts
 * import { misskeyTarget } from "@archive/transform/fediverse";
 * for await (const { path, content } of misskeyTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const misskeyTarget: Target<FediverseOptions> = {
  name: "misskey",
  purpose: "migrate",
  singleFile: true,
  oneAccount: true,
  optionsSchema: FEDIVERSE_OPTIONS_SCHEMA,
  support: {
    ...MASTODON_SUPPORT,
    formatting: { degraded: "as Misskey’s markup: lists and headings as text" },
    media: { degraded: "those that lie on a server, by their addresses" },
    altText: { degraded: "of media that lie on a server" },
    focalPoints: "dropped",
    polls: { degraded: "without how many people voted" },
    customEmoji: { degraded: "their names" },
    mentions: { degraded: "in the text" },
    hashtags: { degraded: "in the text" },
    replies: "dropped",
    quotes: { degraded: "those of one’s own posts" },
    boosts: { degraded: "those of one’s own posts" },
    edits: "dropped",
    languages: "dropped",
    visibility: { degraded: "direct posts do not say to whom" },
    likes: "dropped",
    bookmarks: "dropped",
  },
  accepts,
  async *render(selection, _, run = {}) {
    yield { path: `notes-${timeOf(selection)}.json`, content: textChunks(notes(selection, run)) };
  },
};

async function* notes(selection: Selection, run: RunOptions): AsyncGenerator<string> {
  const accepted = new AcceptedPosts(selection, accepts, run.signal);
  yield "[";
  let first = true;
  for await (const post of accepted.posts("oldest")) {
    yield `${first ? "" : ",\n"}${JSON.stringify(noteRecord(post, accepted))}`;
    first = false;
  }
  yield "]";
}

/** When the archive was made, else when the newest post was: a second run gives the same name. */
function timeOf({ origin, counts }: Selection): string {
  const time = origin.exportedAt ?? counts.last ?? "1970-01-01T00:00:00Z";
  return time.slice(0, 19).replace(/[T:]/g, "-");
}
