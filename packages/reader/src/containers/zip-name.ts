import { isPlainAscii } from "../guards/path.js";
import type { ByteTools } from "../json/byte-tools.js";
import { littleEndian } from "./little-endian.js";
import { extraFields, FLAG, givesNames, UNICODE_PATH, type ZipRecord } from "./zip-format.js";

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

/** Names that Unicode path extra fields give to the entry of this raw name; those made for another one don't count. */
export function unicodePaths(
  rawName: Uint8Array,
  extra: Uint8Array,
  crc32: (bytes: Uint8Array) => number,
): readonly string[] {
  const names: string[] = [];
  for (const field of extraFields(extra, UNICODE_PATH)) {
    if (field.length <= 5 || littleEndian(field).u32(1) !== crc32(rawName)) continue;
    const name = decodeUtf8(field.subarray(5));
    if (name !== null) names.push(name);
  }
  return names;
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
  const [unicode] = (flags & FLAG.utf8) === 0 ? unicodePaths(rawName, extra, crc32) : [];
  return unicode ?? decodeUtf8(rawName) ?? decodeCp437(rawName);
}

/**
 * The name of a record where it is, at one look at its bytes, a safe path in ASCII, as nearly all are; null where
 * {@link decodeZipName} has to be asked. `text` is passed in as `crc32` is there.
 */
export function plainZipName(record: ZipRecord, text: ByteTools["text"]): string | null {
  const { nameIn, nameStart } = record;
  const nameEnd = nameStart + record.nameLength;
  if (!isPlainAscii(nameIn, nameStart, nameEnd)) return null;
  return givesNames(record.extra) ? null : text(nameIn, nameStart, nameEnd);
}
