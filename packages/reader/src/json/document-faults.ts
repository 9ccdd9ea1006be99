import { type DiagnosticCode, diagnostic } from "@archive/schema";
import type { Cursor, Need } from "./cursor.js";
import type { SplitterOptions } from "./splitter-options.js";

/** Tells what is wrong with a document, and at which byte; not what stands before the place it is resumed at. */
export class DocumentFaults {
  readonly #cursor: Cursor;
  readonly #options: SplitterOptions;

  constructor(cursor: Cursor, options: SplitterOptions) {
    this.#cursor = cursor;
    this.#options = options;
  }

  /** Reports what was found at a byte. */
  report(
    code: DiagnosticCode,
    offset: number,
    details: { message?: string; pointer?: string | undefined } = {},
  ): void {
    const { from, file, onDiagnostic } = this.#options;
    if (offset >= from) onDiagnostic?.(diagnostic(code, { ...details, offset, file }));
  }

  /** Reports that the document breaks off. */
  cut(pointer?: string, offset: number = this.#cursor.window.end): false {
    this.report("json/truncated", offset, { pointer });
    return false;
  }

  /** Reports an item that is left out. */
  skipped(start: number, end: number, pointer: string): void {
    const message = `An item of a list is not valid JSON; ${end - start} bytes were left out.`;
    this.report("json/invalid-item", start, { message, pointer });
  }

  /** Steps over a comment; `false` when it is none. */
  *comment(): Generator<Need, boolean> {
    const start = this.#cursor.at;
    const stepped = yield* this.#cursor.comment();
    if (stepped) {
      this.report("json/invalid", start, { message: "JSON has no comments; one was stepped over." });
    }
    return stepped;
  }
}
