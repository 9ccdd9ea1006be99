import type { Path } from "./path.js";

const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x5c, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d,
] as const;

/** A step on the way to a value that is looked for. */
interface Step {
  readonly above: Step | null;
  readonly below: Map<string, Step>;
  readonly key: string;
  /** As a place in an array; what is none is no number. */
  readonly index: number;
  /** Byte at which the innermost array item around the value begins; -1: around it is none, or it was not met. */
  item: number;
}

/**
 * Where the array items around values of a JSON text begin: for each path the first byte of the innermost one, -1
 * where there is none. Of a key that stands twice the last counts, as it does for a parser.
 *
 * Goes down the paths it is asked for and steps over all else, so that it is quicker than a parser. What is no JSON
 * is not noticed: the text was parsed before.
 */
export function itemStarts(bytes: Uint8Array, paths: readonly Path[]): readonly number[] {
  const root = stepTo(null, "");
  const steps = paths.map((path) => path.reduce(stepBelow, root));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  visit(bytes, afterSpace(bytes, hasMark ? 3 : 0), root);
  return steps.map(innermost);
}

function stepTo(above: Step | null, key: string): Step {
  return { above, below: new Map(), key, index: Number(key), item: -1 };
}

function stepBelow(above: Step, segment: string): Step {
  const known = above.below.get(segment);
  if (known !== undefined) return known;
  const made = stepTo(above, segment);
  above.below.set(segment, made);
  return made;
}

/** A path may end at what is missing; then the item is that around what would hold it. */
function innermost(step: Step): number {
  let at: Step | null = step;
  while (at !== null && at.item < 0) at = at.above;
  return at?.item ?? -1;
}

/** Looks into a value for what is wanted of it. Gives the byte behind it. */
function visit(bytes: Uint8Array, from: number, step: Step): number {
  if (step.below.size === 0) return afterValue(bytes, from);
  if (bytes[from] === OPEN_OBJECT) return visitMembers(bytes, from, step);
  return bytes[from] === OPEN_ARRAY ? visitElements(bytes, from, step) : afterValue(bytes, from);
}

function visitMembers(bytes: Uint8Array, open: number, step: Step): number {
  let at = afterSpace(bytes, open + 1);
  while (bytes[at] === QUOTE) {
    const end = afterString(bytes, at);
    const found = stepNamed(bytes, at, end, step);
    at = afterSpace(bytes, end);
    if (bytes[at] !== COLON) return bytes.length;
    at = afterSpace(bytes, at + 1);
    at = afterSpace(bytes, found === undefined ? afterValue(bytes, at) : visit(bytes, at, found));
    if (bytes[at] === COMMA) at = afterSpace(bytes, at + 1);
  }
  return bytes[at] === CLOSE_OBJECT ? at + 1 : bytes.length;
}

function visitElements(bytes: Uint8Array, open: number, step: Step): number {
  let at = afterSpace(bytes, open + 1);
  for (let index = 0; at < bytes.length && bytes[at] !== CLOSE_ARRAY; index += 1) {
    let found: Step | undefined;
    for (const each of step.below.values()) if (each.index === index) found = each;
    if (found !== undefined) found.item = at;
    at = afterSpace(bytes, found === undefined ? afterValue(bytes, at) : visit(bytes, at, found));
    if (bytes[at] === COMMA) at = afterSpace(bytes, at + 1);
    else if (bytes[at] !== CLOSE_ARRAY) return bytes.length;
  }
  return at + 1;
}

/** What is looked for under the key between two quotes, the outer ends of which are given. */
function stepNamed(bytes: Uint8Array, from: number, to: number, { below }: Step): Step | undefined {
  for (let at = from + 1; at < to - 1; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH || byte >= 0x80) return below.get(keyOf(bytes.subarray(from, to)));
  }
  for (const step of below.values()) if (isAt(bytes, from + 1, to - 1, step.key)) return step;
  return undefined;
}

function isAt(bytes: Uint8Array, from: number, to: number, ascii: string): boolean {
  if (to - from !== ascii.length) return false;
  for (let at = from; at < to; at += 1) if (bytes[at] !== ascii.charCodeAt(at - from)) return false;
  return true;
}

function keyOf(literal: Uint8Array): string {
  const text = decoder.decode(literal);
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  return at;
}

function afterString(bytes: Uint8Array, quote: number): number {
  for (let at = bytes.indexOf(QUOTE, quote + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    // A quote behind an odd number of backslashes belongs to the string.
    let before = at;
    while (bytes[before - 1] === BACKSLASH) before -= 1;
    if (((at - before) & 1) === 0) return at + 1;
  }
  return bytes.length;
}

/** Counts brackets outside strings: of what parsed, each closes the last that was opened. */
function afterValue(bytes: Uint8Array, from: number): number {
  let depth = 0;
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) at = afterString(bytes, at);
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      depth += 1;
      at += 1;
      continue;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      if (depth === 0) return at;
      depth -= 1;
      at += 1;
    } else if (depth > 0) {
      at += 1;
      continue;
    } else at = afterScalar(bytes, at);
    if (depth === 0) return at;
  }
  return bytes.length;
}

function afterScalar(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x20 || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) break;
    at += 1;
  }
  return at;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
