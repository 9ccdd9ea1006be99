import {
  type Activity,
  type Actor,
  classifyItem,
  type DiagnosticCode,
  diagnostic,
  type ItemKind,
  isJsonObject,
  type RunOptions,
} from "@archive/schema";
import type { ArchiveSource, SourceItem } from "../source.js";
import { type CoreFacts, factsOf, type PostFacts, type ReadFacts } from "./facts.js";

/** A post or boost met in an outbox. */
export interface ExaminedPost<F extends CoreFacts = PostFacts> {
  readonly item: SourceItem<Activity>;
  /** The id, or the raw JSON where there is none: what tells one post from another. */
  readonly identity: string;
  readonly facts: F;
}

/**
 * The posts and boosts of an outbox with their facts. Items that are none, and what is odd about those that
 * are, become diagnostics; whoever reads posts reads them through this, so nothing is skipped in silence.
 */
export async function* examine(
  source: Pick<ArchiveSource, "outbox">,
  actor: SourceItem<Actor> | null,
  run: RunOptions = {},
): AsyncGenerator<ExaminedPost> {
  for await (const item of source.outbox(run)) {
    const post = examineItem(item, actor?.value ?? null, run);
    if (post !== null) yield post;
  }
}

/** One item of an outbox; `null` if it is neither post nor boost. */
export function examineItem(
  item: SourceItem<Activity>,
  actor: Actor | null,
  run: RunOptions,
): ExaminedPost | null {
  return examineFor(factsOf, item, actor, run);
}

/** The same with the facts that are wanted. */
export function examineFor<F extends CoreFacts>(
  read: ReadFacts<F>,
  item: SourceItem<Activity>,
  actor: Actor | null,
  run: RunOptions,
): ExaminedPost<F> | null {
  const kind = classifyItem(item.value);
  if (kind.kind === "other" || kind.kind === "invalid") {
    report(run, item, codeOf(kind), null);
    return null;
  }
  const facts = read(kind, actor, item.hint);
  reportOddities(run, item, facts);
  return { item, identity: facts.id ?? JSON.stringify(item.raw), facts };
}

type NoPost = Extract<ItemKind, { readonly kind: "other" | "invalid" }>;

function codeOf(kind: NoPost): DiagnosticCode {
  if (kind.kind === "other") return "outbox/other-activity";
  if (kind.reason === "not-an-object") return "outbox/item-not-an-object";
  return kind.reason === "without-object" ? "outbox/create-without-object" : "outbox/unknown-item";
}

function reportOddities(run: RunOptions, item: SourceItem<Activity>, facts: CoreFacts): void {
  const { audience, published, id } = facts;
  if (id === null) report(run, item, "post/without-id", id);
  if (published === null) report(run, item, "post/invalid-date", id);
  else if (published.assumedUtc) report(run, item, "post/date-without-zone", id);
  if (audience.basis === "missing") report(run, item, "post/without-addressing", id);
  if (audience.basis === "narrowed-by-object") report(run, item, "post/addressing-differs", id);
  const { object } = item.value;
  if (
    Array.isArray(object) &&
    object.filter((each) => isJsonObject(each) || typeof each === "string").length > 1
  ) {
    report(run, item, "outbox/several-objects", id);
  }
}

function report(run: RunOptions, item: SourceItem<Activity>, code: DiagnosticCode, id: string | null): void {
  run.onDiagnostic?.(diagnostic(code, { file: item.file, pointer: item.pointer, offset: item.offset, id }));
}
