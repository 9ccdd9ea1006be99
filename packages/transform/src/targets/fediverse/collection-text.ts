import type { JsonObject } from "@archive/schema";
import type { Bytes } from "../../source.js";
import { textChunks } from "../data/text-chunks.js";

/** An `OrderedCollection` on one line, as Mastodon writes it, item by item. */
export function collectionBytes(head: JsonObject, items: AsyncIterable<unknown>): Bytes {
  return textChunks(collectionText(head, items));
}

async function* collectionText(head: JsonObject, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"orderedItems":[`;
  let first = true;
  for await (const item of items) {
    yield `${first ? "" : ","}${JSON.stringify(item)}`;
    first = false;
  }
  yield "]}";
}

/** A JSON document as a file. */
export function jsonText(document: unknown): string {
  return JSON.stringify(document);
}
