import { isJsonObject, type JsonObject } from "../json.js";
import type { JsonLdLimits } from "./limits.js";

/** Why a document is not handed to the processor. */
export interface Refusal {
  readonly reason: string;
  /** RFC 6901, in the document. */
  readonly pointer: string;
}

/** What must be known of a document before it is processed. */
export interface Inspection {
  /** The addresses of contexts it names, as written, each with the place where it is named first. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Whether a context of its own gives words a vocabulary; `_:`, which is AS2's way to say none, does not. */
  readonly setsVocab: boolean;
}

interface Findings {
  readonly addresses: Map<string, string>;
  readonly limits: JsonLdLimits;
  setsVocab: boolean;
  values: number;
}

class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(reason: string, path: Path) {
    super(reason);
    this.refusal = { reason, pointer: pointerOf(path) };
  }
}

// A linked list: building a pointer for each value would cost more than the walk itself.
type Path = { readonly above: Path; readonly key: string | number } | null;

/** Walks a document once, before anything recursive touches it. */
export function inspectDocument(document: unknown, limits: JsonLdLimits): Inspection | Refusal {
  return inspect(limits, (found) => walkValue(document, null, 0, found));
}

/** The same for a context that stands alone. */
export function inspectContext(context: unknown, limits: JsonLdLimits): Inspection | Refusal {
  return inspect(limits, (found) => walkContext(context, null, 0, found));
}

function inspect(limits: JsonLdLimits, walk: (found: Findings) => void): Inspection | Refusal {
  const found: Findings = { addresses: new Map(), limits, setsVocab: false, values: 0 };
  try {
    walk(found);
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
  return found;
}

function walkValue(value: unknown, path: Path, depth: number, found: Findings): void {
  count(value, path, depth, found);
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries())
      walkValue(entry, { above: path, key: index }, depth + 1, found);
  } else if (isJsonObject(value)) {
    for (const key of Object.keys(value)) {
      const below = { above: path, key };
      if (key === "@context") walkContext(value[key], below, depth + 1, found);
      else walkValue(value[key], below, depth + 1, found);
    }
  }
}

function walkContext(context: unknown, path: Path, depth: number, found: Findings): void {
  const before = found.values;
  walkContextEntry(context, path, depth, found);
  if (found.values - before > found.limits.maxContextValues)
    throw new RefusedError(`a @context of more than ${found.limits.maxContextValues} values`, path);
}

function walkContextEntry(context: unknown, path: Path, depth: number, found: Findings): void {
  count(context, path, depth, found);
  if (typeof context === "string") note(context, path, found);
  else if (Array.isArray(context)) {
    if (context.length > found.limits.maxContexts)
      throw new RefusedError(`a @context of more than ${found.limits.maxContexts} entries`, path);
    for (const [index, entry] of context.entries())
      walkContextEntry(entry, { above: path, key: index }, depth + 1, found);
  } else if (isJsonObject(context)) walkDefinitions(context, path, depth, found);
}

function walkDefinitions(context: JsonObject, path: Path, depth: number, found: Findings): void {
  for (const key of Object.keys(context)) {
    const value = context[key];
    const below = { above: path, key };
    if (key === "@import" && typeof value === "string") note(value, below, found);
    else if (key === "@vocab" && value !== "_:" && value !== null) found.setsVocab = true;
    // A context document can be given where its context is meant.
    if (key === "@context") walkContextEntry(value, below, depth + 1, found);
    // A term's definition can hold a context of its own; so it is walked like a document.
    else walkValue(value, below, depth + 1, found);
  }
}

function note(address: string, path: Path, found: Findings): void {
  if (!found.addresses.has(address)) found.addresses.set(address, pointerOf(path));
}

function count(value: unknown, path: Path, depth: number, found: Findings): void {
  found.values += 1;
  if (found.values > found.limits.maxValues)
    throw new RefusedError(`a document of more than ${found.limits.maxValues} values`, path);
  if (depth > found.limits.maxDepth)
    throw new RefusedError(`nested deeper than ${found.limits.maxDepth} levels`, path);
  if (!isJson(value)) throw new RefusedError("a value that is not JSON", path);
}

function isJson(value: unknown): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "object":
    // Left undefined by the caller's own code rather than by data; the processor drops such keys.
    case "undefined":
      return true;
    case "number":
      return Number.isFinite(value);
    default:
      return false;
  }
}

function pointerOf(path: Path): string {
  if (path === null) return "";
  return `${pointerOf(path.above)}/${String(path.key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
