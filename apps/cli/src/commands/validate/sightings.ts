import type { Diagnostic, DiagnosticCode, JsonObject, Visibility } from "@archive/schema";
import { isJsonObject } from "@archive/schema";
import type { DocumentFile, ValidateOptions } from "@archive/transform";
import { type Excerpt, excerptAt } from "./excerpt.js";
import { type SourceMap, type SourcePosition, sourceMap } from "./source-position.js";

/** Where a finding is, for a person: what stands there, and in which line. */
export interface Sighting {
  readonly excerpt: Excerpt | null;
  readonly position: SourcePosition | null;
}

/** The document that is being checked. */
interface Current {
  readonly file: string;
  readonly pointer: string;
  readonly value: unknown;
  readonly hint: Visibility | undefined;
  /** Its text, where lines can be told: not in an archive. */
  readonly text: string | null;
  map: SourceMap | null;
}

/**
 * Looks at what stands at the place of each finding while its document is at hand, for afterwards it is gone:
 * archives are read once, in constant memory. As many findings of a code are looked at as are shown.
 */
export class Sightings {
  readonly #max: number;
  readonly #showContent: boolean;
  readonly #counts = new Map<DiagnosticCode, number>();
  readonly #seen = new WeakMap<Diagnostic, Sighting>();
  #actor: JsonObject | null = null;
  #actorDocument: Current | null = null;
  #current: Current | null = null;

  constructor(max: number, showContent: boolean) {
    this.#max = max;
    this.#showContent = showContent;
  }

  /** Takes the document of an archive that is checked next; bound, so it can be passed as `onDocument`. */
  readonly look: NonNullable<ValidateOptions["onDocument"]> = ({ file, pointer, raw: value, hint }, kind) => {
    const document: Current = { file, pointer, value, hint, text: null, map: null };
    this.#current = document;
    if (kind === "item") return;
    this.#actor = value;
    this.#actorDocument = { ...document, pointer: "" };
  };

  /** The same documents; each is at hand while it is checked. */
  async *documents(files: AsyncIterable<DocumentFile>): AsyncGenerator<DocumentFile, void, undefined> {
    for await (const file of files) {
      const text = new TextDecoder().decode(file.bytes);
      this.#current = { file: file.path, pointer: "", value: parsed(text), hint: undefined, text, map: null };
      yield file;
    }
    this.#current = null;
  }

  /** Looks at a finding, if it is one that will be shown. */
  see(found: Diagnostic): void {
    const times = this.#counts.get(found.code) ?? 0;
    this.#counts.set(found.code, times + 1);
    const document = times < this.#max ? this.#documentOf(found) : null;
    if (document === null || found.pointer === undefined) return;
    const pointer = found.pointer.slice(document.pointer.length);
    const position = positionIn(document, found, pointer);
    const excerpt =
      document.value === undefined || found.code.startsWith("secret/")
        ? null
        : excerptAt(pointer, {
            value: document.value,
            actor: this.#actor,
            hint: document.hint,
            showContent: this.#showContent,
          });
    this.#seen.set(found, { excerpt, position });
  }

  /** What was seen of a finding. */
  of(found: Diagnostic): Sighting | undefined {
    return this.#seen.get(found);
  }

  #documentOf({ file, pointer = "" }: Diagnostic): Current | null {
    for (const document of [this.#current, this.#actorDocument]) {
      if (document === null || document.file !== file) continue;
      if (pointer === document.pointer || pointer.startsWith(`${document.pointer}/`)) return document;
    }
    return null;
  }
}

function positionIn(document: Current, found: Diagnostic, pointer: string): SourcePosition | null {
  if (document.text === null) return null;
  document.map ??= sourceMap(document.text);
  return found.code === "json/invalid" ? document.map.fault : document.map.at(pointer);
}

/** The document as it is, but for a file that is none. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) || Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
