import { type Actor, diagnostic, type RunOptions } from "@archive/schema";
import { postKey } from "../ids/keys.js";
import { accountMedia, buildAccount } from "../post/build-account.js";
import { buildPost } from "../post/build-post.js";
import { examine } from "../post/examine.js";
import { addressesOf, kindOf } from "../post/facts.js";
import type { ArchiveSource, SourceItem } from "../source.js";
import { type Filter, makeFilter, needsOwnIds } from "./filter.js";
import { makeSelection } from "./make-selection.js";
import { limitNarrowing, type Narrowing, threadNarrowing } from "./narrow.js";
import type { LeftOutReason, SelectOptions, SelectReport, SelectResult } from "./options.js";
import { OwnPosts } from "./own-posts.js";
import { Staging } from "./staging.js";
import { dayClock } from "./time-zone.js";

/**
 * Chooses posts and stages them for a target: **the only way from an archive to a published post.**
 *
 * The outbox is read twice. The first pass keeps a hash of every address of the author's own posts and whether
 * each is selected; the second stages what is, with every reference to what is not turned into `withheld`.
 * Nothing of a post that is not selected enters the library.
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
  source: ArchiveSource,
  options: SelectOptions,
  run: RunOptions = {},
): Promise<SelectResult> {
  const clock = dayClock(options.timeZone);
  const filter = makeFilter(options, clock);
  const actor = await source.actor(run);
  // The first pass would report everything a second time.
  const silent: RunOptions = { signal: run.signal };

  const decided = new OwnPosts();
  const known = needsOwnIds(options) ? await learnOwnIds(source, actor, silent) : decided;
  const isOwn = known.isOwn.bind(known);
  for await (const { identity, facts } of examine(source, actor, run)) {
    const selected = filter(facts, isOwn) === null;
    decided.add(identity, [identity, ...addressesOf(facts.item)], selected);
  }
  if (decided.disagree) {
    for await (const { identity, facts } of examine(source, actor, silent)) {
      if (decided.isWithheld(identity)) decided.add(identity, [identity, ...addressesOf(facts.item)], false);
    }
  }
  const narrowings = narrowingsOf(options);
  for (const narrowing of narrowings) {
    await applyNarrowing(source, actor, { narrowing, filter, decided, isOwn }, silent);
  }

  const staging = new Staging(options.library, clock);
  const leftOut = emptyLeftOut();
  let items = 0;
  for await (const seen of examine(source, actor, silent)) {
    const { item, identity, facts } = seen;
    items += 1;
    run.onProgress?.({ file: item.file, bytes: item.offset + item.length, items });
    const reason = filter(facts, isOwn);
    if (reason !== null || decided.isWithheld(identity)) {
      leftOut[reason ?? reasonOf(narrowings, identity)] += 1;
      continue;
    }
    const post = buildPost(postKey(identity), kindOf(facts, isOwn), facts, {
      source,
      refer: decided.refer.bind(decided),
      redact: decided.redact,
    });
    if (!decided.stage(identity)) {
      leftOut.duplicate += 1;
      run.onDiagnostic?.(
        diagnostic("post/duplicate", {
          file: item.file,
          pointer: item.pointer,
          offset: item.offset,
          id: facts.id,
        }),
      );
      if (staging.hasNewer(post)) continue;
      staging.forget(post.key);
    }
    staging.add(post, seen);
    if (options.media !== false) staging.addAttachments(seen, source, run);
  }

  const pictures = actor === null ? null : accountMedia(actor.value, source);
  const account =
    actor === null || pictures === null ? null : buildAccount(actor.value, pictures, decided.redact);
  if (pictures !== null && options.media !== false) staging.addFiles([pictures.avatar, pictures.header]);
  const counts = staging.counts();
  const report: SelectReport = { items, selected: counts.total, leftOut, byVisibility: counts.byVisibility };
  const selection = makeSelection({ source, library: options.library, staging, account, clock });
  return { selection, report };
}

async function learnOwnIds(
  source: ArchiveSource,
  actor: SourceItem<Actor> | null,
  run: RunOptions,
): Promise<OwnPosts> {
  const own = new OwnPosts();
  for await (const { identity } of examine(source, actor, run)) own.add(identity, [identity], true);
  return own;
}

interface NarrowingPass {
  readonly narrowing: Narrowing;
  readonly filter: Filter;
  readonly decided: OwnPosts;
  readonly isOwn: (id: string) => boolean;
}

/** Lets a narrowing see what is selected so far, then withholds what it does not keep. */
async function applyNarrowing(
  source: ArchiveSource,
  actor: SourceItem<Actor> | null,
  pass: NarrowingPass,
  run: RunOptions,
): Promise<void> {
  const { narrowing, filter, decided, isOwn } = pass;
  for (const step of ["see", "keep"] as const) {
    for await (const { identity, facts } of examine(source, actor, run)) {
      if (filter(facts, isOwn) !== null || decided.isWithheld(identity)) continue;
      if (step === "see") narrowing.see(identity, facts);
      else if (!narrowing.keeps(identity)) {
        decided.add(identity, [identity, ...addressesOf(facts.item)], false);
      }
    }
  }
}

interface NamedNarrowing extends Narrowing {
  readonly reason: "thread" | "limit";
}

function narrowingsOf(options: SelectOptions): NamedNarrowing[] {
  const narrowings: NamedNarrowing[] = [];
  if (options.thread !== undefined) narrowings.push({ ...threadNarrowing(options.thread), reason: "thread" });
  if (options.limit !== undefined) {
    if (!Number.isInteger(options.limit) || options.limit < 0)
      throw new RangeError("limit is no whole number");
    narrowings.push({ ...limitNarrowing(options.limit), reason: "limit" });
  }
  return narrowings;
}

/** Why a post that passed the filter was withheld: a narrowing, or another copy of it that is not selected. */
function reasonOf(narrowings: readonly NamedNarrowing[], identity: string): LeftOutReason {
  return narrowings.find((narrowing) => !narrowing.keeps(identity))?.reason ?? "visibility";
}

function emptyLeftOut(): Record<LeftOutReason, number> {
  return {
    visibility: 0,
    kind: 0,
    date: 0,
    tag: 0,
    language: 0,
    thread: 0,
    limit: 0,
    duplicate: 0,
  };
}
