import { crc32 } from "node:zlib";
import { type Diagnostic, type DiagnosticCode, diagnostic } from "@archive/schema";
import { type ByteSource, chunksOf } from "../containers/byte-source.js";
import { FLAG, METHOD, type ZipRecord } from "../containers/zip-format.js";
import { type LocalHeader, readLocalHeader } from "../containers/zip-local-header.js";
import { exceedsLimits, type Limits } from "../guards/limits.js";
import { inflated, inflateEnd } from "./inflate.js";

/** What reading an entry's data needs beside the entry. */
export interface ZipReading {
  readonly source: ByteSource;
  readonly limits: Limits;
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
  readonly report: (found: Diagnostic) => void;
}

const WRAP = 2 ** 32;

const hex = (value: number): string => value.toString(16).padStart(8, "0");

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Whether the header before the data is one this record can belong to; where it is not, that is reported. */
function agrees(header: LocalHeader, record: ZipRecord, tell: Tell): boolean {
  if ((header.flags & FLAG.encrypted) !== 0) {
    tell("entry/encrypted");
    return false;
  }
  if (header.method !== record.method) {
    const message = "An entry's two headers name different packing methods; its bytes can't be told.";
    tell("entry/damaged", { message, expected: `${record.method}`, actual: `${header.method}` });
    return false;
  }
  if (!sameBytes(header.rawName, record.rawName)) tell("entry/header-differs");
  return true;
}

type Tell = (
  code: DiagnosticCode,
  details?: { message?: string; expected?: string; actual?: string },
) => void;

/**
 * The unpacked bytes of one zip entry, read by offset, inflated, and checked against size and CRC-32.
 *
 * Never throws on data: what can be read is given, and what is wrong with it is reported at the end.
 */
export async function* readZipEntry(
  record: ZipRecord,
  reading: ZipReading,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { source, limits, path, signal, report } = reading;
  const tell: Tell = (code, details = {}) => report(diagnostic(code, { file: path, ...details }));

  const header = await readLocalHeader(source, record.offset);
  if (header === null) {
    if (record.offset >= source.size) tell("entry/truncated");
    else tell("entry/damaged", { message: "An entry does not begin where the zip's directory says." });
    return;
  }
  if (!agrees(header, record, tell)) return;

  const dataEnd = header.dataStart + record.compressedSize;
  const cut = dataEnd > source.size;
  const packed = () => chunksOf(source, header.dataStart, dataEnd, { signal });
  const end = inflateEnd();
  const bytes = record.method === METHOD.stored ? packed() : inflated("deflate", packed, end, signal);

  let size = 0;
  let checksum = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (exceedsLimits(limits, size, record.compressedSize)) {
      tell("entry/too-large");
      return;
    }
    checksum = crc32(chunk, checksum);
    yield chunk;
  }

  if (record.cut) return;
  if (cut) {
    tell("entry/truncated");
  } else if (record.method === METHOD.deflated && end.outcome !== "whole") {
    tell("entry/damaged", {
      message: `An entry's packed bytes are damaged; ${size} bytes before that were read.`,
    });
  } else if (record.crc32 !== null && checksum !== record.crc32) {
    const message = "An entry's bytes are not those that were packed: its checksum differs.";
    tell("entry/damaged", { message, expected: hex(record.crc32), actual: hex(checksum) });
  } else if (record.size !== null && size % WRAP !== record.size % WRAP) {
    // Packers without Zip64 write sizes from 4 GiB on modulo 2^32; with the right checksum that is no damage.
    const message = "An entry's length is not the one the zip says.";
    tell("entry/damaged", { message, expected: `${record.size}`, actual: `${size}` });
  }
}
