import { type Activity, diagnostic, firstIdOf, type RunOptions, typesOf, valuesOf } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { examine } from "../post/examine.js";
import type { ArchiveSource, SourceItem } from "../source.js";
import { MediaTally } from "./media-tally.js";

/** What was checked. The findings went to `onDiagnostic`, for there may be more than fit in memory. */
export interface ValidationSummary {
  /** Name of the profile that the archive was held against. */
  readonly profile: string;
  readonly checked: {
    /** JSON documents: actor, outbox, collections. */
    readonly documents: number;
    /** Items of the outbox and entries of collections. */
    readonly items: number;
  };
}

/**
 * Checks an archive's structure and references, in one pass and constant memory: whether each item is a post
 * that can be read, dated and addressed, told apart from the others, and whether what it shows is there.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * import { createReporter } from "@archive/schema";
 * import { validate } from "@archive/transform";
 *
 * const { report, counts } = createReporter();
 * await using archive = await openArchive("archive.zip", { onDiagnostic: report });
 * await validate(archive, { onDiagnostic: report });
 * process.exitCode = counts.error > 0 ? 1 : 0;
 * ```
 */
export async function validate(source: ArchiveSource, run: RunOptions = {}): Promise<ValidationSummary> {
  let documents = 1;
  let items = 0;
  const actor = await source.actor(run);
  if (actor === null) run.onDiagnostic?.(diagnostic("actor/missing"));
  else {
    documents += 1;
    if (typesOf(actor.value).length === 0)
      run.onDiagnostic?.(diagnostic("actor/invalid", { file: actor.file }));
  }

  const seen = new IdIndex();
  const media = new MediaTally(source, run);
  let posts = 0;
  let last: SourceItem<Activity> | null = null;
  for await (const post of examine(
    counting(source, () => (items += 1)),
    actor,
    run,
  )) {
    posts += 1;
    media.see(post);
    last = post.item;
    const { item, identity, facts } = post;
    const place = { file: item.file, pointer: item.pointer, offset: item.offset, id: facts.id };
    if (seen.has(identity)) run.onDiagnostic?.(diagnostic("post/duplicate", place));
    seen.set(identity, 1);
    for (const reference of referencesOf(item.value)) {
      if (!isAddress(reference)) run.onDiagnostic?.(diagnostic("reference/invalid", place));
    }
    run.onProgress?.({ file: item.file, bytes: item.offset + item.length, items: posts });
  }
  await media.finish(actor?.value ?? null);

  const declared = await source.declaredTotal(run);
  if (declared !== null && declared !== items) {
    run.onDiagnostic?.(
      diagnostic("outbox/total-differs", {
        ...(last !== null && { file: last.file }),
        pointer: "/totalItems",
        expected: String(items),
        actual: String(declared),
      }),
    );
  }
  for (const name of source.has) {
    documents += 1;
    for await (const _ of source.collection(name, run)) items += 1;
  }
  return { profile: `${source.info.dialect}-archive`, checked: { documents, items } };
}

/** The same source, with each item of its outbox counted. */
function counting(source: ArchiveSource, count: () => void): Pick<ArchiveSource, "outbox"> {
  return {
    async *outbox(run) {
      for await (const item of source.outbox(run)) {
        count();
        yield item;
      }
    },
  };
}

/** The references of an activity that name other posts. */
function referencesOf(activity: Activity): string[] {
  const object = valuesOf(activity.object)[0];
  const parent =
    typeof object === "object" && object !== null && "inReplyTo" in object ? object.inReplyTo : null;
  return [firstIdOf(activity.object), firstIdOf(parent)].filter((id) => id !== null);
}

/** Ids are absolute URIs (ActivityPub §3.1); `tag:` URIs of OStatus times are such. */
function isAddress(id: string): boolean {
  return URL.canParse(id);
}
