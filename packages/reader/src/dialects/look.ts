import { ArchiveError, type Diagnostic, numberOf, type RunOptions } from "@archive/schema";
import type { Container, ContainerKind, Entry } from "../containers/container.js";
import type { ByteTools } from "../json/byte-tools.js";
import { parseJson } from "../json/decode.js";
import type { JsonLimits } from "../json/limits.js";
import { type ActorDocument, readActor } from "./actor-document.js";
import { joinedBytes } from "./joined-bytes.js";
import { looksLikeOutbox, type OutboxProbe, PROBED_BYTES, probeOutbox } from "./outbox-probe.js";
import { type Places, placesOf } from "./place.js";
import { nearestNamed } from "./roles.js";
import type { Survey } from "./survey.js";

/** Containers that are one document, whatever it is called. */
const BARE: ReadonlySet<string> = new Set(["json", "jsonl"]);

/** What the dialects are told of the way an archive is to be read. */
export interface LookOptions {
  readonly kind: ContainerKind;
  /** For those that read many of its entries in one pass. */
  readonly container: Container;
  /** Name of the file or folder, without its path. */
  readonly name: string | null;
  readonly survey: Survey;
  readonly limits: JsonLimits;
  readonly tools: ByteTools;
  readonly secrets: boolean;
  /** Names of entries that are encrypted. */
  readonly encrypted: readonly string[];
  /** Visibility that an exporter is known to get wrong is taken as it stands. */
  readonly trustVisibility: boolean;
  /** Whose archive it is, where the export does not tell: `user@host`. */
  readonly account: string | null;
  readonly signal: AbortSignal | undefined;
  readonly report: (found: Diagnostic) => void;
}

/** An ActivityStreams outbox that was found, and what its beginning shows. */
export interface FoundOutbox {
  readonly places: Places;
  readonly outbox: Entry;
  readonly probe: OutboxProbe;
  /** `undefined`: not read that far. */
  readonly total: number | null | undefined;
  readonly actor: ActorDocument;
}

/** What dialects look at to tell whether an archive is theirs; what one has read is there for the others. */
export class Look {
  readonly options: LookOptions;
  readonly entries: readonly Entry[];
  /** Whether it is one document, whose name tells nothing. */
  readonly isBare: boolean;
  readonly #heads = new Map<string, Promise<OutboxProbe>>();
  readonly #documents = new Map<string, Promise<unknown>>();
  #outbox: Promise<FoundOutbox | null> | null = null;
  /** Whether it is one ActivityStreams collection, and so nothing else. */
  #isCollection = false;

  constructor(options: LookOptions) {
    this.options = options;
    this.entries = options.survey.entries;
    this.isBare = BARE.has(options.kind);
  }

  /**
   * Of the entries whose name fits, the one nearest to the root; a bare document itself, unless it was found to be an
   * ActivityStreams collection.
   */
  main(name: RegExp): Entry | null {
    if (!this.isBare) return nearestNamed(this.entries, name);
    return this.#isCollection ? null : (this.entries[0] ?? null);
  }

  /** The entry at a path, to the letter. */
  at(path: string): Entry | null {
    return this.entries.find((entry) => entry.path === path) ?? null;
  }

  /** The beginning of a document whose items stand in lists under some keys. */
  head(entry: Entry, lists: readonly string[]): Promise<OutboxProbe> {
    const key = JSON.stringify([entry.path, lists]);
    const known = this.#heads.get(key);
    if (known !== undefined) return known;
    const probe = probeOutbox(this.options.survey.head(entry, PROBED_BYTES, this.#quiet()), lists);
    this.#heads.set(key, probe);
    return probe;
  }

  /** A small document as parsed; `undefined` when it is too large, or no JSON. */
  json(entry: Entry): Promise<unknown> {
    const known = this.#documents.get(entry.path);
    if (known !== undefined) return known;
    const document = this.bytes(entry).then((bytes) => {
      const decoded = bytes === null ? null : parseJson(bytes);
      return decoded?.ok === true ? decoded.value : undefined;
    });
    this.#documents.set(entry.path, document);
    return document;
  }

  /** All of an entry that is no larger than the largest item may be, without a byte order mark; else `null`. */
  async bytes(entry: Entry): Promise<Uint8Array | null> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of this.options.survey.open(entry, this.#quiet())) {
      length += chunk.length;
      if (length > this.options.limits.maxItemBytes) return null;
      chunks.push(chunk);
    }
    const bytes = joinedBytes(chunks);
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  }

  /**
   * The ActivityStreams outbox, if there is one. All dialects that have one ask here.
   *
   * @throws ArchiveError `archive/encrypted`
   */
  outbox(): Promise<FoundOutbox | null> {
    this.#outbox ??= this.#findOutbox();
    return this.#outbox;
  }

  async #findOutbox(): Promise<FoundOutbox | null> {
    const { encrypted, report, survey, signal, limits, secrets } = this.options;
    const places = placesOf(this.entries, encrypted, report);
    const { outbox } = places;
    if (outbox === null) return null;
    let locked = false;
    const onDiagnostic = ({ code }: Diagnostic): void => {
      locked ||= code === "entry/encrypted";
    };
    const head = survey.head(outbox, PROBED_BYTES, { signal, onDiagnostic });
    const probe = await probeOutbox(head);
    if (locked) throw new ArchiveError("archive/encrypted");
    if (this.isBare && !looksLikeOutbox(probe)) return null;
    this.#isCollection = this.isBare && probe.ordered;
    const declared = probe.envelope.get("totalItems");
    const total = declared === undefined && !head.whole ? undefined : numberOf(declared);
    const actor = await readActor(survey, places.actor, { signal, limits, secrets });
    return { places, outbox, probe, total, actor };
  }

  #quiet(): RunOptions {
    return { signal: this.options.signal, onDiagnostic: () => {} };
  }
}
