import { diagnostic, isJsonObject } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import { collectionParts } from "./collection-parts.js";
import { NO_ACTOR } from "./contents.js";
import type { Dialect } from "./dialect.js";
import type { Look } from "./look.js";
import { reportNotRead } from "./not-read.js";
import { folderOf } from "./roles.js";
import { withoutSecrets } from "./secrets.js";

/** Keys whose lists hold addresses or domains; 1.0 has the last two for what was one. */
const LISTS = [
  "followed_communities",
  "saved_posts",
  "saved_comments",
  "blocked_communities",
  "blocked_users",
  "blocked_instances",
  "blocked_instances_communities",
  "blocked_instances_persons",
];
const OTHERS = ["display_name", "bio", "avatar", "banner", "matrix_id", "bot_account", "settings"];
const ERAS: readonly string[] = ["0.19", "1.0"];
const MOST_FILES = 16;

/** Lemmy's export of settings: no posts, no comments, no account; what was followed, saved and blocked. */
export const lemmy: Dialect = {
  name: "lemmy",
  eras: ERAS,
  async recognise(look) {
    for (const entry of candidates(look)) {
      const { lists, envelope, items } = await look.head(entry, LISTS);
      const own = LISTS.filter((key) => lists.has(key));
      const others = OTHERS.filter((key) => envelope.has(key));
      if (envelope.has("type") || own.length === 0 || own.length + others.length < 2) continue;
      if (!items.every((each) => typeof each === "string")) continue;
      const confidence = Math.min(1, 0.3 + own.length * 0.12 + others.length * 0.08);
      const settings = envelope.get("settings");
      const isNew =
        own.some((key) => key.startsWith("blocked_instances_")) ||
        (isJsonObject(settings) && "default_post_sort_type" in settings);
      const isOld =
        own.includes("blocked_instances") || (isJsonObject(settings) && "default_sort_type" in settings);
      const era = isNew === isOld ? null : (ERAS[isNew ? 1 : 0] ?? null);
      return { confidence, era, open: () => contentsOf(look, entry) };
    }
    return null;
  },
};

/** The file has no name of its own: browsers call it after the server. */
function candidates(look: Look): readonly Entry[] {
  const bare = look.isBare ? look.main(/^/) : null;
  if (look.isBare) return bare === null ? [] : [bare];
  const documents = look.entries.filter(({ path }) => /\.json$/i.test(path));
  const nearest = Math.min(...documents.map(({ path }) => path.split("/").length));
  return documents.filter(({ path }) => path.split("/").length === nearest).slice(0, MOST_FILES);
}

async function contentsOf(look: Look, entry: Entry) {
  const settings = await look.json(entry);
  if (isJsonObject(settings)) {
    for (const { code, pointer } of withoutSecrets(settings).found) {
      look.options.report(diagnostic(code, { file: entry.path, pointer, offset: 0 }));
    }
    const unread = Object.entries(settings).filter(([key]) => !LISTS.includes(key));
    reportNotRead(entry, unread, look.options.report);
  }
  const collections = collectionParts(look.options.survey, entry, {
    bookmarks: ["saved_posts", "saved_comments"],
    following: ["followed_communities"],
    blocks: ["blocked_users", "blocked_communities"],
    domainBlocks: ["blocked_instances", "blocked_instances_communities", "blocked_instances_persons"],
  });
  return {
    root: folderOf(entry.path),
    entries: look.entries,
    outbox: null,
    documents: [entry],
    actor: NO_ACTOR,
    actorEntry: null,
    collections,
  };
}
