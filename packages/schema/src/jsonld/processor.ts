import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import { isJsonObject, type JsonObject } from "../json.js";
import type { RunOptions } from "../run.js";
import { ContextStore, contextDocument, namesContext } from "./context-store.js";
import { type Engine, type EngineOptions, loadEngine, processorCode } from "./engine.js";
import { type Inspection, inspectContext, inspectDocument, type Refusal } from "./inspection.js";
import { JSONLD_LIMITS, type JsonLdLimits } from "./limits.js";

/** How one document is processed, and where what is found goes. */
export interface JsonLdOptions extends Pick<RunOptions, "onDiagnostic" | "signal"> {
  /** What relative IRIs are resolved against. Without one they stay as they are. */
  readonly base?: string | undefined;
  /**
   * The `@context` of the document around this one: items of an outbox have none of their own. The document's
   * own context comes after it. Passing the same object each time is what makes a loop over items fast; it
   * must not be changed meanwhile.
   */
  readonly context?: unknown;
  /**
   * Fill what documents of the fediverse leave out: terms that servers use without defining them (`sensitive`,
   * `Hashtag`, `blurhash`, `atomUri` … in Mastodon's exports 2.8 to 4.1), and AS2's own context where a document
   * names none (AS2 Core §2.1). Never changes what the document defines: one that gives its words a vocabulary
   * with `@vocab` gets none of it. True unless told; false is the letter of JSON-LD.
   */
  readonly fediverse?: boolean | undefined;
  /** Refuse a document of which the result would lose a part, such as a term nobody defines. False unless told. */
  readonly safe?: boolean | undefined;
  /** The file that holds the document, for findings. */
  readonly file?: string | undefined;
  /** Where in that file it stands (RFC 6901), for findings. */
  readonly pointer?: string | undefined;
}

/** What an own processor knows besides the bundled contexts. */
export interface JsonLdConfiguration {
  /** Further contexts by address; they come before bundled ones. Aliases of the address need not be listed. */
  readonly contexts?: Readonly<Record<string, JsonObject>> | undefined;
  readonly limits?: Partial<JsonLdLimits> | undefined;
}

/** A JSON-LD processor that never uses the network. */
export interface JsonLd {
  /** See {@link expand}. */
  expand(document: unknown, options?: JsonLdOptions): Promise<readonly JsonObject[] | null>;
  /** See {@link compact}. */
  compact(document: unknown, context: unknown, options?: JsonLdOptions): Promise<JsonObject | null>;
  /** See {@link normalize}. */
  normalize(document: unknown, options?: JsonLdOptions): Promise<string | null>;
}

interface Machine {
  readonly engine: Engine;
  readonly store: ContextStore;
  readonly fediverse: string;
}

interface Envelope {
  readonly context: unknown;
  readonly address: string;
}

type Work = (engine: Engine, options: EngineOptions) => Promise<unknown>;

const AS2 = "https://www.w3.org/ns/activitystreams";

/**
 * Makes a processor of its own: with further contexts, with other limits. Processed contexts are kept between
 * calls (at most 100, the least used go first), so one processor for many documents is about twice as fast as
 * the library used plainly.
 *
 * @example
 * ```ts
 * import { createJsonLd } from "@archive/schema/jsonld";
 * const jsonld = createJsonLd({ contexts: { "https://zoo.example/ns": { stripes: "https://zoo.example/ns#stripes" } } });
 * await jsonld.expand({ "@context": "https://zoo.example/ns", stripes: 9 });
 * // [{ "https://zoo.example/ns#stripes": [{ "@value": 9 }] }]
 * ```
 */
export function createJsonLd(configuration: JsonLdConfiguration = {}): JsonLd {
  const limits = { ...JSONLD_LIMITS, ...configuration.limits };
  let machine: Promise<Machine> | undefined;
  let envelopes = 0;
  let envelope: Envelope | undefined;

  const assemble = async (): Promise<Machine> => {
    const [engine, contexts] = await Promise.all([loadEngine(), import("./contexts.js")]);
    const store = new ContextStore(contexts.bundledContext, configuration.contexts ?? {}, limits);
    return { engine, store, fediverse: contexts.FEDIVERSE_ADDRESS };
  };

  // Under an address, the context is processed once; inline, it would be copied and compared for each item.
  const envelopeOf = (context: unknown): Envelope => {
    if (envelope !== undefined && envelope.context === context) return envelope;
    envelopes += 1;
    const next = { context, address: `urn:ap-archive:envelope:${envelopes}` };
    envelope = next;
    return next;
  };

  const run = async (document: unknown, contexts: readonly unknown[], options: JsonLdOptions, work: Work) => {
    options.signal?.throwIfAborted();
    if (!isJsonObject(document) && !Array.isArray(document)) return refuse(options, document, NOT_A_DOCUMENT);
    const around = options.context === undefined || options.context === null ? [] : [options.context];
    const own = inspectDocument(document, limits);
    if ("reason" in own) return refuse(options, document, own);
    const inspections: Inspection[] = [own];
    for (const context of [...around, ...contexts]) {
      const found = inspectContext(context, limits);
      // It stands elsewhere, so its pointer would lead nowhere in the document.
      if ("reason" in found) return refuse(options, document, { ...found, pointer: "" });
      inspections.push(found);
    }

    machine ??= assemble().catch((error: unknown) => {
      // A browser that was offline when it asked for the chunk may ask again.
      machine = undefined;
      throw error;
    });
    const { engine, store, fediverse } = await machine;
    const base = options.base ?? "";
    let setsVocab = false;
    const reported = new Set<string>();
    for (const [index, inspection] of inspections.entries()) {
      const survey = store.survey(inspection, base);
      // The context to compact to says nothing about the document's words.
      if (index <= around.length) setsVocab ||= survey.setsVocab;
      for (const address of survey.unknown) {
        if (reported.has(address)) continue;
        reported.add(address);
        // Only the first inspection is the document's: the others have no place in it.
        reportUnknown(
          options,
          document,
          address,
          index === 0 ? inspection.addresses.get(address) : undefined,
        );
      }
    }

    const before: string[] = [];
    const known = new Map<string, unknown>();
    if ((options.fediverse ?? true) && !setsVocab) {
      before.push(fediverse);
      if (around.length === 0 && !namesContext(document)) before.push(AS2);
    }
    if (around.length > 0) {
      const { address } = envelopeOf(options.context);
      known.set(address, options.context);
      before.push(address);
    }
    try {
      return await work(engine, {
        ...(options.base !== undefined && { base: options.base }),
        ...(before.length > 0 && { expandContext: before }),
        safe: options.safe ?? false,
        documentLoader: async (address) => ({
          contextUrl: null,
          documentUrl: address,
          document: known.has(address) ? contextDocument(known.get(address)) : store.document(address),
          tag: "static",
        }),
      });
    } catch (error) {
      options.signal?.throwIfAborted();
      return refuse(options, document, { reason: processorCode(error), pointer: "" });
    }
  };

  return {
    async expand(document, options = {}) {
      const result = await run(document, [], options, (engine, settings) =>
        engine.expand(document, settings),
      );
      return Array.isArray(result) ? result.filter(isJsonObject) : null;
    },
    async compact(document, context, options = {}) {
      const result = await run(document, [context], options, (engine, settings) =>
        engine.compact(document, context, settings),
      );
      return isJsonObject(result) ? result : null;
    },
    async normalize(document, options = {}) {
      const { signal } = options;
      const result = await run(document, [], options, (engine, settings) =>
        engine.canonize(document, { ...settings, canonizeOptions: signal === undefined ? {} : { signal } }),
      );
      return typeof result === "string" ? result : null;
    },
  };
}

const NOT_A_DOCUMENT: Refusal = { reason: "not an object or array", pointer: "" };

function refuse(options: JsonLdOptions, document: unknown, { reason, pointer }: Refusal): null {
  report(options, document, pointer, (place) =>
    diagnostic("jsonld/invalid", {
      ...place,
      message: `The document can't be processed as JSON-LD: ${reason}.`,
      actual: reason,
    }),
  );
  return null;
}

function reportUnknown(options: JsonLdOptions, document: unknown, address: string, within = ""): void {
  report(options, document, within, (place) =>
    diagnostic("jsonld/unknown-context", { ...place, actual: address }),
  );
}

type Place = {
  readonly file?: string | undefined;
  readonly pointer: string;
  readonly id?: string | undefined;
};

function report(
  { onDiagnostic, file, pointer = "" }: JsonLdOptions,
  document: unknown,
  within: string,
  found: (place: Place) => Diagnostic,
): void {
  const id = isJsonObject(document) ? (document.id ?? document["@id"]) : undefined;
  onDiagnostic?.(found({ file, pointer: pointer + within, id: typeof id === "string" ? id : undefined }));
}
