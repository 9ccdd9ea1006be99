import { type DiagnosticCode, isJsonObject } from "@archive/schema";
import { type Cursor, END, MORE, type Need } from "./cursor.js";
import { parseJson } from "./decode.js";
import type { DocumentFaults } from "./document-faults.js";
import type { DocumentParts } from "./document-parts.js";
import { ItemGuess } from "./item-guess.js";
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isOpening,
  OPEN_OBJECT,
  QUOTE,
  SLASH,
} from "./json-bytes.js";
import { SUSPICIOUS_ITEM_BYTES } from "./limits.js";
import { ListElement, type Written } from "./list-element.js";
import type { Recovery } from "./recovery.js";
import { type Resemblance, resembles } from "./resemblance.js";
import type { JsonElement, SplitterOptions } from "./splitter-options.js";
import type { Outcome, ValueReader } from "./value-reader.js";

/** How much white space behind an element is passed over while the element is kept. */
const FARTHEST_LOOK_AHEAD = 64 * 1024;

/** Reads the elements of a document's lists, and steps over what is broken among them. */
export class ListReader {
  /** Pointers of the lists met, empty ones included. */
  readonly met: Set<string> = new Set();
  /** Elements met so far, broken ones included. */
  count = 0;
  readonly #options: SplitterOptions;
  readonly #cursor: Cursor;
  readonly #reader: ValueReader;
  readonly #recovery: Recovery;
  readonly #faults: DocumentFaults;
  readonly #guess: ItemGuess;
  readonly #from: number;
  #filled = 0;

  constructor({ options, cursor, values, recovery, faults }: DocumentParts) {
    this.#options = options;
    this.#cursor = cursor;
    this.#reader = values;
    this.#recovery = recovery;
    this.#faults = faults;
    this.#guess = new ItemGuess(options);
    this.#from = options.from;
  }

  /** Whether a list with something in it was met. */
  get filled(): boolean {
    return this.#filled > 0;
  }

  /** The elements of a list whose opening bracket is read. */
  *elements(pointer: string): Generator<JsonElement | Need, "closed" | "cut" | "key"> {
    this.met.add(pointer);
    let n = 0;
    // What went before: a comma, or an element.
    let comma = false;
    let between = false;
    let likeness: Resemblance | null = null;
    let scannedTo = 0;
    for (;;) {
      // Mostly nothing stands before an item that was not looked at: no need for a generator then.
      const byte = this.#cursor.startsHere(OPEN_OBJECT) ? OPEN_OBJECT : yield* this.#cursor.peek();
      const start = this.#cursor.at;
      if (byte === END) {
        this.#faults.cut();
        return "cut";
      }
      if (byte === CLOSE_ARRAY) {
        if (comma)
          this.#faults.report("json/invalid", start, { message: "A comma stands before the list's end." });
        this.#cursor.at += 1;
        return "closed";
      }
      if (byte === COMMA) {
        if (!between)
          this.#faults.report("json/invalid", start, { message: "An item is missing before a comma." });
        comma = true;
        between = false;
        this.#cursor.at += 1;
        continue;
      }
      if (byte === CLOSE_OBJECT) {
        this.#faults.report("json/invalid", start, { message: "There is one closing bracket too many." });
        this.#cursor.at += 1;
        continue;
      }
      if (byte === OPEN_OBJECT && !between && start >= this.#from) {
        if (comma && scannedTo > 0) this.#guess.learn(this.#cursor.window, scannedTo, start);
        const guess = this.#guess.at(this.#cursor.window, start);
        if (guess === "more") {
          this.#cursor.keep = start;
          yield MORE;
          continue;
        }
        const { value, length, step } = this.#guess;
        if (guess === "item" && length <= this.#options.maxItemBytes) {
          if (n === 0) this.#beginFilledList(start);
          const place = { index: this.count, pointer: `${pointer}/${n}`, offset: start, length };
          const element = new ListElement(value, place, this.#written);
          likeness ??= resembles(value, "activity") ? "activity" : "item";
          this.count += 1;
          n += 1;
          // The comma behind it is part of the proof.
          this.#cursor.at = start + step;
          comma = true;
          yield element;
          continue;
        }
      }
      if (byte === SLASH && (yield* this.#faults.comment())) continue;
      if (between && byte === OPEN_OBJECT) {
        this.#faults.report("json/invalid", start, { message: "A comma is missing between two items." });
      }
      const astray = between && byte !== OPEN_OBJECT;
      let outcome: Outcome = astray ? "broken" : yield* this.#element(start, byte, likeness ?? "item");
      if (outcome === "whole") {
        const end = this.#cursor.at;
        const next = yield* this.#cursor.peekAhead(start, end + FARTHEST_LOOK_AHEAD);
        this.#cursor.at = end;
        if (next === COLON && byte === QUOTE) {
          // A key among the elements shows that the list's end is missing.
          this.#faults.report("json/invalid", start, { message: "The list has no closing bracket." });
          this.#cursor.at = start;
          return "key";
        }
        // An unclosed element swallows all that follow, and takes the list's closing bracket for its own.
        if (next === END && isOpening(byte)) {
          const swallowed = yield* this.#recovery.nextItem(start + 1, end, likeness ?? "item");
          if (swallowed !== null) outcome = "broken";
        }
      }
      if (n === 0) this.#beginFilledList(start);
      const here = `${pointer}/${n}`;
      n += 1;
      comma = false;
      between = true;
      if (outcome === "whole") {
        scannedTo = byte === OPEN_OBJECT ? this.#cursor.at : 0;
        const element = this.#parse(start, here, likeness !== null);
        if (element === null) continue;
        if (likeness === null && isJsonObject(element.value)) {
          likeness = resembles(element.value, "activity") ? "activity" : "item";
        }
        if (start >= this.#from) yield element;
        continue;
      }
      this.count += 1;
      if (outcome === "too-large") {
        this.#faults.report("json/item-too-large", start, { pointer: here });
        continue;
      }
      const until = outcome === "cut" ? this.#cursor.window.end : null;
      const from = astray ? start : this.#reader.skimmed ? this.#cursor.at : start + 1;
      const next = yield* this.#recovery.nextItem(from, until, likeness ?? "item");
      if (next === null && outcome === "cut") this.#faults.cut(here, start);
      else this.#faults.skipped(start, next ?? this.#cursor.window.end, here);
      if (next === null) return "cut";
      this.#recovery.spend(this.#cursor.at - next);
      this.#cursor.at = next;
      between = false;
    }
  }

  #beginFilledList(start: number): void {
    this.#filled += 1;
    if (this.#filled === 2) this.#faults.report("outbox/doubled-items", start);
  }

  /** Finds an element's end and puts the cursor there. */
  *#element(start: number, first: number, likeness: Resemblance): Generator<Need, Outcome> {
    const most = this.#options.maxItemBytes;
    let limit = Math.min(most, SUSPICIOUS_ITEM_BYTES);
    this.#reader.begin();
    for (;;) {
      const outcome = yield* this.#reader.read(start, limit);
      if (outcome !== "too-large") return outcome;
      // A missing bracket makes an element swallow all that follow it: look for them before reading on.
      if (isOpening(first)) {
        const stopped = this.#cursor.at;
        const found = yield* this.#recovery.nextItem(
          start + 1,
          stopped,
          limit < most ? "activity" : likeness,
        );
        this.#cursor.at = stopped;
        if (found !== null) return "broken";
      }
      if (limit === most) return yield* this.#reader.skim();
      limit = Math.min(most, limit * 2);
    }
  }

  /** The element between `start` and the cursor. */
  #parse(start: number, pointer: string, alike: boolean): JsonElement | null {
    const index = this.count;
    const length = this.#cursor.at - start;
    this.count += 1;
    // The first one is parsed all the same: what it is like tells what to look for behind broken ones.
    if (start < this.#from && alike) return null;
    const found = (code: DiagnosticCode): null => {
      this.#faults.report(code, start, { pointer });
      return null;
    };
    if (this.#reader.tooDeep) return found("json/too-deep");
    const { bytes, base } = this.#cursor.window;
    const decoded = parseJson(bytes, start - base, start + length - base, this.#options);
    if (!decoded.ok) return found("json/invalid-item");
    if (decoded.lossy) found("json/invalid-utf8");
    if (decoded.proto) found("json/proto-key");
    return new ListElement(decoded.value, { index, pointer, offset: start, length }, this.#written);
  }

  /** A stretch of the document, if it is still held. */
  readonly #written: Written = (start, length) => {
    const { bytes, base, end } = this.#cursor.window;
    return start < base || start + length > end ? null : bytes.subarray(start - base, start + length - base);
  };

  /** A list that is written as its only element (AS2 Core §4.1). */
  *lone(pointer: string): Generator<JsonElement | Need, Outcome> {
    const start = this.#cursor.at;
    this.#reader.begin();
    const outcome = yield* this.#reader.read(start, this.#options.maxItemBytes);
    if (outcome === "too-large") {
      this.#faults.report("json/item-too-large", start, { pointer });
      return (yield* this.#reader.skim()) === "cut" ? "cut" : "whole";
    }
    if (outcome !== "whole") return outcome;
    const element = this.#parse(start, pointer, false);
    if (element === null || element.value === null) {
      this.count -= element === null ? 0 : 1;
      return "whole";
    }
    this.met.add(pointer);
    this.#beginFilledList(start);
    if (start >= this.#from) yield element;
    return "whole";
  }
}
