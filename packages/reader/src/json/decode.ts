import { type ByteTools, PORTABLE_TOOLS } from "./byte-tools.js";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes read as JSON. */
export type Decoded =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Bytes that are not UTF-8 were read as U+FFFD. */
      readonly lossy: boolean;
      /** Keys called `__proto__` were taken out. */
      readonly proto: boolean;
    }
  | { readonly ok: false };

const NOT_JSON: Decoded = { ok: false };

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const PROTO = "__proto__";
/** Its letters may be written as escapes. Many servers escape `<` and `>`, which is nothing to look into. */
const ESCAPED = /\\u00(?:5[fF]|6[fF]|7[024])/;

/** Takes keys called `__proto__` out, at any depth; whether there were any. Needs no stack: nesting may be deep. */
function takeOutProto(value: unknown): boolean {
  let found = false;
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== "object" || next === null) continue;
    if (Object.hasOwn(next, PROTO)) {
      Reflect.deleteProperty(next, PROTO);
      found = true;
    }
    for (const each of Object.values(next)) if (typeof each === "object" && each !== null) waiting.push(each);
  }
  return found;
}

/** Parses the bytes of one JSON value, those between `from` and `to`. Never throws. */
export function parseJson(
  bytes: Uint8Array,
  from = 0,
  to: number = bytes.length,
  options: { readonly tools?: ByteTools; readonly protoKeys?: boolean } = {},
): Decoded {
  const { tools = PORTABLE_TOOLS, protoKeys = true } = options;
  const text = tools.text(bytes, from, to);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
  // U+FFFD may also be what its author wrote.
  const lossy = text.includes("\u{fffd}") && !isUtf8(bytes.subarray(from, to));
  const suspicious = protoKeys && (text.includes(PROTO) || (text.includes("\\u00") && ESCAPED.test(text)));
  return { ok: true, value, lossy, proto: suspicious && takeOutProto(value) };
}
