import { ArchiveError, type Diagnostic, diagnostic } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import { folderOf, nearest, nearestNamed } from "./roles.js";

/** What every exporter that writes ActivityStreams calls them. */
const OUTBOX = "outbox.json";
const IN_FOLDER = `/${OUTBOX}`;
const ACTOR = "actor.json";
/** What people call an outbox they saved or wrote themselves, where there is none of the usual name. */
const OTHER_OUTBOX = /^outbox(?:\.jsonld|\.activity\+json)?$/i;

/** Where the documents of an archive are. */
export interface Places {
  /** The outbox's folder with a slash at its end; empty at the container's root. */
  readonly root: string;
  /** `null`: there is none, so that at most collections can be read. */
  readonly outbox: Entry | null;
  readonly actor: Entry | null;
  /** The entries of this archive: not those of another one packed beside it. */
  readonly entries: readonly Entry[];
}

/**
 * Finds an archive's documents. The outbox nearest to the container's root tells where the archive begins: it
 * may lie in a folder, for people pack archives anew.
 *
 * @throws ArchiveError `archive/encrypted` when the outbox is among the `encrypted` names.
 */
export function placesOf(
  entries: readonly Entry[],
  encrypted: readonly string[],
  report: (found: Diagnostic) => void,
): Places {
  const isOutbox = (path: string): boolean => path === OUTBOX || path.endsWith(IN_FOLDER);
  const named = entries.filter(({ path }) => isOutbox(path));
  const outbox = nearest(named) ?? nearestNamed(entries, OTHER_OUTBOX);
  if (outbox === null) {
    if (encrypted.some(isOutbox)) throw new ArchiveError("archive/encrypted");
    return { root: commonFolder(entries), outbox, actor: null, entries };
  }
  const root = folderOf(outbox.path);
  const others = named.filter(({ path }) => path !== outbox.path);
  const [other] = others;
  if (other !== undefined) report(diagnostic("archive/several-outboxes", { file: outbox.path }));
  // Folders around this archive are not another one's own.
  const foreign = others.map(({ path }) => folderOf(path)).filter((folder) => !root.startsWith(folder));
  const isOwn = ({ path }: Entry): boolean => !foreign.some((folder) => path.startsWith(folder));
  const own = foreign.length === 0 ? entries : entries.filter(isOwn);
  const beside = root + ACTOR;
  const actor = own.find(({ path }) => path === beside) ?? null;
  return { root, outbox, actor, entries: own };
}

/** The folder all entries are in. */
export function commonFolder(entries: readonly Entry[]): string {
  let common: string | null = null;
  for (const { path } of entries) {
    common ??= folderOf(path);
    while (!path.startsWith(common)) common = folderOf(common.slice(0, -1));
  }
  return common ?? "";
}
