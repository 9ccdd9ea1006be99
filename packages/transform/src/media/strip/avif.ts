import { type Box, boxesIn, freeBox, writeType } from "./boxes.js";
import { ByteReader, copyOf } from "./bytes.js";
import { scrubMovie } from "./movie.js";
import type { StrippedImage } from "./stripped-image.js";

const TALKING_ITEMS = new Set(["Exif", "mime", "uri "]);
const NEEDED = new Set("ftyp meta mdat moov moof sidx idat".split(" "));

/** Where the data of an item lies. */
interface Extent {
  readonly item: number;
  readonly method: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * An AVIF without metadata, its picture untouched and every byte in its place: EXIF and XMP are overwritten with
 * zeros. How a picture is turned stands outside of EXIF and stays. `null` for what can't be read.
 * Source: ISO/IEC 23008-12 §6.2 and Annex A, ISO/IEC 14496-12 §8.11.
 */
export function stripAvif(bytes: Uint8Array): StrippedImage | null {
  const copy = copyOf(bytes);
  const reader = new ByteReader(copy);
  let size: { width: number; height: number } | null = null;
  let end = 0;
  for (const box of boxesIn(reader, 0, copy.length)) {
    if (box.type === "meta") {
      if (!silence(reader, box)) return null;
      size ??= sizeOf(reader, box);
    } else if (box.type === "moov" || box.type === "moof") scrubMovie(copy, box.start, box.end);
    else if (!NEEDED.has(box.type)) freeBox(copy, box);
    end = box.end;
  }
  return size === null ? null : { bytes: copy.subarray(0, end), ...size };
}

/** Overwrites the items that talk of the picture; false when that can't be done. */
function silence(reader: ByteReader, meta: Box): boolean {
  const children = [...boxesIn(reader, meta.content + 4, meta.end)];
  const find = (type: string): Box | undefined => children.find((box) => box.type === type);
  const [info, locations, data] = [find("iinf"), find("iloc"), find("idat")];
  for (const box of children)
    if (/^(?:udta|uuid|free|skip|xml |bxml)$/.test(box.type)) freeBox(reader.bytes, box);
  if (info === undefined) return true;

  const talking = new Set<number>();
  const first = info.content + (reader.u8(info.content) === 0 ? 6 : 8);
  for (const entry of boxesIn(reader, first, info.end)) {
    const version = reader.u8(entry.content);
    // Versions 0 and 1 have no type: what such an item is can't be told.
    if (entry.type !== "infe" || version < 2) return false;
    const at = entry.content + 4;
    const id = version === 2 ? reader.u16be(at) : reader.u32be(at);
    const type = at + (version === 2 ? 4 : 6);
    if (!TALKING_ITEMS.has(reader.ascii(type, 4))) continue;
    talking.add(id);
    // Programs that read EXIF refuse one of zeros; an item of an unknown type they pass over.
    writeType(reader.bytes, type, "free");
  }
  if (talking.size === 0) return true;
  const extents = locations === undefined ? null : extentsOf(reader, locations);
  if (extents === null) return false;
  const located = extents.filter(({ item }) => talking.has(item));
  return located.every(({ method, offset, length }) => {
    const from = method === 0 ? offset : method === 1 && data !== undefined ? data.content + offset : null;
    if (from === null || length === 0 || from + length > reader.length) return false;
    reader.bytes.fill(0, from, from + length);
    return true;
  });
}

function extentsOf(reader: ByteReader, box: Box): readonly Extent[] | null {
  const version = reader.u8(box.content);
  if (version > 2) return null;
  let at = box.content + 4;
  const number = (size: number): number => {
    const value =
      size === 8 ? reader.u32be(at) * 2 ** 32 + reader.u32be(at + 4) : size === 4 ? reader.u32be(at) : 0;
    at += size;
    return value;
  };
  const [sizes, more] = [reader.u8(at), reader.u8(at + 1)];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version === 0 ? 0 : more & 15;
  if ([offsetSize, lengthSize, baseSize, indexSize].some((size) => ![0, 4, 8].includes(size))) return null;
  at += 2;
  const count = version === 2 ? reader.u32be(at) : reader.u16be(at);
  at += version === 2 ? 4 : 2;
  const extents: Extent[] = [];
  for (let item = 0; item < count && at < box.end; item += 1) {
    const id = version === 2 ? reader.u32be(at) : reader.u16be(at);
    at += version === 2 ? 4 : 2;
    const method = version === 0 ? 0 : reader.u16be(at) & 15;
    at += version === 0 ? 2 : 4;
    const base = number(baseSize);
    const parts = reader.u16be(at);
    at += 2;
    for (let part = 0; part < parts && at < box.end; part += 1) {
      at += indexSize;
      const offset = base + number(offsetSize);
      extents.push({ item: id, method, offset, length: number(lengthSize) });
    }
  }
  return at > box.end ? null : extents;
}

/** The largest size that is told of a part of it, turned as it is shown. */
function sizeOf(reader: ByteReader, meta: Box): { width: number; height: number } | null {
  const child = (parent: Box, from: number, type: string): Box | undefined =>
    [...boxesIn(reader, from, parent.end)].find((box) => box.type === type);
  const properties = child(meta, meta.content + 4, "iprp");
  const container = properties && child(properties, properties.content, "ipco");
  if (container === undefined) return null;
  let size: { width: number; height: number } | null = null;
  let isTurned = false;
  for (const box of boxesIn(reader, container.content, container.end)) {
    if (box.type === "irot") isTurned = reader.u8(box.content) % 2 === 1;
    if (box.type !== "ispe") continue;
    const [width, height] = [reader.u32be(box.content + 4), reader.u32be(box.content + 8)];
    if (size === null || width * height > size.width * size.height) size = { width, height };
  }
  return size !== null && isTurned ? { width: size.height, height: size.width } : size;
}
