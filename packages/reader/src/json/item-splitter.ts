import type { ByteWindow } from "./byte-window.js";
import { Cursor, END, type Need } from "./cursor.js";
import { parseJson } from "./decode.js";
import { DocumentFaults } from "./document-faults.js";
import { CLOSE_OBJECT, COLON, COMMA, OPEN_ARRAY, OPEN_OBJECT, QUOTE, SLASH } from "./json-bytes.js";
import { ListReader } from "./list-reader.js";
import { Recovery } from "./recovery.js";
import type { JsonElement, SplitterOptions } from "./splitter-options.js";
import { type Outcome, ValueReader } from "./value-reader.js";

/**
 * Splits one JSON document into the elements of its list, in memory bounded by one element.
 *
 * The document is an object with a list in it, or a list. The splitter is a generator that asks for bytes by
 * giving `null`: put them into {@link window} and go on. What is broken is reported and stepped over; nothing is
 * thrown. The result does not depend on how the bytes are cut into chunks.
 */
export class ItemSplitter {
  readonly #options: SplitterOptions;
  readonly #cursor: Cursor = new Cursor();
  readonly #reader: ValueReader;
  readonly #recovery: Recovery;
  readonly #faults: DocumentFaults;
  readonly #lists: ListReader;

  constructor(options: SplitterOptions) {
    const cursor = this.#cursor;
    this.#options = options;
    const values = new ValueReader(cursor, options.maxDepth);
    const recovery = new Recovery(cursor, options);
    const faults = new DocumentFaults(cursor, options);
    this.#reader = values;
    this.#recovery = recovery;
    this.#faults = faults;
    this.#lists = new ListReader({ options, cursor, values, recovery, faults });
  }

  /** Where the bytes go that {@link elements} asks for. */
  get window(): ByteWindow {
    return this.#cursor.window;
  }

  /** The first byte that is still needed. */
  get keep(): number {
    return this.#cursor.keep;
  }

  /** Pointers of the lists met so far, empty ones included. */
  get lists(): ReadonlySet<string> {
    return this.#lists.met;
  }

  /** Elements met so far, broken ones included. */
  get count(): number {
    return this.#lists.count;
  }

  /** The elements of the document, and `null` whenever more bytes are needed. */
  *elements(): Generator<JsonElement | Need, void> {
    yield* this.#cursor.byteOrderMark();
    const first = yield* this.#cursor.peek();
    if (first === OPEN_ARRAY) {
      this.#cursor.at += 1;
      if ((yield* this.#lists.elements("")) !== "closed") return;
    } else if (first === OPEN_OBJECT) {
      this.#cursor.at += 1;
      if (!(yield* this.#members(""))) return;
    } else {
      this.#faults.report("json/invalid", this.#cursor.at);
      return;
    }
    if ((yield* this.#cursor.peek()) !== END) {
      this.#faults.report("json/invalid", this.#cursor.at, {
        message: "Something follows the end of the JSON document.",
      });
    }
  }

  /**
   * The members of the envelope, or of the page inside it that `base` points to; `false` when the document ends
   * before they do.
   */
  *#members(base: string): Generator<JsonElement | Need, boolean> {
    let comma = true;
    // A comma went before, which the first member has not.
    let separated = false;
    let reopen = "";
    for (;;) {
      const byte = yield* this.#cursor.peek();
      if (byte === END) return this.#faults.cut();
      const start = this.#cursor.at;
      if (byte === CLOSE_OBJECT) {
        if (separated) {
          this.#faults.report("json/invalid", start, {
            message: "A comma stands before the end of an object.",
          });
        }
        this.#cursor.at += 1;
        return true;
      }
      if (byte === COMMA) {
        if (comma)
          this.#faults.report("json/invalid", start, { message: "A comma stands where a key was expected." });
        comma = true;
        separated = true;
        this.#cursor.at += 1;
        continue;
      }
      if (byte === SLASH && (yield* this.#faults.comment())) continue;
      let list = "";
      separated = false;
      if (byte === QUOTE) {
        if (!comma)
          this.#faults.report("json/invalid", start, { message: "A comma is missing between two keys." });
        const key = yield* this.#key();
        const colon = yield* this.#cursor.peek();
        if (colon === END) return this.#faults.cut();
        if (key !== null && colon === COLON) {
          this.#cursor.at += 1;
          const value = yield* this.#cursor.peek();
          if (value === OPEN_ARRAY && this.#options.lists.has(key)) {
            this.#cursor.at += 1;
            list = `${base}/${key}`;
          } else if (value === OPEN_OBJECT && key === "first" && base === "" && !this.#lists.filled) {
            // Small collections may hold their first page, and nothing but that (AS2 Core §5.2).
            this.#cursor.at += 1;
            if (!(yield* this.#members("/first"))) return false;
            comma = false;
            continue;
          } else {
            const done = this.#options.lists.has(key)
              ? yield* this.#lists.lone(`${base}/${key}`)
              : yield* this.#member(key, base);
            if (done === "cut") return this.#faults.cut();
            comma = false;
            if (done === "whole") continue;
          }
        }
      } else if (byte === OPEN_OBJECT && reopen !== "") {
        // One bracket too many closed the list early.
        this.#faults.report("json/invalid", start, { message: "The list is closed before its last item." });
        list = reopen;
      }
      if (list === "") {
        this.#faults.report("json/invalid", start, { message: "What stands around the list is broken." });
        const found = yield* this.#recovery.nextList(this.#options.lists);
        if (found === null) return false;
        list = base + found;
      }
      const end = yield* this.#lists.elements(list);
      if (end === "cut") return false;
      reopen = list;
      // Without its closing bracket a list runs into the key that follows it.
      comma = end === "key";
    }
  }

  /** Any other value of the envelope. */
  *#member(key: string, base: string): Generator<Need, Outcome> {
    const start = this.#cursor.at;
    this.#reader.begin();
    const outcome = yield* this.#reader.read(start, this.#options.maxMemberBytes);
    if (outcome === "too-large") {
      const end = yield* this.#reader.skim();
      return end === "too-large" ? "whole" : end;
    }
    if (outcome !== "whole") return outcome;
    const decoded = parseJson(this.#cursor.window.slice(start, this.#cursor.at), 0, undefined, {
      protoKeys: this.#options.protoKeys,
    });
    const pointer = `${base}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (!decoded.ok) this.#faults.report("json/invalid", start, { pointer });
    else {
      // Told once for each member, as for each item.
      if (decoded.lossy) this.#faults.report("json/invalid-utf8", start, { pointer });
      if (decoded.proto) this.#faults.report("json/proto-key", start, { pointer });
      if (!this.#reader.tooDeep && base === "") this.#options.onMember?.(key, decoded.value);
    }
    return "whole";
  }

  *#key(): Generator<Need, string | null> {
    const start = this.#cursor.at;
    this.#reader.begin();
    if ((yield* this.#reader.read(start, this.#options.maxMemberBytes)) !== "whole") return null;
    const decoded = parseJson(this.#cursor.window.slice(start, this.#cursor.at));
    if (decoded.ok && decoded.lossy) this.#faults.report("json/invalid-utf8", start);
    return decoded.ok && typeof decoded.value === "string" ? decoded.value : null;
  }
}
