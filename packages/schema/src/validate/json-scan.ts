import { pointerOf } from "./path.js";
import { lengthOfUtf8 } from "./utf8.js";

/** Something about a JSON text that its parsed value does not show. */
export interface JsonNote {
  readonly kind: "syntax" | "duplicate-key" | "invalid-utf8" | "control-character";
  /** RFC 6901 pointer to the value where it was met. */
  readonly pointer: string;
  /** The byte. */
  readonly at: number;
  /** Byte at which the innermost array item around it begins. */
  readonly offset: number | undefined;
}

interface Frame {
  readonly isArray: boolean;
  /** The keys met so far; an array has none. */
  readonly keys: Set<string>;
  /** Where the current member is: its key, or its index. */
  key: string;
  index: number;
  /** Byte at which the current item of an array begins. */
  start: number;
}

const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x5c, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d,
];
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const LITERALS = new Set(["true", "false", "null"]);
const LONGEST_SCALAR = 1_000_000;

/**
 * Goes through a JSON text byte by byte (RFC 8259) and notes what a parser would not tell: keys that stand
 * twice, bytes that are not UTF-8, line breaks within strings, and the place of the first other fault in the
 * syntax, after which it stops.
 */
export function scanJson(bytes: Uint8Array): readonly JsonNote[] {
  const notes: JsonNote[] = [];
  const frames: Frame[] = [];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;

  const pointer = (): string =>
    pointerOf(frames.map((frame) => (frame.isArray ? String(frame.index) : frame.key)));
  const note = (kind: JsonNote["kind"], where = at): void => {
    const offset = frames.findLast((frame) => frame.isArray)?.start;
    notes.push({ kind, pointer: pointer(), at: where, offset });
  };
  const space = (): void => {
    while (at < bytes.length && isSpace(bytes[at])) at += 1;
  };

  /** A string from its opening quote on; `null` where it is none. */
  const string = (): string | null => {
    const from = at;
    let noted = false;
    let broken = false;
    for (at += 1; at < bytes.length; ) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        at += 1;
        return unescaped(decoder.decode(bytes.subarray(from, at)));
      }
      if (byte < 0x20 && !isSpace(byte)) return null;
      if (byte < 0x20) {
        if (!broken) note("control-character");
        broken = true;
        at += 1;
      } else if (byte === BACKSLASH) {
        const length = escapeLength(bytes, at);
        if (length === 0) return null;
        at += length;
      } else if (byte < 0x80) at += 1;
      else {
        const length = lengthOfUtf8(bytes, at);
        if (length === 0 && !noted) note("invalid-utf8");
        noted ||= length === 0;
        at += length || 1;
      }
    }
    return null;
  };

  const scalar = (): boolean => {
    if (bytes[at] === QUOTE) return string() !== null;
    const from = at;
    while (at < bytes.length && isScalarByte(bytes[at]) && at - from < LONGEST_SCALAR) at += 1;
    const text = decoder.decode(bytes.subarray(from, at));
    if (LITERALS.has(text) || NUMBER.test(text)) return true;
    at = from;
    return false;
  };

  /** A member's key and colon; leaves `at` at its value. */
  const member = (frame: Frame): boolean => {
    if (bytes[at] !== QUOTE) return false;
    const from = at;
    const key = string();
    if (key === null) return false;
    frame.key = key;
    if (frame.keys.has(key)) note("duplicate-key", from);
    frame.keys.add(key);
    space();
    if (bytes[at] !== COLON) return false;
    at += 1;
    space();
    return true;
  };

  /** Enters what opens here, or reads a scalar. `false`: a fault. */
  const value = (): boolean => {
    const byte = bytes[at];
    if (byte !== OPEN_ARRAY && byte !== OPEN_OBJECT) return scalar() && close();
    at += 1;
    space();
    const frame: Frame = { isArray: byte === OPEN_ARRAY, keys: new Set(), key: "", index: 0, start: at };
    if (bytes[at] === (frame.isArray ? CLOSE_ARRAY : CLOSE_OBJECT)) {
      at += 1;
      return close();
    }
    frames.push(frame);
    if (!frame.isArray) return member(frame);
    frame.start = at;
    return true;
  };

  /** After a value: the next one of what holds it, or the end of that, and of what holds that. */
  const close = (): boolean => {
    for (;;) {
      space();
      const frame = frames.at(-1);
      if (frame === undefined) return true;
      if (bytes[at] === COMMA) {
        at += 1;
        space();
        if (!frame.isArray) return member(frame);
        frame.index += 1;
        frame.start = at;
        return true;
      }
      if (bytes[at] !== (frame.isArray ? CLOSE_ARRAY : CLOSE_OBJECT)) return false;
      at += 1;
      frames.pop();
    }
  };

  space();
  do {
    if (!value()) {
      note("syntax");
      return notes;
    }
  } while (frames.length > 0);
  if (at < bytes.length) note("syntax");
  return notes;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isScalarByte(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x20 && byte !== COMMA && byte !== CLOSE_ARRAY && byte !== CLOSE_OBJECT;
}

/** The length of an escape sequence, 0 for what is none. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const next = bytes[at + 1] ?? 0;
  if ('"\\/bfnrt'.includes(String.fromCharCode(next))) return 2;
  const digits = String.fromCharCode(...bytes.subarray(at + 2, at + 6));
  return next === 0x75 && /^[0-9a-fA-F]{4}$/.test(digits) ? 6 : 0;
}

function unescaped(literal: string): string {
  const value: unknown = literal.includes("\\") ? JSON.parse(withEscapes(literal)) : literal.slice(1, -1);
  return typeof value === "string" ? value : "";
}

/** The text with the line breaks and tabs inside its strings escaped, as they should have been. */
export function withEscapes(json: string): string {
  return json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, (literal) =>
    literal.replace(/[\n\r\t]/g, (character) => JSON.stringify(character).slice(1, -1)),
  );
}
