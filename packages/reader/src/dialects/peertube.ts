import {
  diagnostic,
  firstIdOf,
  hasType,
  isJsonObject,
  type JsonObject,
  numberOf,
  textOf,
  urlsOf,
  type Visibility,
  valuesOf,
} from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { CollectionName } from "../item.js";
import { PUBLIC } from "./as2.js";
import { collectionParts } from "./collection-parts.js";
import { outboxContents } from "./contents.js";
import type { Contents, Dialect, Reshape } from "./dialect.js";
import { objectElements } from "./elements.js";
import type { FoundOutbox, Look } from "./look.js";
import { markdownToHtml, type ToHtml } from "./markdown.js";
import { reportFilesNotRead } from "./not-read.js";
import { withoutSecrets } from "./secrets.js";

const FOLDER = "activity-pub/";
const OWN = "peertube/";

/** What only PeerTube's own importer knows what to do with. */
const NOT_READ: ReadonlySet<string> = new Set([
  "channels.json",
  "user-settings.json",
  "video-playlists.json",
  "video-history.json",
  "watched-words-lists.json",
  "automatic-tag-policies.json",
]);

/** What PeerTube's `privacy` numbers allow. An internal video is for the accounts of its server. */
const PRIVACY: ReadonlyMap<number, Visibility> = new Map<number, Visibility>([
  [1, "public"],
  [2, "unlisted"],
  [3, "direct"],
  [4, "followers"],
  [5, "direct"],
]);

/** User exports of PeerTube 6.1 and newer: an ActivityPub copy, and beside it what the importer reads. */
export const peertube: Dialect = {
  name: "peertube",
  eras: ["6.1+"],
  interest(path) {
    return new RegExp(`(?:^|/)${OWN}[^/]+\\.json$`).test(path) ? "document" : "none";
  },
  async recognise(look) {
    const found = await look.outbox();
    if (found === null) return null;
    const { root, actor } = found.places;
    const top = root.endsWith(FOLDER) ? root.slice(0, -FOLDER.length) : null;
    let score = 0;
    if (top !== null) score += 0.3;
    if (top !== null && look.entries.some(({ path }) => path.startsWith(top + OWN))) score += 0.6;
    const objects = found.probe.items
      .filter(isJsonObject)
      .map(({ object }) => object)
      .filter(isJsonObject);
    const videos = objects.filter((each) => hasType(each, "Video") && typeof each.uuid === "string");
    if (videos.length > 0) score += 0.4;
    if (score < 0.4) return null;
    const open = (): Promise<Contents> => contentsOf(look, found, top, actor);
    return { confidence: Math.min(1, score), era: "6.1+", open };
  },
};

async function contentsOf(
  look: Look,
  found: FoundOutbox,
  top: string | null,
  actorEntry: Entry | null,
): Promise<Contents> {
  const { survey } = look.options;
  const { root } = found.places;
  const known = new Map<string, CollectionName | null>([
    [`${root}likes.json`, "likes"],
    [`${root}dislikes.json`, "dislikes"],
    [`${root}following.json`, "following"],
  ]);
  const base = outboxContents(found, { base: root, known, actorEntry });
  const privacies = top === null ? new Privacies() : await readPrivacies(look, top);
  const reshape = async (): Promise<Reshape> => reshaper(privacies, await markdownToHtml());
  if (top === null) return { ...base, reshape };
  const documents = look.entries.filter(({ path }) => path.startsWith(top + OWN) && path.endsWith(".json"));
  const unread = documents.filter(({ path }) => NOT_READ.has(path.slice(top.length + OWN.length)));
  reportFilesNotRead(unread, look.options.report);
  const followers = look.at(`${top}${OWN}follower.json`);
  const blocklist = look.at(`${top}${OWN}blocklist.json`);
  const parts = [
    ...(followers === null ? [] : collectionParts(survey, followers, { followers: ["followers"] })),
    ...(blocklist === null
      ? []
      : collectionParts(survey, blocklist, { blocks: ["actors"], domainBlocks: ["instances"] })),
  ];
  const secret = await secretsIn(look, documents);
  return { ...base, root: top, entries: look.entries, documents, collections: parts, secret, reshape };
}

/** Who may see the videos of an account, and the comments below those that not everybody may. */
class Privacies {
  /** Videos by their uuid. */
  readonly videos = new Map<string, Visibility>();
  /** Addresses of videos that are not for everybody, and of comments below them. */
  readonly hidden = new Map<string, Visibility>();
}

async function readPrivacies(look: Look, top: string): Promise<Privacies> {
  const found = new Privacies();
  const videos = look.at(`${top}${OWN}videos.json`);
  const comments = look.at(`${top}${OWN}comments.json`);
  const { report } = look.options;
  if (videos !== null) {
    for await (const { value, pointer, offset } of objectElements(look, videos, ["videos"], report)) {
      for (const secret of withoutSecrets(value).found) {
        const place = { file: videos.path, pointer: pointer + secret.pointer, offset };
        report(diagnostic(secret.code, place));
      }
      const uuid = textOf(value.uuid);
      const privacy = PRIVACY.get(numberOf(value.privacy) ?? -1) ?? "unknown";
      if (uuid !== null) found.videos.set(uuid, privacy);
      const url = textOf(value.url);
      if (url !== null && privacy !== "public") found.hidden.set(url, privacy);
    }
  }
  if (comments !== null) {
    for await (const { value } of objectElements(look, comments, ["comments"], report)) {
      const [url, video] = [textOf(value.url), textOf(value.videoUrl)];
      const privacy =
        video === null ? undefined : (found.hidden.get(video) ?? found.videos.get(lastPart(video)));
      if (url !== null && privacy !== undefined && privacy !== "public") found.hidden.set(url, privacy);
    }
  }
  return found;
}

function lastPart(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1);
}

function reshaper(privacies: Privacies, toHtml: ToHtml): Reshape {
  return (activity) => {
    const { object } = activity;
    if (!isJsonObject(object)) {
      // Only its address is there, if that: what it is for shows in the activity around it.
      return { value: activity, hint: hintOfVideo({ id: firstIdOf(object), to: activity.to }, privacies) };
    }
    if (hasType(object, "Note")) return { value: activity, hint: hintOfComment(object, privacies) };
    const hint = hintOfVideo({ ...object, to: object.to ?? activity.to }, privacies);
    const { content, mediaType } = object;
    if (mediaType !== "text/markdown" || typeof content !== "string") return { value: activity, hint };
    const html = { content: toHtml(content), mediaType: "text/html", source: { content, mediaType } };
    return { value: { ...activity, object: { ...object, ...html } }, hint };
  };
}

/**
 * A video that is not public is addressed to followers, whoever may see it, and only its privacy tells. Where that
 * is not in the export, nobody knows.
 */
function hintOfVideo(video: JsonObject, { videos, hidden }: Privacies): Visibility | undefined {
  const id = textOf(video.id);
  const uuid = textOf(video.uuid) ?? (id === null ? null : lastPart(id));
  const privacy =
    (uuid === null ? undefined : videos.get(uuid)) ?? (id === null ? undefined : hidden.get(id));
  if (privacy !== undefined) return privacy === "public" ? undefined : privacy;
  if (uuid !== null && valuesOf(video.to).includes(PUBLIC)) return undefined;
  // Videos come before comments, which are then known to be below one that is not for everybody.
  if (id !== null) hidden.set(id, "unknown");
  return "unknown";
}

/** Comments are addressed to everybody, also those below a video that is not for everybody. */
function hintOfComment(comment: JsonObject, { videos, hidden }: Privacies): Visibility | undefined {
  const about = [comment.id, ...valuesOf(comment.inReplyTo)].flatMap((each) => urlsOf(each));
  for (const address of about) {
    const privacy = hidden.get(address) ?? videos.get(lastPart(address));
    if (privacy !== undefined && privacy !== "public") return privacy;
  }
  return undefined;
}

/** The user's settings hold the e-mail address, the videos passwords and stream keys: they are not handed out. */
async function secretsIn(look: Look, documents: readonly Entry[]): Promise<string[]> {
  const { report } = look.options;
  const secret: string[] = [];
  for (const entry of documents) {
    if (entry.path.endsWith("/videos.json")) {
      secret.push(entry.path);
      continue;
    }
    if (!entry.path.endsWith("/user-settings.json")) continue;
    secret.push(entry.path);
    const settings = await look.json(entry);
    if (!isJsonObject(settings)) continue;
    for (const { code, pointer } of withoutSecrets(settings).found) {
      report(diagnostic(code, { file: entry.path, pointer, offset: 0 }));
    }
  }
  return secret;
}
