import { type Diagnostic, type DiagnosticCode, isJsonObject, type RunOptions } from "@archive/schema";
import type { Bytes } from "../source.js";
import { ByteCopy } from "./byte-copy.js";
import { editsOf, pointerTo, withEdits } from "./repair-item.js";

/** An element of a list in a JSON document; `@archive/reader`'s `JsonElement` is one. */
export interface ListedElement {
  readonly value: unknown;
  readonly pointer: string;
  readonly offset: number;
  readonly length: number;
  /** As it is written, until reading goes on. */
  bytes(): Uint8Array | null;
}

/** What splits a huge JSON document into the elements of its list: `readItems` of `@archive/reader`. */
export type ListReader = (
  bytes: Bytes,
  options: RunOptions & {
    readonly file?: string | undefined;
    readonly onMember?: ((key: string, value: unknown) => void) | undefined;
    readonly onEnd?: ((lists: ReadonlySet<string>) => void) | undefined;
  },
) => AsyncIterable<ListedElement>;

/** Something that was put right. */
export interface RepairChange {
  /** What was wrong. */
  readonly code: DiagnosticCode;
  readonly file: string;
  /** RFC 6901, in the file as it was; empty for the file as a whole. */
  readonly pointer: string;
}

/** What is needed to mend one document. */
export interface ListJob {
  readonly file: string;
  /** The document's bytes, from the beginning each time. */
  readonly open: (run: RunOptions) => Bytes;
  readonly readItems: ListReader;
  /** Whether its elements are activities or posts. */
  readonly items: boolean;
  readonly run: RunOptions;
  readonly onChange: (change: RepairChange) => void;
}

const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const TOTAL = /("totalItems"\s*:\s*)(-?\d+)/g;
const EMPTY_LIST_BEFORE = /"orderedItems"\s*:\s*\[\s*\]\s*,/;
const EMPTY_LIST_AFTER = /,\s*"orderedItems"\s*:\s*\[\s*\]/;
/** What keeps other programs from reading a document at all. */
const BROKEN: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "json/invalid",
  "json/truncated",
  "json/invalid-item",
  "outbox/doubled-items",
]);

/** What a document is like, learnt in one pass. */
interface Survey {
  readonly elements: number;
  readonly lists: ReadonlySet<string>;
  readonly listsWithElements: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, unknown>;
  /** Codes of what is broken around or between the elements. */
  readonly broken: readonly Diagnostic[];
}

/** The bytes of a list document with what can be put right put right; those of a sound one as they are. */
export async function* repairedList(job: ListJob): Bytes {
  const survey = await surveyOf(job);
  if (survey.lists.size === 0) {
    yield* job.open(silent(job.run));
    return;
  }
  const [list = ""] = [...survey.listsWithElements, ...survey.lists];
  if (survey.broken.length > 0) yield* rebuilt(job, survey, list);
  else yield* spliced(job, survey);
}

async function surveyOf({ file, open, readItems, run }: ListJob): Promise<Survey> {
  const members = new Map<string, unknown>();
  const broken: Diagnostic[] = [];
  let lists: ReadonlySet<string> = new Set();
  const listsWithElements = new Set<string>();
  let elements = 0;
  const onDiagnostic = (found: Diagnostic): void => {
    if (BROKEN.has(found.code) && broken.length < 100) broken.push(found);
    run.onDiagnostic?.(found);
  };
  const bytes = open({ ...run, onDiagnostic });
  const options = {
    ...{ signal: run.signal, onProgress: run.onProgress, file, onDiagnostic },
    onMember: (key: string, value: unknown): void => void members.set(key, value),
    onEnd: (met: ReadonlySet<string>): void => {
      lists = met;
    },
  };
  for await (const element of readItems(bytes, options)) {
    elements += 1;
    listsWithElements.add(element.pointer.slice(0, element.pointer.lastIndexOf("/")));
  }
  return { elements, lists, listsWithElements, members, broken };
}

interface Mended {
  readonly bytes: Uint8Array;
  readonly changes: readonly Omit<RepairChange, "file">[];
}

/** An element put right; `null` where there is nothing to do. */
function mended(element: ListedElement, items: boolean): Mended | null {
  const written = element.bytes();
  if (written === null) return null;
  const changes: Omit<RepairChange, "file">[] = [];
  let text: string | null = null;
  try {
    text = strict.decode(written);
  } catch {
    text = lenient.decode(written);
    changes.push({ code: "json/invalid-utf8", pointer: element.pointer });
  }
  if (items && isJsonObject(element.value)) {
    const edits = editsOf(element.value, "item");
    text = withEdits(text, edits);
    for (const { code, path } of edits) changes.push({ code, pointer: pointerTo(element.pointer, path) });
  }
  return changes.length === 0 ? null : { bytes: encoder.encode(text), changes };
}

/** The document as it stands, but for the elements that change and what stands around them. */
async function* spliced(job: ListJob, survey: Survey): Bytes {
  const source = new ByteCopy(job.open(silent(job.run)));
  const tell = ({ code, pointer }: Omit<RepairChange, "file">): void =>
    job.onChange({ code, pointer, file: job.file });
  let first = true;
  try {
    for await (const element of job.readItems(job.open(silent(job.run)), silent(job.run))) {
      const change = mended(element, job.items);
      if (first) yield headOf(await source.take(element.offset), job, survey);
      else if (change !== null) yield* source.pass(element.offset);
      first = false;
      if (change === null) yield* source.pass(element.offset + element.length);
      else {
        await source.skip(element.offset + element.length);
        yield change.bytes;
        for (const each of change.changes) tell(each);
      }
    }
    const tail = await source.rest();
    if (tail === null) yield* source.pass(Number.POSITIVE_INFINITY);
    else yield first ? headOf(tail, job, survey) : tailOf(tail, job, survey);
  } finally {
    await source.close();
  }
}

function headOf(bytes: Uint8Array, job: ListJob, survey: Survey): Uint8Array {
  let text = decoded(bytes, job);
  if (survey.elements > 0 && EMPTY_LIST_BEFORE.test(text)) {
    text = text.replace(EMPTY_LIST_BEFORE, "");
    job.onChange({ code: "outbox/doubled-items", file: job.file, pointer: "/orderedItems" });
  }
  return encoder.encode(withTotal(text, job, survey));
}

function tailOf(bytes: Uint8Array, job: ListJob, survey: Survey): Uint8Array {
  let text = decoded(bytes, job);
  if (EMPTY_LIST_AFTER.test(text)) {
    text = text.replace(EMPTY_LIST_AFTER, "");
    job.onChange({ code: "outbox/doubled-items", file: job.file, pointer: "/orderedItems" });
  }
  return encoder.encode(withTotal(text, job, survey));
}

function decoded(bytes: Uint8Array, { file, onChange }: ListJob): string {
  try {
    return strict.decode(bytes);
  } catch {
    onChange({ code: "json/invalid-utf8", file, pointer: "" });
    return lenient.decode(bytes);
  }
}

function withTotal(text: string, job: ListJob, { elements, members }: Survey): string {
  if (!members.has("totalItems") || members.get("totalItems") === elements) return text;
  if ([...text.matchAll(TOTAL)].length !== 1) return text;
  job.onChange({ code: totalCode(job), file: job.file, pointer: "/totalItems" });
  return text.replace(TOTAL, (_, key: string) => `${key}${elements}`);
}

function totalCode({ items }: ListJob): DiagnosticCode {
  return items ? "outbox/total-differs" : "collection/total-differs";
}

/** A document whose form is broken, made anew from its members and its elements; these stand as they were. */
async function* rebuilt(job: ListJob, survey: Survey, list: string): Bytes {
  const { file, onChange } = job;
  for (const code of new Set(survey.broken.map((found) => found.code))) {
    if (REBUILT.has(code)) onChange({ code, file, pointer: "" });
  }
  const head: { [key: string]: unknown } = {};
  for (const [key, value] of survey.members) head[key] = value;
  const had = head.totalItems;
  if (had !== undefined) head.totalItems = survey.elements;
  if (had !== undefined && had !== survey.elements)
    onChange({ code: totalCode(job), file, pointer: "/totalItems" });
  const begin = JSON.stringify(head).slice(0, -1);
  const key = list.slice(list.lastIndexOf("/") + 1);
  const bare = list === "";
  yield encoder.encode(bare ? "[" : `${begin}${begin === "{" ? "" : ","}${JSON.stringify(key)}:[`);
  let first = true;
  for await (const element of job.readItems(job.open(silent(job.run)), silent(job.run))) {
    const change = mended(element, job.items);
    const bytes = change?.bytes ?? element.bytes();
    if (bytes === null) continue;
    yield encoder.encode(first ? "\n" : ",\n");
    first = false;
    yield new Uint8Array(bytes);
    for (const each of change?.changes ?? []) onChange({ ...each, file });
  }
  yield encoder.encode(bare ? "\n]\n" : "\n]}\n");
}

/** What making a document anew puts right; the rest of what is broken is lost, and told as a finding. */
const REBUILT: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "json/invalid",
  "json/truncated",
  "outbox/doubled-items",
]);

function silent({ signal }: RunOptions): RunOptions {
  return { signal };
}
