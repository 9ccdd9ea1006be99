import { type DiagnosticCode, diagnostic, type RunOptions } from "@archive/schema";
import type { Bytes } from "../containers/container.js";
import { type CsvEncoding, csvTextOf } from "./csv-encoding.js";
import { type RowSpan, RowSplitter } from "./row-splitter.js";

/** One row of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Count of the rows before it, blank ones left out. */
  readonly index: number;
  /** Its first byte, counted from the file's beginning. */
  readonly offset: number;
  /** In bytes, without the line break. */
  readonly length: number;
}

/** How a CSV file is read. */
export interface CsvOptions extends RunOptions {
  readonly encoding: CsvEncoding;
  readonly delimiter: string;
  /** Largest row. */
  readonly maxRowBytes: number;
  /** Named in diagnostics. */
  readonly file?: string | undefined;
}

/** Splits one row, or several joined by line breaks, into cells; `null` when they are no CSV. */
export type ParseCells = (text: string, delimiter: string, relaxed: boolean) => string[][] | null;

/** Rows parsed in one call of the library: each call costs as much as a dozen rows. */
const BATCH = 256;

/** Loads the library: archives without CSV never need it. */
export async function cellParser(): Promise<ParseCells> {
  const { parse } = await import("csv-parse/browser/esm/sync");
  return (text, delimiter, relaxed) => {
    try {
      return parse(text, {
        delimiter,
        relax_column_count: true,
        relax_quotes: relaxed,
        record_delimiter: ["\r\n", "\n", "\r"],
      });
    } catch {
      return null;
    }
  };
}

/**
 * The rows of a CSV file (RFC 4180), in constant memory. Never throws on data: a row with a quote that is not
 * closed is read line by line, and bytes in another encoding are read as far as they go, each with a diagnostic.
 */
export async function* csvRecords(
  bytes: Bytes,
  options: CsvOptions,
): AsyncGenerator<CsvRecord, void, undefined> {
  const { signal, onProgress, encoding, file = "" } = options;
  const parse = await cellParser();
  const rows = new RowReader(options, parse);
  const splitter = new RowSplitter(encoding, options.maxRowBytes);
  if (encoding.mark > 0 && encoding.name === "utf-8") rows.report("csv/byte-order-mark", 0);
  if (encoding.name !== "utf-8") rows.report("csv/encoding", 0);
  let batch: RowSpan[] = [];
  let read = 0;
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    read += chunk.length;
    for (const span of splitter.push(chunk)) {
      batch.push(span);
      if (batch.length < BATCH) continue;
      yield* rows.records(batch);
      batch = [];
    }
    onProgress?.({ file, bytes: read, items: rows.count });
  }
  batch.push(...splitter.end());
  yield* rows.records(batch);
}

/** Makes records of the rows of one file. */
class RowReader {
  count = 0;
  readonly #options: CsvOptions;
  readonly #parse: ParseCells;
  #toldForeign = false;

  constructor(options: CsvOptions, parse: ParseCells) {
    this.#options = options;
    this.#parse = parse;
  }

  *records(spans: readonly RowSpan[]): Generator<CsvRecord, void> {
    const { delimiter } = this.#options;
    const texts = spans.map((span) => this.#textOf(span.bytes, span.offset));
    const simple = spans.every(({ open, lines }) => !open && lines.length === 1);
    const parsed = simple ? this.#parse(texts.join("\n"), delimiter, false) : null;
    for (const [n, span] of spans.entries()) {
      const cells = parsed?.length === spans.length ? parsed[n] : undefined;
      if (cells === undefined) yield* this.#alone(span, texts[n] ?? "");
      else yield this.#record(cells, span.offset, span.bytes.length);
    }
  }

  *#alone(span: RowSpan, text: string): Generator<CsvRecord, void> {
    const { delimiter } = this.#options;
    const whole = span.open ? null : this.#parse(text, delimiter, false);
    if (whole?.length === 1 && whole[0] !== undefined) {
      yield this.#record(whole[0], span.offset, span.bytes.length);
      return;
    }
    // A quote that is not closed makes a row swallow those that follow: each line is then a row by itself.
    this.report("csv/invalid-row", span.offset);
    const ends = [...span.lines.slice(1), span.bytes.length];
    for (const [n, from] of span.lines.entries()) {
      const line = span.bytes.subarray(from, ends[n]);
      const text = this.#textOf(line, span.offset + from).replace(/[\r\n]+$/, "");
      const cells = text.trim() === "" ? undefined : this.#parse(text, delimiter, true)?.[0];
      if (cells !== undefined) yield this.#record(cells, span.offset + from, line.length);
    }
  }

  #record(cells: readonly string[], offset: number, length: number): CsvRecord {
    const index = this.count;
    this.count += 1;
    return { cells, index, offset, length };
  }

  #textOf(bytes: Uint8Array, offset: number): string {
    const { text, foreign } = csvTextOf(bytes, this.#options.encoding);
    if (foreign && !this.#toldForeign) {
      this.#toldForeign = true;
      this.report("csv/encoding", offset);
    }
    return text;
  }

  report(code: DiagnosticCode, offset: number): void {
    this.#options.onDiagnostic?.(diagnostic(code, { file: this.#options.file, offset }));
  }
}
