import type { JsonElement } from "./splitter-options.js";

/** Gives a stretch of the document as it is written, if it is still held. */
export type Written = (start: number, length: number) => Uint8Array | null;

/** An element of a list. A class, so that what it was written as costs no function of its own. */
export class ListElement implements JsonElement {
  readonly value: unknown;
  readonly index: number;
  readonly pointer: string;
  readonly offset: number;
  readonly length: number;
  readonly #written: Written;

  constructor(
    value: unknown,
    place: Pick<JsonElement, "index" | "pointer" | "offset" | "length">,
    written: Written,
  ) {
    this.value = value;
    this.index = place.index;
    this.pointer = place.pointer;
    this.offset = place.offset;
    this.length = place.length;
    this.#written = written;
  }

  bytes(): Uint8Array | null {
    return this.#written(this.offset, this.length);
  }
}
