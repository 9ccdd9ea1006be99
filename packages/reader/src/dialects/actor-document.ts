import {
  type Actor,
  type Diagnostic,
  type DiagnosticCode,
  diagnostic,
  isJsonObject,
  type RunOptions,
  typesOf,
} from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { Item } from "../item.js";
import { parseJson } from "../json/decode.js";
import type { JsonLimits } from "../json/limits.js";
import { joinedBytes } from "./joined-bytes.js";
import { withoutSecrets } from "./secrets.js";
import type { Survey } from "./survey.js";

/** An actor document as read once, with what was found while reading it. */
export interface ActorDocument {
  readonly item: Item<Actor> | null;
  readonly found: readonly Diagnostic[];
}

/** How actor.json is read. */
export interface ReadActorOptions extends RunOptions {
  readonly limits: JsonLimits;
  /** Whether secrets in it are handed out. They are reported in any case. */
  readonly secrets: boolean;
}

/** Reads actor.json; `null` stands for an archive that has none. */
export async function readActor(
  survey: Survey,
  entry: Entry | null,
  options: ReadActorOptions,
): Promise<ActorDocument> {
  const found: Diagnostic[] = [];
  const file = entry?.path;
  const fail = (code: DiagnosticCode): ActorDocument => {
    found.push(diagnostic(code, { file, offset: file === undefined ? undefined : 0 }));
    return { item: null, found };
  };
  if (entry === null) return fail("actor/missing");
  const chunks: Uint8Array[] = [];
  let length = 0;
  const run = { signal: options.signal, onDiagnostic: (each: Diagnostic) => void found.push(each) };
  for await (const chunk of survey.open(entry, run)) {
    length += chunk.length;
    if (length > options.limits.maxItemBytes) return fail("json/item-too-large");
    chunks.push(chunk);
  }
  const decoded = parseJson(withoutMark(joinedBytes(chunks)));
  if (!decoded.ok) return fail("json/invalid");
  if (decoded.lossy) found.push(diagnostic("json/invalid-utf8", { file, offset: 0 }));
  const { value } = decoded;
  if (!isJsonObject(value) || typesOf(value).length === 0) return fail("actor/invalid");
  const clean = withoutSecrets(value);
  for (const { code, pointer } of clean.found) found.push(diagnostic(code, { file, pointer, offset: 0 }));
  const raw = options.secrets ? value : clean.document;
  return { item: { value: raw, raw, file: entry.path, pointer: "", index: 0, offset: 0, length }, found };
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
