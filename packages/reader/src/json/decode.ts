const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes read as JSON. */
export type Decoded =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Bytes that are not UTF-8 were read as U+FFFD. */
      readonly lossy: boolean;
    }
  | { readonly ok: false };

/** Parses the bytes of one JSON value. Never throws. */
export function parseJson(bytes: Uint8Array): Decoded {
  let text: string;
  let lossy = false;
  try {
    text = strict.decode(bytes);
  } catch {
    text = lenient.decode(bytes);
    lossy = true;
  }
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value, lossy };
  } catch {
    return { ok: false };
  }
}
