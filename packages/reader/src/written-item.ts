import type { Activity, JsonObject } from "@archive/schema";
import type { Item } from "./item.js";
import type { JsonElement } from "./json/splitter-options.js";

/** An item of an outbox that is read as it stands in its file. */
export class WrittenItem implements Item<Activity> {
  readonly value: Activity;
  readonly raw: JsonObject;
  readonly file: string;
  readonly pointer: string;
  readonly index: number;
  readonly offset: number;
  readonly length: number;
  readonly #element: JsonElement;

  constructor(document: JsonObject, file: string, element: JsonElement) {
    this.value = document;
    this.raw = document;
    this.file = file;
    this.pointer = element.pointer;
    this.index = element.index;
    this.offset = element.offset;
    this.length = element.length;
    this.#element = element;
  }

  bytes(): Uint8Array | null {
    return this.#element.bytes();
  }
}
