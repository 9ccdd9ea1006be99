import type { RunOptions } from "@archive/schema";
import { BuiltAhead } from "./built-ahead.js";
import {
  admit,
  boostsWithheld,
  type ChoosingParts,
  type Chosen,
  documentRules,
  eachPost,
  emptyLeftOut,
  isWithheldPost,
  withhold,
} from "./choosing.js";
import { needsOwnIds } from "./filter.js";
import type { FoundPost } from "./found-post.js";
import { limitNarrowing, type Narrowing, threadNarrowing } from "./narrow.js";
import type { LeftOutReason, SelectOptions } from "./options.js";
import { OwnPosts } from "./own-posts.js";
import { PostStager } from "./post-stager.js";
import { Retractions } from "./retractions.js";
import { Staging } from "./staging.js";

/**
 * Chooses whatever the options ask for: passes over the outbox decide which posts are selected. What could be built
 * meanwhile is staged then; the rest, if there is any, by a last pass. Nothing of another post is staged, ever.
 */
export async function choose(parts: ChoosingParts): Promise<Chosen> {
  const retractions = new Retractions();
  const note: NoteOther = (activity, actor) => retractions.note(activity, actor);
  const first = await decide(parts, parts.run, note);
  if (!retractions.any) return first();
  // Nothing is staged yet: all is decided anew, on what the items are told to be.
  const heeding = { ...parts, origins: retractions.heededBy(parts.origins) };
  return (await decide(heeding, quietly(parts.run)))();
}

type NoteOther = NonNullable<Parameters<typeof eachPost>[3]>;

/** Each further pass would report everything once more. */
function quietly({ signal }: RunOptions): RunOptions {
  return { signal };
}

/**
 * Decides which posts are selected, and gives what stages them.
 *
 * @param reading For the first pass, which reports what it meets.
 */
async function decide(
  parts: ChoosingParts,
  reading: RunOptions,
  note?: NoteOther,
): Promise<() => Promise<Chosen>> {
  const { origins, options, filter, clock, run } = parts;
  const quiet = quietly(run);
  const narrowings = narrowingsOf(options);
  const decided = new OwnPosts(options.documents === true);
  const isOwn = needsOwnIds(options) ? await ownIds(parts, quiet) : decided.isOwn;

  const staging = new Staging(options.library);
  const stager = new PostStager({
    options,
    decided,
    staging,
    clock,
    rules: (origin) => documentRules(origin, decided, options),
  });
  // What a narrowing leaves is known only after a pass of its own; documents rest on more than the index answers.
  const ahead =
    narrowings.length === 0 && options.documents !== true
      ? new BuiltAhead(decided, stager, options.library.packing)
      : null;

  const meet = (found: FoundPost): void => {
    if (found.item.later?.state === "superseded") {
      // An earlier version of a post shares its fate; only an audience narrower than today's counts by itself.
      const narrower = filter(found.facts, isOwn) === "visibility";
      if (narrower || decided.isWithheld(found.identity)) withhold(decided, found);
      else admit(decided, found);
      ahead?.leaveOpen();
      return;
    }
    const reason = filter(found.facts, isOwn, found.item.later);
    if (reason !== null) {
      withhold(decided, found);
      ahead?.leaveOut(reason);
      return;
    }
    const isCopy = decided.isOwn(found.identity);
    admit(decided, found);
    if (isCopy) ahead?.leaveOpen();
    else ahead?.build(found);
  };
  await eachPost(origins, reading, meet, note);
  if (decided.disagree) await withholdCopies(parts, decided, quiet);
  decided.withholdBoosts();
  for (const narrowing of narrowings) {
    await narrow(parts, { narrowing, decided, isOwn }, quiet);
    decided.withholdBoosts();
  }
  return async () => {
    if (ahead !== null && (await ahead.settle(run))) {
      return { decided, staging, leftOut: ahead.leftOut, items: ahead.items };
    }

    const leftOut = emptyLeftOut();
    let items = 0;
    await eachPost(origins, quiet, (found) => {
      const { item, facts } = found;
      items += 1;
      run.onProgress?.({ file: item.file, bytes: item.offset + item.length, items });
      if (ahead?.isSettled(items - 1) === true) return;
      const earlier = item.later?.state === "superseded";
      const reason = earlier ? null : filter(facts, isOwn, item.later);
      if (reason !== null) leftOut[reason] += 1;
      else if (isWithheldPost(found, decided) || boostsWithheld(found, decided)) {
        leftOut[reasonOf(found, narrowings, decided)] += 1;
      } else if (earlier) {
        leftOut.duplicate += 1;
        if (options.history === true) stager.addVersion(found);
      } else if (!stager.stage(found, run)) leftOut.duplicate += 1;
    });
    return { decided, staging, leftOut, items };
  };
}

async function ownIds({ origins }: ChoosingParts, run: RunOptions): Promise<(id: string) => boolean> {
  const own = new OwnPosts();
  await eachPost(origins, run, ({ identity }) => {
    own.add(identity, [identity], true);
  });
  return own.isOwn;
}

/** Withholds every address of posts of which one copy is withheld, also those that only another copy has. */
async function withholdCopies({ origins }: ChoosingParts, decided: OwnPosts, run: RunOptions): Promise<void> {
  await eachPost(origins, run, (found) => {
    if (isWithheldPost(found, decided)) withhold(decided, found);
  });
}

interface NarrowingPass {
  readonly narrowing: Narrowing;
  readonly decided: OwnPosts;
  readonly isOwn: (id: string) => boolean;
}

/** Lets a narrowing see what is selected so far, then withholds what it does not keep. */
async function narrow(
  { origins, filter }: ChoosingParts,
  { narrowing, decided, isOwn }: NarrowingPass,
  run: RunOptions,
): Promise<void> {
  for (const step of ["see", "keep"] as const) {
    await eachPost(origins, run, (found) => {
      const { identity, facts } = found;
      if (filter(facts, isOwn, found.item.later) !== null || isWithheldPost(found, decided)) return;
      if (step === "see") narrowing.see(identity, facts);
      else if (!narrowing.keeps(identity)) withhold(decided, found);
    });
  }
}

interface NamedNarrowing extends Narrowing {
  readonly reason: "thread" | "limit";
}

function narrowingsOf(options: SelectOptions): readonly NamedNarrowing[] {
  const narrowings: NamedNarrowing[] = [];
  if (options.thread !== undefined) narrowings.push({ ...threadNarrowing(options.thread), reason: "thread" });
  if (options.limit !== undefined) {
    if (!Number.isInteger(options.limit) || options.limit < 0)
      throw new RangeError("limit is no whole number");
    narrowings.push({ ...limitNarrowing(options.limit), reason: "limit" });
  }
  return narrowings;
}

/** Why a post that passed the filter was withheld: what it boosts, a narrowing, or another copy of it. */
function reasonOf(found: FoundPost, narrowings: readonly NamedNarrowing[], decided: OwnPosts): LeftOutReason {
  if (boostsWithheld(found, decided)) return "boostOfWithheld";
  return narrowings.find((each) => !each.keeps(found.identity))?.reason ?? "visibility";
}
