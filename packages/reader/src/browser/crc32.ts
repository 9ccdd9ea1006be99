/** Eight tables, so that eight bytes are taken at a time (Kounavis and Berry's "slicing by 8"). */
const TABLES: readonly Uint32Array[] = makeTables();

function makeTables(): Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ ((value & 1) === 1 ? 0xedb88320 : 0);
    return value;
  });
  const tables = [first];
  for (let previous = first; tables.length < 8; ) {
    previous = previous.map((value) => (value >>> 8) ^ at(first, value & 0xff));
    tables.push(previous);
  }
  return tables;
}

function at(table: Uint32Array | undefined, index: number): number {
  return table?.[index] ?? 0;
}

const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES;

/** CRC-32 of bytes, as zip and gzip have it, or of bytes that follow those of which `seed` is the CRC-32. */
export function crc32(bytes: Uint8Array, seed = 0): number {
  let sum = ~seed;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  for (; position + 8 <= bytes.length; position += 8) {
    const low = sum ^ view.getUint32(position, true);
    const high = view.getUint32(position + 4, true);
    sum =
      at(T7, low & 0xff) ^
      at(T6, (low >>> 8) & 0xff) ^
      at(T5, (low >>> 16) & 0xff) ^
      at(T4, low >>> 24) ^
      at(T3, high & 0xff) ^
      at(T2, (high >>> 8) & 0xff) ^
      at(T1, (high >>> 16) & 0xff) ^
      at(T0, high >>> 24);
  }
  for (; position < bytes.length; position += 1) {
    sum = (sum >>> 8) ^ at(T0, (sum ^ (bytes[position] ?? 0)) & 0xff);
  }
  return ~sum >>> 0;
}
