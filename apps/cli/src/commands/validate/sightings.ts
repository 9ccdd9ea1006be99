import type { Diagnostic, DiagnosticCode, JsonObject, Visibility } from "@archive/schema";
import { isJsonObject } from "@archive/schema";
import type { ArchiveSource, DocumentFile } from "@archive/transform";
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

  /** The same archive; what is read from it is at hand while it is checked. */
  watch<Source extends ArchiveSource>(source: Source): Source {
    const actor: ArchiveSource["actor"] = async (run) => {
      const item = await source.actor(run);
      if (item !== null) {
        this.#actor = item.value;
        this.#actorDocument = {
          file: item.file,
          pointer: "",
          value: item.raw,
          hint: item.hint,
          text: null,
          map: null,
        };
      }
      return item;
    };
    const outbox: ArchiveSource["outbox"] = (run) => this.#watched(source.outbox(run));
    return new Proxy(source, {
      get(target, key) {
        if (key === "actor") return actor;
        if (key === "outbox") return outbox;
        const member: unknown = Reflect.get(target, key, target);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
  }

  async *#watched(items: ReturnType<ArchiveSource["outbox"]>): ReturnType<ArchiveSource["outbox"]> {
    for await (const item of items) {
      const { file, pointer, raw: value, hint } = item;
      this.#current = { file, pointer, value, hint, text: null, map: null };
      yield item;
    }
    this.#current = null;
  }

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
