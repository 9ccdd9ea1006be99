import { type Diagnostic, type DiagnosticCode, diagnostic } from "@archive/schema";
import { type Limits, mostBytes } from "../guards/limits.js";
import type { TotalBudget } from "../guards/total-budget.js";
import { type ByteSource, chunksOf } from "./byte-source.js";
import { inflateEnd } from "./inflation.js";
import type { Platform } from "./platform.js";
import { FLAG, METHOD, type ZipRecord } from "./zip-format.js";
import { type LocalHeader, readLocalHeader } from "./zip-local-header.js";

/** What reading an entry's data needs beside the entry. */
export interface ZipReading {
  readonly source: ByteSource;
  readonly platform: Platform;
  readonly limits: Limits;
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
  readonly report: (found: Diagnostic) => void;
  /** What all entries of the zip may still unpack to. */
  readonly budget: TotalBudget;
  /** Shown the header before the data; throws where that tells another story than the directory. */
  readonly check?: ((header: LocalHeader) => Promise<void>) | undefined;
}

const WRAP = 2 ** 32;

const hex = (value: number): string => value.toString(16).padStart(8, "0");

type Tell = (
  code: DiagnosticCode,
  details?: { message?: string; expected?: string; actual?: string },
) => void;

/**
 * The unpacked bytes of one zip entry, read by offset, inflated, and checked against size and CRC-32.
 *
 * Never throws on data of its own: what can be read is given, and what is wrong with it is reported at the end.
 */
export async function* readZipEntry(
  record: ZipRecord,
  reading: ZipReading,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { source, platform, limits, path, signal, report } = reading;
  const tell: Tell = (code, details = {}) => report(diagnostic(code, { file: path, ...details }));

  const header = await readLocalHeader(source, record.offset);
  if (header === null) {
    if (record.offset >= source.size) tell("entry/truncated");
    else tell("entry/damaged", { message: "An entry does not begin where the zip's directory says." });
    return;
  }
  await reading.check?.(header);
  if ((header.flags & FLAG.encrypted) !== 0) {
    tell("entry/encrypted");
    return;
  }

  const dataEnd = header.dataStart + record.compressedSize;
  const cut = dataEnd > source.size;
  const packed = () => chunksOf(source, header.dataStart, dataEnd, { signal });
  const end = inflateEnd();
  const bytes =
    record.method === METHOD.stored ? packed() : platform.inflated("deflate", packed, end, signal);

  const most = mostBytes(limits, record.compressedSize);
  let size = 0;
  let checksum = 0;
  for await (const chunk of bytes) {
    const budgeted = reading.budget.take(path, size, Math.min(chunk.length, most - size));
    const fitting = budgeted === chunk.length ? chunk : chunk.subarray(0, budgeted);
    size += fitting.length;
    checksum = platform.crc32(fitting, checksum);
    if (fitting.length > 0) yield fitting;
    if (fitting.length === chunk.length) continue;
    if (budgeted < chunk.length && size < most) tell("archive/too-large");
    else tell("entry/too-large");
    return;
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
