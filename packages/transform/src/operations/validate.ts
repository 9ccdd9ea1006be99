import { type Actor, type Diagnostic, type DiagnosticCode, diagnostic, typesOf } from "@archive/schema";
import { examineFor } from "../post/examine.js";
import { coreFactsOf } from "../post/facts.js";
import type { ArchiveSource, SourceItem } from "../source.js";
import { Census } from "./validate-census.js";
import { createChecker, dialectProfile } from "./validate-checker.js";
import { MediaCheck } from "./validate-media.js";
import type { ValidateOptions, ValidationSummary } from "./validate-options.js";
import { ReferenceCheck } from "./validate-references.js";

/**
 * Checks an archive, in one pass and constant memory: each item by the rules of a profile, and all of them
 * together: what is there twice, what posts show and refer to, whether dates stand in order, how much is private.
 *
 * Findings name places, codes and ids; they quote nothing of a post that is not public unless `showContent`.
 *
 * @throws ArchiveError `profile/unknown` for a profile that is not there.
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
export async function validate(
  source: ArchiveSource,
  options: ValidateOptions = {},
): Promise<ValidationSummary> {
  const { dialect, era, exportedAt } = source.info;
  const { actor, told } = await readActor(source, options);
  const owner = actor?.value ?? null;
  if (actor !== null) options.onDocument?.(actor, "actor");
  const profile = options.profile ?? dialectProfile(dialect);
  const checker = await createChecker(profile, { era, actor: owner }, options);
  for (const found of told) checker.report(found);
  if (actor !== null) checker.check(actor.value, "actor", { ...actor, pointer: "" });
  const run = { ...options, onDiagnostic: checker.report };
  const references = new ReferenceCheck(owner, run);
  const media = new MediaCheck(source, owner, run);
  const census = new Census(exportedAt, run);

  let documents = actor === null ? 1 : 2;
  let items = 0;
  let outbox: string | undefined;
  const examining = { ...run, onDiagnostic: butForRules(checker.report) };
  for await (const item of source.outbox(examining)) {
    items += 1;
    outbox = item.file;
    options.onDocument?.(item, "item");
    checker.check(item.value, "item", item);
    options.onProgress?.({ file: item.file, bytes: item.offset + item.length, items });
    const post = examineFor(coreFactsOf, item, owner, examining);
    if (post === null) continue;
    references.see(post);
    media.see(post);
    census.see(post);
  }
  references.finish();
  await media.finish();
  census.finish();

  const declared = await source.declaredTotal(run);
  if (declared !== null && declared !== items) {
    const totals = { pointer: "/totalItems", expected: String(items), actual: String(declared) };
    checker.report(diagnostic("outbox/total-differs", { file: outbox, ...totals }));
  }
  for (const name of source.has) {
    documents += 1;
    for await (const _ of source.collection(name, run)) items += 1;
  }
  return { profile: checker.profile, checked: { documents, items } };
}

/** The actor, and what was found on the way to it. */
async function readActor(
  source: ArchiveSource,
  options: ValidateOptions,
): Promise<{ readonly actor: SourceItem<Actor> | null; readonly told: readonly Diagnostic[] }> {
  const told: Diagnostic[] = [];
  const actor = await source.actor({ ...options, onDiagnostic: (found) => told.push(found) });
  // A reader tells why there is none; another source may not.
  const explained = told.some(({ code }) => code.startsWith("actor/"));
  if (actor === null) {
    if (!explained) told.push(diagnostic("actor/missing"));
  } else if (typesOf(actor.value).length === 0 && !explained) {
    told.push(diagnostic("actor/invalid", { file: actor.file }));
  }
  return { actor, told };
}

// Rules for single items say the same of these with the place inside the item.
const SAID_BY_RULES: ReadonlySet<DiagnosticCode> = new Set([
  "outbox/several-objects",
  "post/addressing-differs",
  "post/date-without-zone",
]);

function butForRules(report: (found: Diagnostic) => void): (found: Diagnostic) => void {
  return (found) => {
    if (!SAID_BY_RULES.has(found.code)) report(found);
  };
}
