import type { RunOptions } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { FEATURES, type Feature } from "../post/features.js";
import type { PostKind } from "../post/post.js";
import type { Selection } from "../select/selection.js";
import type { SourceCollection } from "../source.js";
import { CSV_KIT_COLLECTIONS } from "../targets/csv-kit/csv-kit-target.js";
import { filtersJson } from "../targets/csv-kit/filters-json.js";
import { kitFiles } from "../targets/csv-kit/kit-files.js";
import { KITS, type KitCollection } from "../targets/csv-kit/servers.js";
import type { OutputFile, Support, Target } from "../targets/target.js";
import { zipBytes } from "../targets/zip-bytes.js";
import { dayOf } from "./calendar.js";
import { type Checklist, checklistOf } from "./checklist.js";
import { checklistHtml } from "./checklist-html.js";
import { checklistMarkdown } from "./checklist-markdown.js";
import { datesIcs } from "./dates-ics.js";
import type { KitPosts } from "./kit-posts.js";
import { type CollectionOutcome, lossesText, moveLosses } from "./losses.js";
import { moveDates } from "./move-dates.js";
import { MIGRATE_OPTIONS_SCHEMA, type MigrateOptions } from "./options.js";
import { DESTINATIONS, type Destination } from "./software.js";

/**
 * The collections a selection has to be made with, for a kit to be whole.
 *
 * @example
 * ```ts
 * import { MIGRATE_COLLECTIONS } from "@archive/transform/migrate-kit";
 * MIGRATE_COLLECTIONS.includes("following"); // true
 * ```
 */
export const MIGRATE_COLLECTIONS: readonly SourceCollection[] = [
  ...CSV_KIT_COLLECTIONS,
  "likes",
  "followers",
];

/** Told of in the losses: what of the archive can go to another server at all. */
const REPORTED: readonly SourceCollection[] = [...CSV_KIT_COLLECTIONS, "likes"];

const KIND_WORDS: Readonly<Record<PostKind, string>> = {
  post: "single posts",
  selfReply: "in threads",
  reply: "replies",
  poll: "polls",
  boost: "boosts",
};

/** What becomes of posts is said by the target that writes them, which differs with the destination. */
const SUPPORT: Readonly<Record<Feature, Support>> = Object.fromEntries(
  FEATURES.map((feature) => [feature, { degraded: "as far as the new server imports it" }]),
) as Record<Feature, Support>;

/**
 * Everything for a move to another server: the posts where it imports any, CSVs as its importer knows them, a
 * checklist with numbers from this archive (a page and the same as Markdown), its dates as a calendar, and what does
 * not come along as text and JSON.
 *
 * A kit is written for the person who moves. It holds nothing of posts that were not selected.
 *
 * @example
 * ```ts
 * import { select } from "@archive/transform";
 * import { MIGRATE_COLLECTIONS, migrateTarget } from "@archive/transform/migrate-kit";
 * const { selection } = await select(archive, { library, collections: MIGRATE_COLLECTIONS });
 * for await (const { path, content } of migrateTarget.render(selection, { to: "mastodon" })) {
 *   await write(path, content); // csv/following_accounts.csv … checklist.html, dates.ics, losses.json
 * }
 * ```
 */
export const migrateTarget: Target<MigrateOptions> = {
  name: "migrate",
  purpose: "migrate",
  oneAccount: true,
  optionsSchema: MIGRATE_OPTIONS_SCHEMA,
  support: SUPPORT,
  render: (selection, options, run = {}) => render(selection, options, run),
};

async function* render(
  selection: Selection,
  options: MigrateOptions,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const destination = DESTINATIONS[options.to];
  const planned = dayOf(options.from);
  if (options.from !== undefined && planned === null) {
    throw new RangeError(`${options.from} is no day of the calendar, as 2026-05-01 is one`);
  }
  const outcomes: CollectionOutcome[] = [];
  for (const name of REPORTED) {
    const files: { path: string; rows: number }[] = [];
    for await (const { rows, ...file } of collectionFiles(name, selection, destination, run)) {
      files.push({ path: file.path, rows });
      yield file;
    }
    outcomes.push(outcomeOf(name, await countMembers(selection, name, run), files, destination));
  }

  const posts = destination.posts === null ? null : (options.posts ?? null);
  if (posts !== null) yield* postFiles(posts, selection, destination, run);

  const media = posts === null ? 0 : await countMedia(posts, selection);
  const losses = moveLosses(selection, options.to, destination, posts, media, outcomes);
  options.onLosses?.(losses);
  const dates = moveDates(dayOf(selection.origin.exportedAt), planned);
  const checklist: Checklist = checklistOf({
    losses,
    destination,
    dates,
    byKind: Object.entries(KIND_WORDS).map(([kind, words]) => ({
      words,
      // The keys of KIND_WORDS are kinds: its type says so.
      posts: selection.counts.byKind[kind as PostKind],
    })),
    followers: await countMembers(selection, "followers", run),
  });
  yield { path: "checklist.html", content: checklistHtml(checklist) };
  yield { path: "checklist.md", content: checklistMarkdown(checklist) };
  const ics = datesIcs(dates, destination.name, `${selection.account?.id ?? ""} ${options.to}`);
  if (ics !== null) yield { path: "dates.ics", content: ics };
  yield { path: "losses.json", content: `${JSON.stringify(losses, null, 2)}\n` };
  yield { path: "losses.txt", content: lossesText(losses, destination) };
}

async function* collectionFiles(
  name: SourceCollection,
  selection: Selection,
  { csv }: Destination,
  run: RunOptions,
): AsyncGenerator<OutputFile & { readonly rows: number }> {
  if (csv === null) return;
  if (name === "filters") {
    const filters = csv === "mastodon" ? await filtersJson(selection, run) : null;
    if (filters !== null) yield { path: "csv/custom_filters.json", ...filters };
    return;
  }
  const file = isKitCollection(name) ? KITS[csv][name] : undefined;
  if (file !== undefined && isKitCollection(name)) yield* kitFiles(selection, name, file, "csv/", run);
}

function isKitCollection(name: SourceCollection): name is KitCollection {
  return name in KITS.mastodon;
}

async function* postFiles(
  posts: KitPosts,
  selection: Selection,
  { postsPlace: { kind, path } }: Destination,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const files = posts.render(selection, run);
  if (kind === "zip") yield { path, content: zipBytes(files) };
  else for await (const file of files) yield { ...file, path: path + file.path };
}

/** The files that the posts in the kit show; known once they were written. */
async function countMedia(posts: KitPosts, selection: Selection): Promise<number> {
  const counted = new IdIndex();
  let count = 0;
  for await (const post of selection.posts("oldest", { attachments: true })) {
    if ((posts.accepts?.(post, selection) ?? null) !== null) continue;
    for (const { media } of post.attachments) {
      if (media === null || counted.has(media) || selection.mediaState(media).state === "missing") continue;
      counted.set(media, 1);
      count += 1;
    }
  }
  return count;
}

async function countMembers(
  selection: Selection,
  name: SourceCollection,
  run: RunOptions,
): Promise<number | null> {
  // What is wrong with its rows was told when they were written.
  const members = selection.collection(name, { signal: run.signal });
  if (members === null) return null;
  let count = 0;
  for await (const _ of members) count += 1;
  return count;
}

function outcomeOf(
  name: SourceCollection,
  inArchive: number | null,
  files: CollectionOutcome["files"],
  destination: Destination,
): CollectionOutcome {
  const written = files.reduce((sum, { rows }) => sum + rows, 0);
  const imports = importsOf(name, destination);
  const reason =
    inArchive === null || inArchive === 0 || written >= inArchive
      ? null
      : imports
        ? "The others are there twice, or name nobody an importer could find."
        : `${destination.name} imports none.`;
  return { name, inArchive, written, files, reason };
}

function importsOf(name: SourceCollection, { csv }: Destination): boolean {
  if (csv === null) return false;
  if (name === "filters") return csv === "mastodon";
  return isKitCollection(name) && KITS[csv][name] !== undefined;
}
