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
import { factsOf, type PostFacts } from "./facts.js";

/** A post or boost met in an outbox. */
export interface ExaminedPost {
  readonly item: SourceItem<Activity>;
  /** The id, or the raw JSON where there is none: what tells one post from another. */
  readonly identity: string;
  readonly facts: PostFacts;
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
  const kind = classifyItem(item.value);
  if (kind.kind === "other" || kind.kind === "invalid") {
    report(run, item, codeOf(kind), null);
    return null;
  }
  const facts = factsOf(kind, actor, item.hint);
  for (const code of oddities(item, facts)) report(run, item, code, facts.id);
  return { item, identity: facts.id ?? JSON.stringify(item.raw), facts };
}

type NoPost = Extract<ItemKind, { readonly kind: "other" | "invalid" }>;

function codeOf(kind: NoPost): DiagnosticCode {
  if (kind.kind === "other") return "outbox/other-activity";
  if (kind.reason === "not-an-object") return "outbox/item-not-an-object";
  return kind.reason === "without-object" ? "outbox/create-without-object" : "outbox/unknown-item";
}

function* oddities(item: SourceItem<Activity>, facts: PostFacts): Generator<DiagnosticCode> {
  const { audience, published, id } = facts;
  if (id === null) yield "post/without-id";
  if (published === null) yield "post/invalid-date";
  else if (published.assumedUtc) yield "post/date-without-zone";
  if (audience.basis === "missing") yield "post/without-addressing";
  if (audience.basis === "narrowed-by-object") yield "post/addressing-differs";
  const { object } = item.value;
  if (
    Array.isArray(object) &&
    object.filter((each) => isJsonObject(each) || typeof each === "string").length > 1
  ) {
    yield "outbox/several-objects";
  }
}

function report(run: RunOptions, item: SourceItem<Activity>, code: DiagnosticCode, id: string | null): void {
  run.onDiagnostic?.(diagnostic(code, { file: item.file, pointer: item.pointer, offset: item.offset, id }));
}
