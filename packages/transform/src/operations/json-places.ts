/** A part of a text, end exclusive. */
export type TextRange = readonly [start: number, end: number];

/** A step into a JSON value: a key or an index. */
export type JsonStep = string | number;

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;
const SCALAR = /[^\s,\]}]+/y;

/**
 * Where a value stands in a JSON text that `JSON.parse` takes; `null` where there is none. Of a key that stands twice
 * the last counts, as it does for `JSON.parse`.
 */
export function placeOf(json: string, path: readonly JsonStep[]): TextRange | null {
  let at = after(SPACE, json, 0);
  for (const step of path) {
    const inside =
      json[at] === "{" ? memberOf(json, at, step) : json[at] === "[" ? elementOf(json, at, step) : null;
    if (inside === null) return null;
    at = inside;
  }
  return [at, endOf(json, at)];
}

function memberOf(json: string, open: number, key: JsonStep): number | null {
  let found: number | null = null;
  for (let at = after(SPACE, json, open + 1); json[at] === '"'; ) {
    const end = after(STRING, json, at);
    const name: unknown = JSON.parse(json.slice(at, end));
    const value = after(SPACE, json, after(SPACE, json, end) + 1);
    if (name === key) found = value;
    at = next(json, value);
  }
  return found;
}

function elementOf(json: string, open: number, index: JsonStep): number | null {
  let at = after(SPACE, json, open + 1);
  for (let count = 0; at < json.length && json[at] !== "]"; count += 1) {
    if (count === index) return at;
    at = next(json, at);
  }
  return null;
}

/** Behind a value and the comma that follows it. */
function next(json: string, value: number): number {
  const at = after(SPACE, json, endOf(json, value));
  return json[at] === "," ? after(SPACE, json, at + 1) : at;
}

function endOf(json: string, from: number): number {
  let depth = 0;
  for (let at = from; at < json.length; ) {
    const char = json[at];
    if (char === '"') at = after(STRING, json, at);
    else if (char === "{" || char === "[") {
      depth += 1;
      at += 1;
    } else if (char === "}" || char === "]") {
      depth -= 1;
      at += 1;
    } else if (
      char === "," ||
      char === ":" ||
      char === " " ||
      char === "\n" ||
      char === "\r" ||
      char === "\t"
    ) {
      at += 1;
      continue;
    } else at = after(SCALAR, json, at);
    if (depth === 0) return at;
  }
  return json.length;
}

/** Behind what a pattern finds at a place; a step further where it finds nothing, so that every loop ends. */
function after(pattern: RegExp, json: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : at + 1;
}
