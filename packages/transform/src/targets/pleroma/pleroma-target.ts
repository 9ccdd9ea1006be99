import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { AcceptedPosts, firstReason, ofAnotherAccount, withoutDate } from "../fediverse/accepted.js";
import { actorDocument } from "../fediverse/actor-document.js";
import { actorFacts } from "../fediverse/actor-facts.js";
import { keepsAttachment } from "../fediverse/attachment-documents.js";
import { jsonText } from "../fediverse/collection-text.js";
import { AS2 } from "../fediverse/context.js";
import { idsIn } from "../fediverse/mastodon-files.js";
import type { ActivityStyle } from "../fediverse/note-document.js";
import { FEDIVERSE_OPTIONS_SCHEMA, type FediverseOptions } from "../fediverse/options.js";
import { MASTODON_SUPPORT } from "../fediverse/support.js";
import type { OutputFile, Target } from "../target.js";
import { pleromaActivity } from "./pleroma-activity.js";
import { pleromaCollection } from "./pleroma-collection.js";

/** Sharkey's importer, the one there is, makes all of such a backup public but direct posts. */
function widened({ audience: { visibility }, kind }: PublishedPost): string | null {
  if (kind === "boost") return null;
  return visibility === "unlisted" || visibility === "followers"
    ? "unlisted and followers-only posts: Sharkey, which imports such backups, makes them public"
    : null;
}

function nothingLeft({ kind, content, title, poll, attachments }: PublishedPost): string | null {
  if (kind === "boost" || poll !== null || title !== null || (content ?? []).length > 0) return null;
  const kept = attachments.some((each) => keepsAttachment(each, "servers"));
  return attachments.length === 0 || kept
    ? null
    : "that are nothing but media, which such a backup has none of";
}

const accepts = firstReason(ofAnotherAccount, withoutDate, widened, nothingLeft);

/**
 * The shape of an account backup of Pleroma: `actor.json`, `outbox.json`, and the collections that were asked for.
 * Such a backup holds no media: attachments are those that lie on a server.
 *
 * Neither Pleroma nor Akkoma imports posts. Sharkey does, and makes public whatever is not marked as direct, so that
 * unlisted and followers-only posts are left out.
 *
 * @example
 * ```ts
 * import { pleromaTarget } from "@archive/transform/fediverse";
 * for await (const { path, content } of pleromaTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const pleromaTarget: Target<FediverseOptions> = {
  name: "pleroma",
  purpose: "migrate",
  oneAccount: true,
  optionsSchema: FEDIVERSE_OPTIONS_SCHEMA,
  support: {
    ...MASTODON_SUPPORT,
    titles: "kept",
    media: { degraded: "those that lie on a server, by their addresses" },
    altText: { degraded: "of media that lie on a server" },
    focalPoints: { degraded: "of media that lie on a server" },
    events: "kept",
    edits: "kept",
    visibility: { degraded: "unlisted and followers-only posts are left out" },
  },
  accepts,
  render: (selection, _, run = {}) => pleromaFiles(selection, run),
};

const LISTED = ["likes", "bookmarks", "followers", "following"] as const;

async function* pleromaFiles(selection: Selection, run: RunOptions): AsyncGenerator<OutputFile> {
  const accepted = new AcceptedPosts(selection, accepts, run.signal);
  const actor = actorFacts(selection);
  const place = (): null => null;
  const refused = await accepted.refused();
  const style: ActivityStyle = { accepted, refused, actor, attachments: { place, take: "servers" } };
  async function* activities(): AsyncGenerator<unknown> {
    for await (const post of accepted.posts("oldest")) yield pleromaActivity(post, style);
  }
  yield { path: "outbox.json", content: pleromaCollection("outbox.json", activities()) };
  const collections: { [name: string]: string } = {};
  for (const name of LISTED) {
    const members = selection.collection(name, run);
    if (members === null) continue;
    const path = `${name}.json`;
    if (name === "likes" || name === "bookmarks") collections[name] = path;
    yield { path, content: pleromaCollection(path, idsIn(members, refused)) };
  }
  const { outbox } = actor.document;
  const remote = typeof outbox === "string" && /^https?:/i.test(outbox) ? outbox : `${actor.id}/outbox`;
  const server = actor.host ?? "litepub.social";
  const context = [AS2, `https://${server}/schemas/litepub-0.1.jsonld`, { "@language": "und" }];
  const profile = { context, place, collections: { outbox: remote, ...collections }, refused };
  yield { path: "actor.json", content: jsonText(actorDocument(selection, actor, profile)) };
}
