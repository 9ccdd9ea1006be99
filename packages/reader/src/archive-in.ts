import { ArchiveError, type RunOptions } from "@archive/schema";
import type { Archive, ArchiveInfo, ReadingOptions } from "./archive.js";
import { OpenArchive } from "./archive-open.js";
import type { Container, Entry } from "./containers/container.js";
import { collectionFilesOf, holdsCollectionsOnly } from "./dialects/collection-files.js";
import { collectionNamed, mayBeCollection } from "./dialects/collection-names.js";
import { NO_ACTOR } from "./dialects/contents.js";
import { csvFiles } from "./dialects/csv-files.js";
import { DIALECTS, detectDialect } from "./dialects/detect.js";
import type { Contents } from "./dialects/dialect.js";
import { exportedAt, localMoment } from "./dialects/exported-at.js";
import { isGoToSocial } from "./dialects/gotosocial.js";
import { Look } from "./dialects/look.js";
import { mediaOf } from "./dialects/media-files.js";
import { commonFolder } from "./dialects/place.js";
import { mayBeKey, nameOf } from "./dialects/roles.js";
import { secretEntriesOf } from "./dialects/secret-entries.js";
import { type Interest, survey } from "./dialects/survey.js";
import { unguardedReading } from "./guards/guards.js";
import type { CollectionName } from "./item.js";
import { type ByteTools, PORTABLE_TOOLS } from "./json/byte-tools.js";
import { JSON_LIMITS, type JsonLimits } from "./json/limits.js";
import type { OpeningFindings } from "./opening-findings.js";

/** What {@link archiveIn} is told beside the container. */
export interface ArchiveInOptions extends RunOptions, ReadingOptions {
  /** Name of the file or folder, without its path. */
  readonly name?: string | undefined;
  /** What opening the container brought; further findings go there as well. */
  readonly heard: OpeningFindings;
  /** Files that lie beside the archive; owned from then on. */
  readonly beside?: Container | undefined;
  readonly tools?: ByteTools | undefined;
}

const BROKEN_OFF = "There is no outbox.json in what is left of it: the archive breaks off.";

const RANK: readonly Interest[] = ["none", "glimpse", "document", "outbox"];

/** What of a container's entries is worth keeping where going back costs a pass. */
function interestIn(entry: Entry): Interest {
  const { path } = entry;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "outbox.json") return "outbox";
  if (name === "actor.json" || collectionNamed(path) !== null) return "document";
  let most: Interest = mayBeCollection(path) || mayBeKey(name) ? "glimpse" : "none";
  for (const { interest } of DIALECTS) {
    const wanted = interest?.(path) ?? "none";
    if (RANK.indexOf(wanted) > RANK.indexOf(most)) most = wanted;
  }
  return most;
}

/**
 * Opens the archive in a container. The archive owns the container from then on and closes it.
 *
 * @throws ArchiveError `archive/no-outbox` when it holds nothing that a dialect knows, `archive/encrypted`, and
 * `archive/not-an-archive` for a bare document of which the same is true.
 */
export async function archiveIn(container: Container, options: ArchiveInOptions): Promise<Archive> {
  const { name = null, heard, signal, secrets = false, beside, tools = PORTABLE_TOOLS } = options;
  const { onDiagnostic: report, encrypted } = heard;
  const run: RunOptions = { signal, onDiagnostic: report };
  const limits: JsonLimits = {
    ...JSON_LIMITS,
    maxItemBytes: options.maxItemBytes ?? JSON_LIMITS.maxItemBytes,
    maxDepth: options.maxDepth ?? JSON_LIMITS.maxDepth,
    protoKeys: options.guards?.protoKeys ?? JSON_LIMITS.protoKeys,
    ...unguardedReading(options.guards),
  };
  const listed = await survey(container, interestIn, { ...run, maxKeptBytes: options.maxKeptBytes });
  const look = new Look({
    ...{ kind: container.kind, name, survey: listed, limits, tools, secrets, encrypted, signal, report },
    ...{ trustVisibility: options.trustVisibility === true, account: options.account ?? null, container },
  });
  const found = await detectDialect(look);
  const contents: Contents = (await found?.recognition.open()) ?? onlyCollections(listed.entries);
  const hidden = new Set([
    ...(contents.secret ?? []),
    ...(await secretEntriesOf(listed, contents.entries, run, new Set(contents.secret))),
  ]);
  const { root, entries, outbox, actorEntry, documents = [] } = contents;
  const known = new Map<string, CollectionName | null>(contents.known);
  for (const entry of [outbox, actorEntry, ...documents]) if (entry !== null) known.set(entry.path, null);
  for (const path of hidden) known.set(path, null);
  const collections = [
    ...(contents.collections ?? []),
    ...(await collectionFilesOf({ survey: listed, entries, root, known }, run)),
  ];
  const adapted = collections.map((file) => contents.adapt?.(file) ?? file);
  if (found === null && !holdsCollectionsOnly(collections, entries, hidden)) {
    if (container.kind === "csv" || look.isBare) throw new ArchiveError("archive/not-an-archive");
    throw new ArchiveError("archive/no-outbox", heard.breaksOff ? { message: BROKEN_OFF } : {});
  }
  const few = isGoToSocial(adapted) ? "gotosocial" : csvFiles.name;
  if (beside !== undefined) {
    const near = await survey(beside, () => "none", run);
    const search = { survey: near, entries: near.entries, root: "\0", known: new Map() };
    for (const file of await collectionFilesOf(search, run)) adapted.push(contents.adapt?.(file) ?? file);
  }
  const info: ArchiveInfo = {
    container: contents.kind ?? container.kind,
    bytes: container.bytes,
    dialect: found?.dialect.name ?? few,
    era: found?.recognition.era ?? null,
    exportedAt: momentOf(contents, name),
  };
  const read = new Set([outbox, actorEntry, ...documents].map((entry) => entry?.path));
  const isVisible = ({ path }: Entry): boolean => !hidden.has(path) && !read.has(path);
  const media = await mediaOf(container, entries, isVisible, { signal });
  const reading = { limits, tools, secrets };
  return new OpenArchive({
    ...{ container, beside: beside ?? null, survey: listed, contents, info },
    ...{ media, collections: adapted, hidden, reading },
  });
}

/** What a container holds in which no dialect was found: at most collections. */
function onlyCollections(entries: readonly Entry[]): Contents {
  return { root: commonFolder(entries), entries, outbox: null, actor: NO_ACTOR, actorEntry: null };
}

/** By the name the server gave the file, by a document of its own, or by the times of those that are written last. */
function momentOf(
  { exportedAt: told, outbox, actorEntry, entries }: Contents,
  name: string | null,
): string | null {
  const named = exportedAt(name, []);
  if (named !== null) return named;
  if (typeof told === "string") return told;
  const local = localMoment(name) ?? localMoment(outbox === null ? null : nameOf(outbox.path));
  if (local !== null || told === null) return local;
  return exportedAt(null, outbox === null ? entries : [outbox, actorEntry]);
}
