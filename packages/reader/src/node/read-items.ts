import type { Bytes } from "../containers/container.js";
import { mapItems, type ReadItemsOptions, type readItems as readItemsAnywhere } from "../json/read-items.js";
import { BUFFER_TOOLS } from "./buffer-tools.js";

/**
 * {@link readItemsAnywhere}, faster.
 *
 * @example
 * ```ts
 * import { createReadStream } from "node:fs";
 * import { readItems } from "@archive/reader";
 * for await (const { value, offset } of readItems(createReadStream("outbox.json"))) console.log(value, offset);
 * ```
 */
export const readItems: typeof readItemsAnywhere = (bytes: Bytes, options: ReadItemsOptions = {}) =>
  mapItems(bytes, { ...options, tools: BUFFER_TOOLS }, (element) => element);
