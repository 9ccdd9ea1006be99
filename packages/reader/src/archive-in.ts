import { ArchiveError, numberOf, type RunOptions } from "@archive/schema";
import type { Archive, ArchiveInfo, ReadingOptions } from "./archive.js";
import { OpenArchive } from "./archive-open.js";
import type { Container, Entry } from "./containers/container.js";
import { activitystreams } from "./dialects/activitystreams.js";
import { readActor } from "./dialects/actor-document.js";
import { collectionFilesOf, holdsCollectionsOnly } from "./dialects/collection-files.js";
import { collectionNamed, mayBeCollection } from "./dialects/collection-names.js";
import { csvFiles } from "./dialects/csv-files.js";
import { detectDialect } from "./dialects/detect.js";
import { exportedAt } from "./dialects/exported-at.js";
import { mediaOf } from "./dialects/media-files.js";
import { looksLikeOutbox, type OutboxProbe, PROBED_BYTES, probeOutbox } from "./dialects/outbox-probe.js";
import { placesOf } from "./dialects/place.js";
import { mayBeKey } from "./dialects/roles.js";
import { secretEntriesOf } from "./dialects/secret-entries.js";
import { type Interest, type Survey, survey } from "./dialects/survey.js";
import type { CollectionName } from "./item.js";
import { type ByteTools, PORTABLE_TOOLS } from "./json/byte-tools.js";
import { JSON_LIMITS, type JsonLimits } from "./json/limits.js";

/** What {@link archiveIn} is told beside the container. */
export interface ArchiveInOptions extends RunOptions, ReadingOptions {
  /** Name of the file or folder, without its path. */
  readonly name?: string | undefined;
  /** Names of entries that the container left out because they are encrypted. */
  readonly encrypted?: readonly string[] | undefined;
  /** Files that lie beside the archive; owned from then on. */
  readonly beside?: Container | undefined;
  readonly tools?: ByteTools | undefined;
}

const { layout } = activitystreams;

/** What of a container's entries is worth keeping where going back costs a pass. */
function interestIn(entry: Entry): Interest {
  const { path } = entry;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === layout.outbox) return "outbox";
  if (name === layout.actor || collectionNamed(path) !== null) return "document";
  return mayBeCollection(path) || mayBeKey(entry) ? "glimpse" : "none";
}

/**
 * Opens the archive in a container. The archive owns the container from then on and closes it.
 *
 * @throws ArchiveError `archive/no-outbox` when it holds neither an outbox nor known CSV files alone,
 * `archive/encrypted`, and `archive/not-an-archive` for a bare document that is neither a collection nor a list
 * of activities, nor a CSV that is known.
 */
export async function archiveIn(container: Container, options: ArchiveInOptions = {}): Promise<Archive> {
  const { name = null, encrypted = [], signal, secrets = false, beside, tools = PORTABLE_TOOLS } = options;
  const report = options.onDiagnostic ?? (() => {});
  const run: RunOptions = { signal, onDiagnostic: options.onDiagnostic };
  const limits: JsonLimits = {
    ...JSON_LIMITS,
    maxItemBytes: options.maxItemBytes ?? JSON_LIMITS.maxItemBytes,
    maxDepth: options.maxDepth ?? JSON_LIMITS.maxDepth,
  };
  const listed = await survey(container, interestIn, { ...run, maxKeptBytes: options.maxKeptBytes });
  const places = placesOf(listed.entries, layout, encrypted, report);
  const outbox = places.outbox === null ? null : await readBeginning(listed, places.outbox, signal);
  if (container.kind === "json" && (outbox === null || !looksLikeOutbox(outbox.probe))) {
    throw new ArchiveError("archive/not-an-archive");
  }
  const actor = await readActor(listed, places.actor, { signal, limits, secrets });
  const hidden = await secretEntriesOf(listed, places.entries, run);
  const known = new Map<string, CollectionName | null>();
  for (const entry of [places.outbox, places.actor]) if (entry !== null) known.set(entry.path, null);
  for (const path of hidden) known.set(path, null);
  for (const [collection, path] of layoutOf(layout.collections)) known.set(places.root + path, collection);
  const { root, entries } = places;
  const collections = await collectionFilesOf({ survey: listed, entries, root, known }, run);
  if (outbox === null && !holdsCollectionsOnly(collections, entries, hidden)) {
    throw new ArchiveError(container.kind === "csv" ? "archive/not-an-archive" : "archive/no-outbox");
  }
  if (beside !== undefined) {
    const near = await survey(beside, () => "none", run);
    const search = { survey: near, entries: near.entries, root: "\0", known: new Map() };
    collections.push(...(await collectionFilesOf(search, run)));
  }
  const detected =
    outbox === null
      ? { dialect: csvFiles.name, era: null }
      : dialectOf(entries, {
          container: container.kind,
          root,
          actor: actor.item?.raw ?? null,
          envelope: outbox.probe.envelope,
          items: outbox.probe.items,
        });
  const dated = outbox === null ? entries : [places.outbox, places.actor];
  const info: ArchiveInfo = {
    container: container.kind,
    bytes: container.bytes,
    ...detected,
    exportedAt: exportedAt(name, dated),
  };
  const visible = entries.filter(({ path }) => !hidden.has(path));
  const media = await mediaOf(container, visible, { signal });
  const total = outbox === null ? null : outbox.total;
  const reading = { limits, tools, secrets };
  return new OpenArchive({
    ...{ container, beside: beside ?? null, survey: listed, places, info, actor },
    ...{ media, total, collections, hidden, reading },
  });
}

/** The dialect's name and era. */
function dialectOf(...given: Parameters<typeof detectDialect>): {
  readonly dialect: string;
  readonly era: string | null;
} {
  const { dialect, era } = detectDialect(...given);
  return { dialect: dialect.name, era };
}

interface Beginning {
  readonly probe: OutboxProbe;
  /** `undefined`: not read that far. */
  readonly total: number | null | undefined;
}

async function readBeginning(
  listed: Survey,
  entry: Entry,
  signal: AbortSignal | undefined,
): Promise<Beginning> {
  let locked = false;
  const head = listed.head(entry, PROBED_BYTES, {
    signal,
    onDiagnostic({ code }) {
      locked ||= code === "entry/encrypted";
    },
  });
  const probe = await probeOutbox(head);
  if (locked) throw new ArchiveError("archive/encrypted");
  const declared = probe.envelope.get("totalItems");
  return { probe, total: declared === undefined && !head.whole ? undefined : numberOf(declared) };
}

function* layoutOf(
  collections: Readonly<Partial<Record<CollectionName, string>>>,
): Iterable<readonly [CollectionName, string]> {
  if (collections.likes !== undefined) yield ["likes", collections.likes];
  if (collections.bookmarks !== undefined) yield ["bookmarks", collections.bookmarks];
}
