import type { RunOptions } from "@archive/schema";
import type { Bytes } from "../containers/container.js";
import { ItemSplitter } from "./item-splitter.js";
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
  /** Called with every other key of the document's top level, as it is met. */
  readonly onMember?: ((key: string, value: unknown) => void) | undefined;
  /** Called once when the document is read to its end, with the pointers of the lists it held. */
  readonly onEnd?: ((lists: ReadonlySet<string>) => void) | undefined;
}

/** The keys under which AS2 collections hold their items. */
export const ITEM_LISTS: readonly string[] = ["orderedItems", "items"];

/**
 * Yields the items of one huge JSON document one by one: the elements of its top-level `orderedItems` or
 * `items`, or of the document itself when it is an array.
 *
 * Memory is bounded by the largest item, whatever the document's size. Elements that are no objects are
 * yielded too. Broken ones, a cut end and anything else that is not JSON are diagnostics with the byte they
 * stand at, and the rest is still read: it never throws on data.
 *
 * @example
 * ```ts
 * import { createReadStream } from "node:fs";
 * import { readItems } from "@archive/reader";
 * for await (const { value, offset } of readItems(createReadStream("outbox.json"))) use(value, offset);
 * ```
 */
export async function* readItems(
  bytes: Bytes,
  options: ReadItemsOptions = {},
): AsyncGenerator<JsonElement, void, undefined> {
  const { signal, onProgress, file = "", size } = options;
  const splitter = new ItemSplitter({
    maxItemBytes: options.maxItemBytes ?? JSON_LIMITS.maxItemBytes,
    maxDepth: options.maxDepth ?? JSON_LIMITS.maxDepth,
    maxMemberBytes: options.maxMemberBytes ?? JSON_LIMITS.maxMemberBytes,
    lists: new Set(options.lists ?? ITEM_LISTS),
    file: options.file,
    onDiagnostic: options.onDiagnostic,
    onMember: options.onMember,
  });
  const elements = splitter.elements();
  const { window } = splitter;
  let done = false;
  let read = 0;
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    read += chunk.length;
    // What follows the document's end is pulled all the same: containers check an entry's sum at its end.
    if (!done) {
      window.append(chunk, splitter.keep);
      for (;;) {
        const step = elements.next();
        done = step.done === true;
        if (step.done || step.value === null) break;
        yield step.value;
      }
    }
    const progress = { file, bytes: read, items: splitter.count };
    onProgress?.(size === undefined ? progress : { ...progress, total: size });
  }
  window.ended = true;
  while (!done) {
    const step = elements.next();
    if (step.done) break;
    if (step.value !== null) yield step.value;
  }
  options.onEnd?.(splitter.lists);
}
