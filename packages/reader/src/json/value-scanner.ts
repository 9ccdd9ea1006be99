/** Where a scan stands when it returns. */
export type ScanState = "whole" | "more" | "broken";

const WHITESPACE_TAB = 0x09;
const WHITESPACE_LF = 0x0a;
const WHITESPACE_CR = 0x0d;
const WHITESPACE_SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const VALUE_EXPECTED = 0;
const KEY_EXPECTED = 1;
const COLON_EXPECTED = 2;
const AFTER_VALUE = 3;
const IN_STRING = 4;
const IN_KEY = 5;
const IN_SCALAR = 6;

/** Bytes that numbers, `true`, `false` and `null` are made of, and the words people write in their place. */
const IS_SCALAR: Uint8Array = new Uint8Array(256);
for (const char of "+-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
  IS_SCALAR[char.charCodeAt(0)] = 1;
}

/**
 * Finds the end of one JSON value, byte by byte, and can be stopped between any two bytes.
 *
 * It checks the structure only: brackets that pair, strings, commas and colons where they belong. That is what
 * tells an element with a missing quote or bracket at the first byte that can't be, before it swallows its
 * neighbours. Faults that leave the end of the value certain (`NaN`, a trailing comma, a bad escape) pass; they
 * are for `JSON.parse` to find, and cost no more than the one element.
 */
export class ValueScanner {
  /** Index in the bytes given last at which the scan stopped: behind the value when it is whole. */
  stopped = 0;
  /** Whether the value is nested deeper than allowed. Its end is found all the same. */
  tooDeep = false;
  readonly #maxDepth: number;
  /** For each open bracket whether it is an object's. */
  readonly #isObject: Uint8Array;
  #depth = 0;
  #state = VALUE_EXPECTED;

  constructor(maxDepth: number) {
    this.#maxDepth = maxDepth;
    this.#isObject = new Uint8Array(maxDepth + 1);
  }

  /** Prepares for a new value; the next byte scanned is its first. */
  begin(): void {
    this.#depth = 0;
    this.#state = VALUE_EXPECTED;
    this.tooDeep = false;
  }

  /** Whether the value would be whole if nothing followed: numbers and words have no end of their own. */
  get wholeAtEnd(): boolean {
    return this.#state === IN_SCALAR && this.#depth === 0;
  }

  /** Goes on with the bytes from `from` up to `to`. */
  scan(bytes: Uint8Array, from: number, to: number): ScanState {
    const isObject = this.#isObject;
    const maxDepth = this.#maxDepth;
    let i = from;
    let depth = this.#depth;
    let state = this.#state;
    let result: ScanState = "more";

    scanning: while (i < to) {
      if (state === IN_STRING || state === IN_KEY) {
        let byte = bytes[i];
        while (byte !== QUOTE && byte !== BACKSLASH && ++i < to) byte = bytes[i];
        if (i >= to) break;
        if (byte === BACKSLASH) {
          // The escaped byte has not come yet: stop before the backslash, so that no flag is needed.
          if (i + 1 >= to) break;
          i += 2;
          continue;
        }
        i += 1;
        state = state === IN_KEY ? COLON_EXPECTED : AFTER_VALUE;
        if (depth > 0) continue;
        result = "whole";
        break;
      }
      const byte = bytes[i] ?? 0;
      if (state === IN_SCALAR) {
        if (IS_SCALAR[byte] === 1) {
          i += 1;
          continue;
        }
        state = AFTER_VALUE;
        if (depth === 0) {
          result = "whole";
          break;
        }
      }
      // Below the deepest level only brackets and strings are followed, so that memory stays bounded.
      const unchecked = depth > maxDepth;
      switch (byte) {
        case WHITESPACE_SPACE:
        case WHITESPACE_LF:
        case WHITESPACE_CR:
        case WHITESPACE_TAB:
          break;
        case QUOTE:
          if (state === VALUE_EXPECTED || unchecked) state = IN_STRING;
          else if (state === KEY_EXPECTED) state = IN_KEY;
          else {
            result = "broken";
            break scanning;
          }
          break;
        case COMMA:
          if (depth === 0 || (state === COLON_EXPECTED && !unchecked)) {
            result = "broken";
            break scanning;
          }
          state = isObject[depth] === 1 ? KEY_EXPECTED : VALUE_EXPECTED;
          break;
        case COLON:
          if (state !== COLON_EXPECTED && !unchecked) {
            result = "broken";
            break scanning;
          }
          state = VALUE_EXPECTED;
          break;
        case OPEN_OBJECT:
        case OPEN_ARRAY:
          if (state !== VALUE_EXPECTED && !unchecked) {
            result = "broken";
            break scanning;
          }
          depth += 1;
          if (depth > maxDepth) {
            this.tooDeep = true;
            state = VALUE_EXPECTED;
          } else {
            isObject[depth] = byte === OPEN_OBJECT ? 1 : 0;
            state = byte === OPEN_OBJECT ? KEY_EXPECTED : VALUE_EXPECTED;
          }
          break;
        case CLOSE_OBJECT:
        case CLOSE_ARRAY:
          if (depth === 0 || (!unchecked && isObject[depth] !== (byte === CLOSE_OBJECT ? 1 : 0))) {
            result = "broken";
            break scanning;
          }
          depth -= 1;
          state = AFTER_VALUE;
          if (depth === 0) {
            i += 1;
            result = "whole";
            break scanning;
          }
          break;
        default:
          if (IS_SCALAR[byte] === 1 && (state === VALUE_EXPECTED || unchecked)) {
            if (!unchecked) state = IN_SCALAR;
          } else if (!unchecked) {
            result = "broken";
            break scanning;
          }
      }
      i += 1;
    }

    this.#depth = depth;
    this.#state = state;
    this.stopped = i;
    return result;
  }
}
