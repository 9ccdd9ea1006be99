import { type Actor, firstIdOf, idOf, type RunOptions } from "@archive/schema";
import { mediaKey } from "../ids/keys.js";
import type { MediaKey } from "../post/post.js";
import type { ArchiveSource, SourceItem } from "../source.js";
import { mergeSources } from "./merge-sources.js";

/** One account's archive, or its archives as one. */
export interface Origin {
  readonly source: ArchiveSource;
  readonly actor: SourceItem<Actor> | null;
  /** Id of the account where it is known, also without an actor. */
  readonly id: string | null;
  /** Its place among the accounts. */
  readonly account: number;
  readonly mediaKey: (path: string) => MediaKey;
  readonly resolveMedia: ArchiveSource["resolveMedia"];
  /** The items of its outbox, as they are to be taken. */
  readonly outbox: ArchiveSource["outbox"];
}

/**
 * The accounts whose archives were given, by id: in whichever order they came, the result is the same. Archives of
 * one account are merged. Whose an archive without an actor is, its first activity tells.
 */
export async function originsOf(
  sources: readonly ArchiveSource[],
  run: RunOptions,
): Promise<readonly Origin[]> {
  const [only] = sources;
  if (only !== undefined && sources.length === 1 && !(await isMerged(only, run))) {
    const actor = await only.actor(run);
    return [{ source: only, actor, id: idOf(actor?.value), account: 0, ...itemsAndFiles(only, "") }];
  }
  const groups = new Map<string, ArchiveSource[]>();
  for (const source of sources) {
    const id = await ownerOf(source, { signal: run.signal });
    groups.set(id, [...(groups.get(id) ?? []), source]);
  }
  const origins: Origin[] = [];
  for (const [id, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = group;
    const single = first !== undefined && group.length === 1 && !(await isMerged(first, run));
    const source = single ? first : await mergeSources(group, run);
    // Archives of two accounts may name different files alike.
    const prefix = groups.size === 1 ? "" : `${id}\n`;
    origins.push({
      source,
      actor: await source.actor(run),
      id: id === "" ? null : id,
      account: origins.length,
      ...itemsAndFiles(source, prefix),
    });
  }
  return origins;
}

/** Whether an archive was merged from several, and holds what the latest of them no longer has. */
async function isMerged(source: ArchiveSource, { signal }: RunOptions): Promise<boolean> {
  for await (const _ of source.earlier?.({ signal }) ?? []) return true;
  return false;
}

/** Id of the account an archive is of; empty where nothing tells. */
export async function ownerOf(source: ArchiveSource, run: RunOptions): Promise<string> {
  const actor = idOf((await source.actor(run))?.value);
  if (actor !== null) return actor;
  for await (const { value } of source.outbox(run)) {
    const id = firstIdOf(value.actor) ?? firstIdOf(value.attributedTo);
    if (id !== null) return id;
  }
  return "";
}

function itemsAndFiles(
  source: ArchiveSource,
  prefix: string,
): Pick<Origin, "mediaKey" | "resolveMedia" | "outbox"> {
  return {
    outbox: (run) => source.outbox(run),
    mediaKey: remembering((path) => mediaKey(prefix + path)),
    resolveMedia: remembering((url) => source.resolveMedia(url)),
  };
}

/** A file is asked for by the post that has it, by the list of files, and by the next post that has it too. */
function remembering<T>(work: (name: string) => T): (name: string) => T {
  const lately = new Map<string, T>();
  return (name) => {
    const known = lately.get(name);
    if (known !== undefined) return known;
    if (lately.size >= 256) lately.clear();
    const result = work(name);
    lately.set(name, result);
    return result;
  };
}
