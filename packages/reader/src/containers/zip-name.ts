import { littleEndian } from "./little-endian.js";
import { extraField, FLAG } from "./zip-format.js";

const CP437_HIGH =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** Text in the code page of the first PCs, which zip falls back to. */
export function decodeCp437(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (CP437_HIGH[byte - 0x80] ?? "");
  return text;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text of bytes that are valid UTF-8, else null. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The name of a zip entry as text: the Unicode path extra field if it belongs to this name, else UTF-8 if the
 * bytes are (many programs write UTF-8 without saying so), else code page 437.
 *
 * `crc32` is passed in, so that this stays free of Node.
 */
export function decodeZipName(
  rawName: Uint8Array,
  extra: Uint8Array,
  flags: number,
  crc32: (bytes: Uint8Array) => number,
): string {
  if ((flags & FLAG.utf8) === 0) {
    const unicode = extraField(extra, 0x7075);
    if (unicode !== null && unicode.length > 5 && littleEndian(unicode).u32(1) === crc32(rawName)) {
      const name = decodeUtf8(unicode.subarray(5));
      if (name !== null) return name;
    }
  }
  return decodeUtf8(rawName) ?? decodeCp437(rawName);
}
