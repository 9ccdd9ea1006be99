import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { parquetReadObjects } from "hyparquet";
import { extract } from "tar-stream";
import { Open } from "unzipper";

/** A file of an output, also one inside a zip or tar. */
export interface Found {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file of an output with its whole name, packed ones and what is in them both. */
export async function filesOf(path: string, name = basename(path)): Promise<Found[]> {
  if (statSync(path).isDirectory()) {
    const inside = await Promise.all(
      readdirSync(path).map((each) => filesOf(join(path, each), `${name}/${each}`)),
    );
    return inside.flat();
  }
  return unpacked({ name, bytes: readFileSync(path) });
}

async function unpacked(file: Found): Promise<Found[]> {
  const { name, bytes } = file;
  if (bytes.subarray(0, 4).toString("latin1") === "PAR1") {
    const compressors = { ZSTD: (packed: Uint8Array) => new Uint8Array(zstdDecompressSync(packed)) };
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer, compressors });
    return [file, { name: `${name}/rows`, bytes: Buffer.from(JSON.stringify(rows)) }];
  }
  if (bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04") {
    const { files } = await Open.buffer(bytes);
    const inside = await Promise.all(
      files.map(async (each) => unpacked({ name: `${name}/${each.path}`, bytes: await each.buffer() })),
    );
    return [file, ...inside.flat()];
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpacked({ name, bytes: gunzipSync(bytes) });
  if (bytes.subarray(257, 262).toString("latin1") === "ustar") return [file, ...(await tarred(file))];
  return [file];
}

async function tarred({ name, bytes }: Found): Promise<Found[]> {
  const found: Found[] = [];
  const unpack = extract();
  unpack.end(bytes);
  for await (const entry of unpack) {
    const parts: Buffer[] = [];
    for await (const part of entry) if (part instanceof Uint8Array) parts.push(Buffer.from(part));
    found.push({ name: `${name}/${entry.header.name}`, bytes: Buffer.concat(parts) });
  }
  return found;
}

/**
 * Which needles stand in files or their names, whatever the case, also where HTML, JSON or addresses escape
 * them.
 */
export function search(files: readonly Found[], needles: readonly string[]): string[] {
  const hits: string[] = [];
  for (const { name, bytes } of files) {
    const plain = `${name}\n${bytes.toString("utf8")}`.toLowerCase();
    const texts = [
      plain,
      plain.replaceAll("\\/", "/"),
      decodeURIComponent(plain.replace(/%(?![0-9a-f]{2})/g, "%25").replace(/%[89a-f][0-9a-f]/g, "?")),
    ];
    for (const needle of needles) {
      if (texts.some((text) => text.includes(needle.toLowerCase()))) hits.push(`${needle} in ${name}`);
    }
  }
  return hits;
}

/** Whether a stretch of a file's bytes stands in any of the files. */
export function holdsBytes(files: readonly Found[], bytes: Uint8Array): string[] {
  const middle = Math.floor(bytes.length / 2);
  const stretch = Buffer.from(bytes.subarray(middle, middle + 64));
  return files.filter((file) => file.bytes.includes(stretch)).map((file) => file.name);
}
