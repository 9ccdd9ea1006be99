import type { Actor, RunOptions } from "@archive/schema";
import type { Account } from "../post/account.js";
import { accountMedia, buildAccount } from "../post/build-account.js";
import type { ArchiveSource } from "../source.js";
import { choose } from "./choose.js";
import { type ChoosingParts, documentRules } from "./choosing.js";
import { makeFilter } from "./filter.js";
import { makeSelection } from "./make-selection.js";
import type { SelectOptions, SelectReport, SelectResult } from "./options.js";
import { type Origin, originsOf } from "./origins.js";
import { dayClock } from "./time-zone.js";

/**
 * Chooses posts and stages them for a target: **the only way from an archive to a published post.**
 *
 * Several archives are several accounts, or several exports of one; of a post that several have, the newest version
 * is taken. In which order they are given makes no difference.
 *
 * The outbox is read once where that is enough: posts are built while a hash of every address of the author's own
 * posts is kept, and staged once it is certain which are selected, with every reference to what is not turned into
 * `withheld`. Nothing of a post that is not selected enters the library.
 *
 * Throws `RangeError` for options that mean nothing (a date that is none, an unknown time zone).
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * import { memoryLibrary, select } from "@archive/transform";
 *
 * await using archive = await openArchive("archive.zip");
 * using library = memoryLibrary();
 * const { selection } = await select(archive, { library });
 * for await (const post of selection.posts("newest")) process.stdout.write(`${post.published}\n`);
 * ```
 */
export async function select(
  source: ArchiveSource | readonly ArchiveSource[],
  options: SelectOptions,
  run: RunOptions = {},
): Promise<SelectResult> {
  const clock = dayClock(options.timeZone);
  const filter = makeFilter(options, clock);
  const origins = await originsOf(isSeveral(source) ? source : [source], run);
  const parts: ChoosingParts = { origins, options, filter, clock, run };
  const { decided, staging, leftOut, items } = await choose(parts);

  const accounts: Account[] = [];
  for (const origin of origins) {
    const actor = actorOf(origin, origins.length > 1);
    if (actor === null) continue;
    const pictures = accountMedia(actor, origin.source);
    accounts.push(buildAccount(actor, pictures, decided.redact, origin.mediaKey));
    if (options.media !== false) staging.addFiles([pictures.avatar, pictures.header], origin);
  }
  const counts = staging.counts();
  const report: SelectReport = { items, selected: counts.total, leftOut, byVisibility: counts.byVisibility };
  const selection = makeSelection({
    origins,
    library: options.library,
    staging,
    accounts,
    clock,
    documents: options.documents === true,
    pictures: { images: options.images, keepOriginals: options.keepOriginals },
    collections: new Set(options.collections ?? []),
    rulesOf: (origin) => documentRules(origin, decided, options),
  });
  return { selection, report };
}

function isSeveral(source: ArchiveSource | readonly ArchiveSource[]): source is readonly ArchiveSource[] {
  return Array.isArray(source);
}

/** The actor; where several accounts are told apart by number, one without a document is its id. */
function actorOf({ actor, id }: Origin, several: boolean): Actor | null {
  if (actor !== null) return actor.value;
  return several ? { type: "Person", ...(id !== null && { id }) } : null;
}
