import { isJsonObject, type JsonObject } from "../json.js";

/** What the processor is given for a context's address. */
export interface RemoteContext {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: JsonObject;
  /** `static`: the processed form may be kept for the documents that follow. This is most of the speed. */
  readonly tag: "static";
}

/** The options of the `jsonld` library that are used here. */
export interface EngineOptions {
  readonly base?: string;
  readonly documentLoader: (address: string) => Promise<RemoteContext>;
  readonly expandContext?: readonly unknown[];
  readonly safe: boolean;
}

/** One instance of the `jsonld` library, with caches of its own. */
export interface Engine {
  expand(document: unknown, options: EngineOptions): Promise<unknown>;
  compact(document: unknown, context: unknown, options: EngineOptions): Promise<unknown>;
  canonize(
    document: unknown,
    options: EngineOptions & { readonly canonizeOptions: { readonly signal?: AbortSignal } },
  ): Promise<unknown>;
}

/**
 * Loads the library and makes an instance of it. Its own instance, because the library's caches are keyed by
 * address alone: an unknown context that is empty here must not become empty for the rest of a program.
 */
export async function loadEngine(): Promise<Engine> {
  const { default: library }: { readonly default: unknown } = await import("jsonld");
  const engine = isFactory(library) ? library() : null;
  if (!isEngine(engine)) throw new TypeError("The jsonld library is not of a version that can be used.");
  return engine;
}

function isFactory(value: unknown): value is () => unknown {
  return typeof value === "function";
}

function isEngine(value: unknown): value is Engine {
  return (
    typeof value === "function" &&
    ["expand", "compact", "canonize"].every((name) => typeof Reflect.get(value, name) === "function")
  );
}

/**
 * The machine code of an error of the processor: those of the JSON-LD API specification, or in safe mode that
 * of what would have been lost. Messages are left alone, since they can quote the document.
 */
export function processorCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  if ("details" in error && isJsonObject(error.details)) {
    const { code, event } = error.details;
    if (isJsonObject(event) && typeof event.code === "string") return event.code;
    if (typeof code === "string") return code;
  }
  if (error.message.startsWith("Maximum deep iterations")) return "canonicalization too complex";
  return error instanceof RangeError ? "too deep" : error.name;
}
