import { type Diagnostic, diagnostic, type RunOptions } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import { type CollectionTable, collectionTableOf } from "../csv/collection-table.js";
import { cellParser } from "../csv/csv-records.js";
import type { CollectionName } from "../item.js";
import { type CollectionDocument, collectionDocumentOf } from "./collection-document.js";
import { COLLECTIONS, collectionNamed, mayBeCollection } from "./collection-names.js";
import { joinedBytes } from "./joined-bytes.js";
import { folderOf, isNote } from "./roles.js";
import type { Survey } from "./survey.js";

/** A file that holds a collection, or a part of one. */
export interface CollectionFile {
  readonly collection: CollectionName;
  readonly entry: Entry;
  /** Where its bytes are read: the archive itself, the folder it lies in, or a part of the file. */
  readonly survey: Pick<Survey, "open">;
  readonly table: CollectionTable | null;
  /** Keys of the lists of a JSON document. */
  readonly lists: readonly string[];
  /** Whether it is a part of a document that holds more, and may be left out of it. */
  readonly partial?: boolean;
  /** What an element of the document stands for: an address, or an object that holds one. */
  readonly element?: (value: unknown) => unknown;
  /** Whether an element belongs to the collection, where a list holds those of several. */
  readonly belongs?: (value: unknown) => boolean;
}

/** Enough to tell what a file holds. */
const HEAD_BYTES = 64 * 1024;
/** Files that are looked into; no export has more than a dozen. */
const MOST_FILES = 256;

/** What is looked for where. */
export interface CollectionSearch {
  readonly survey: Survey;
  readonly entries: readonly Entry[];
  /** The archive's folder: files right in it are looked into whatever they are called. */
  readonly root: string;
  /** Files whose role is known: of some it is that of a collection, by the dialect's layout. */
  readonly known: ReadonlyMap<string, CollectionName | null>;
}

/** Finds the files that hold collections, by their content; at most one of each kind from the layout counts as is. */
export async function collectionFilesOf(
  { survey, entries, root, known }: CollectionSearch,
  options: RunOptions,
): Promise<CollectionFile[]> {
  const files: CollectionFile[] = [];
  const candidates = entries.filter(
    ({ path }) =>
      known.has(path) ||
      (mayBeCollection(path) && (folderOf(path) === root || collectionNamed(path) !== null)),
  );
  for (const entry of candidates.slice(0, MOST_FILES)) {
    options.signal?.throwIfAborted();
    const given = known.get(entry.path);
    if (given === null) continue;
    const file = await fileOf(survey, entry, given ?? null, options);
    if (file !== null) files.push(file);
  }
  return files.toSorted(
    (a, b) => COLLECTIONS.indexOf(a.collection) - COLLECTIONS.indexOf(b.collection) || byUse(a, b),
  );
}

/** A CSV of accounts tells more than a JSON document; of two alike the one nearer to the root is first. */
function byUse(a: CollectionFile, b: CollectionFile): number {
  const depth = (path: string): number => path.split("/").length;
  return (
    Number(b.table !== null) - Number(a.table !== null) ||
    depth(a.entry.path) - depth(b.entry.path) ||
    (a.entry.path < b.entry.path ? -1 : 1)
  );
}

async function fileOf(
  survey: Survey,
  entry: Entry,
  given: CollectionName | null,
  options: RunOptions,
): Promise<CollectionFile | null> {
  const promised = given ?? collectionNamed(entry.path);
  const quiet = { signal: options.signal, onDiagnostic: () => {} };
  const head = survey.head(entry, HEAD_BYTES, quiet);
  const chunks: Uint8Array[] = [];
  for await (const chunk of head) chunks.push(chunk);
  const bytes = joinedBytes(chunks);
  const file = (
    found: CollectionDocument | CollectionTable | null,
    table: CollectionTable | null,
  ): CollectionFile | null => {
    if (found !== null) {
      const lists = "lists" in found ? found.lists : [];
      return { collection: found.collection, entry, survey, table, lists };
    }
    // What the layout says is a collection is told of when it is read and holds none.
    if (given !== null) return { collection: given, entry, survey, table: null, lists: [] };
    const details: Diagnostic = diagnostic("collection/unrecognised", { file: entry.path });
    if (promised !== null) options.onDiagnostic?.(details);
    return null;
  };
  if (isJson(bytes)) return file(await collectionDocumentOf(once(bytes), promised), null);
  if (!/\.(?:csv|tsv)$/i.test(entry.path)) return file(null, null);
  const table = collectionTableOf(bytes, head.whole, promised, await cellParser());
  return file(table, table);
}

/** Told by content: Hollo writes JSON into a file called `.csv`. */
function isJson(bytes: Uint8Array): boolean {
  return /^\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 512)));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

/**
 * Whether a container without an outbox is an archive all the same: it holds nothing but collections, at least one
 * of them a CSV, and notes to the reader.
 */
export function holdsCollectionsOnly(
  files: readonly CollectionFile[],
  entries: readonly Entry[],
  secret: ReadonlySet<string>,
): boolean {
  const known = new Set(files.map(({ entry }) => entry.path));
  const { length } = files.filter(({ table }) => table !== null);
  return (
    length > 0 && entries.every((entry) => known.has(entry.path) || isNote(entry) || secret.has(entry.path))
  );
}
