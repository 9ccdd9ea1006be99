import { type ByteTools, PORTABLE_TOOLS } from "./byte-tools.js";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes read as JSON. */
export type Decoded =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Bytes that are not UTF-8 were read as U+FFFD. */
      readonly lossy: boolean;
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

/** Parses the bytes of one JSON value, those between `from` and `to`. Never throws. */
export function parseJson(
  bytes: Uint8Array,
  from = 0,
  to: number = bytes.length,
  tools: ByteTools = PORTABLE_TOOLS,
): Decoded {
  const text = tools.text(bytes, from, to);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
  // U+FFFD may also be what its author wrote.
  const lossy = text.includes("\u{fffd}") && !isUtf8(bytes.subarray(from, to));
  return { ok: true, value, lossy };
}
