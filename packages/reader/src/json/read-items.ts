import type { RunOptions } from "@archive/schema";
import type { Bytes } from "../containers/container.js";
import { type ByteTools, PORTABLE_TOOLS } from "./byte-tools.js";
import { ItemSplitter } from "./item-splitter.js";
import { ItemStream } from "./item-stream.js";
import { JSON_LIMITS, type JsonLimits } from "./limits.js";
import type { JsonElement } from "./splitter-options.js";

/** How {@link readItems} reads a document. */
export interface ReadItemsOptions extends RunOptions, Partial<JsonLimits> {
  /** Names the document in diagnostics and progress. */
  readonly file?: string | undefined;
  /** Its size in bytes, where known; for progress only. */
  readonly size?: number | undefined;
  /** Keys whose lists are read: `orderedItems` and `items` unless told. */
  readonly lists?: readonly string[] | undefined;
  /**
   * Byte to go on at: items that begin before it are counted and not yielded, and what is wrong with them is not
   * told again. An `offset` that an earlier reading gave makes that item the first.
   */
  readonly from?: number | undefined;
  /** Called with every other key of the document's top level, as it is met. */
  readonly onMember?: ((key: string, value: unknown) => void) | undefined;
  /** Called once when the document is read to its end, with the pointers of the lists it held. */
  readonly onEnd?: ((lists: ReadonlySet<string>) => void) | undefined;
}

/** The keys under which AS2 collections hold their items. */
export const ITEM_LISTS: readonly string[] = ["orderedItems", "items"];

/**
 * Yields the items of one huge JSON document one by one: the elements of its top-level `orderedItems` or
 * `items`, of those of a page under `first`, or of the document itself when it is an array.
 *
 * Memory is bounded by the largest item, whatever the document's size. Elements that are no objects are
 * yielded too. Broken ones, a cut end and anything else that is not JSON are diagnostics with the byte they
 * stand at, and the rest is still read: it never throws on data. Leaving the loop closes the source.
 *
 * @example
 * ```ts
 * import { createReadStream } from "node:fs";
 * import { readItems } from "@archive/reader";
 * for await (const { value, offset } of readItems(createReadStream("outbox.json"))) console.log(value, offset);
 * ```
 */
export function readItems(
  bytes: Bytes,
  options: ReadItemsOptions = {},
): AsyncIterableIterator<JsonElement, undefined> {
  return mapItems(bytes, { ...options, tools: PORTABLE_TOOLS }, (element) => element);
}

/** {@link ReadItemsOptions} with the tools of the platform. */
export interface MapItemsOptions extends ReadItemsOptions {
  readonly tools: ByteTools;
}

/** {@link readItems} with each element made into something else; `null` leaves it out. */
export function mapItems<T>(
  bytes: Bytes,
  options: MapItemsOptions,
  map: (element: JsonElement) => T | null,
): AsyncIterableIterator<T, undefined> {
  const { signal, onProgress, file = "", size } = options;
  const splitter = new ItemSplitter({
    maxItemBytes: options.maxItemBytes ?? JSON_LIMITS.maxItemBytes,
    maxDepth: options.maxDepth ?? JSON_LIMITS.maxDepth,
    maxMemberBytes: options.maxMemberBytes ?? JSON_LIMITS.maxMemberBytes,
    maxRereadBytes: options.maxRereadBytes ?? JSON_LIMITS.maxRereadBytes,
    protoKeys: options.protoKeys ?? JSON_LIMITS.protoKeys,
    lists: new Set(options.lists ?? ITEM_LISTS),
    from: options.from ?? 0,
    tools: options.tools,
    file: options.file,
    onDiagnostic: options.onDiagnostic,
    onMember: options.onMember,
  });
  return new ItemStream({
    bytes,
    splitter,
    map,
    onChunk(read) {
      signal?.throwIfAborted();
      if (onProgress === undefined || read === 0) return;
      const progress = { file, bytes: read, items: splitter.count };
      onProgress(size === undefined ? progress : { ...progress, total: size });
    },
    onEnd: () => options.onEnd?.(splitter.lists),
  });
}
