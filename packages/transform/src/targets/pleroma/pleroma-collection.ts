import type { Bytes } from "../../source.js";
import { textChunks } from "../data/text-chunks.js";
import { AS2 } from "../fediverse/context.js";

/** A collection as Pleroma writes it: a line for each item, and their number at the end. */
export function pleromaCollection(id: string, items: AsyncIterable<unknown>): Bytes {
  return textChunks(lines(id, items));
}

async function* lines(id: string, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `{\n  "@context": "${AS2}",\n  "id": "${id}",\n  "type": "OrderedCollection",\n  "orderedItems": [\n\n`;
  let total = 0;
  for await (const item of items) {
    yield `${total === 0 ? "" : ",\n"}${JSON.stringify(item)}`;
    total += 1;
  }
  yield `\n],\n  "totalItems": ${total}}`;
}
