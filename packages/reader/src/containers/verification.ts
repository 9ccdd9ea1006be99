import type { Diagnostic, DiagnosticCode, RunOptions } from "@archive/schema";
import type { Container, Entry } from "./container.js";

/** What reading an entry to its end came to. */
export interface VerifiedEntry {
  readonly entry: Entry;
  /** Bytes it unpacked to. */
  readonly bytes: number;
  /** Codes of what was found wrong with it; empty: length and checksum, where the container has them, are right. */
  readonly codes: readonly DiagnosticCode[];
}

/** How to verify. */
export interface VerifyOptions extends RunOptions {
  /** Entries read at the same time, where the container can; default 4. */
  readonly inFlight?: number | undefined;
}

/**
 * Reads every entry to its end and tells which are whole: length and CRC-32 of zips, the checksum of a tar.gz as a
 * whole. Entries come in the container's own order; nothing of their content is kept.
 *
 * @example
 * ```ts
 * import { openContainer, verifyEntries } from "@archive/reader";
 * await using container = await openContainer("archive.zip");
 * for await (const { entry, codes } of verifyEntries(container)) if (codes.length > 0) console.error(entry.path);
 * ```
 */
export async function* verifyEntries(
  container: Container,
  options: VerifyOptions = {},
): AsyncGenerator<VerifiedEntry, void, undefined> {
  const { inFlight = 4, onDiagnostic } = options;
  if (container.access === "sequential" || inFlight <= 1) {
    let codes: DiagnosticCode[] = [];
    const run = { ...options, onDiagnostic: (found: Diagnostic) => note(found, codes, onDiagnostic) };
    for await (const { entry, bytes } of container.scan(() => true, run)) {
      codes = [];
      yield { entry, ...(await drained(bytes, codes)) };
    }
    return;
  }
  const waiting: Promise<VerifiedEntry>[] = [];
  const controller = new AbortController();
  const signal =
    options.signal === undefined ? controller.signal : AbortSignal.any([options.signal, controller.signal]);
  const verified = async (entry: Entry): Promise<VerifiedEntry> => {
    const codes: DiagnosticCode[] = [];
    const run = { ...options, signal, onDiagnostic: (found: Diagnostic) => note(found, codes, onDiagnostic) };
    return { entry, ...(await drained(container.open(entry, run), codes)) };
  };
  try {
    for await (const entry of container.entries(options)) {
      const next = verified(entry);
      // Its failure is told when its turn comes.
      next.catch(() => {});
      waiting.push(next);
      const first = waiting.length >= inFlight ? waiting.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) yield await first;
  } finally {
    controller.abort();
    await Promise.allSettled(waiting);
  }
}

function note(found: Diagnostic, codes: DiagnosticCode[], listener: RunOptions["onDiagnostic"]): void {
  codes.push(found.code);
  listener?.(found);
}

async function drained(
  bytes: AsyncIterable<Uint8Array>,
  codes: readonly DiagnosticCode[],
): Promise<{ readonly bytes: number; readonly codes: readonly DiagnosticCode[] }> {
  let length = 0;
  for await (const chunk of bytes) length += chunk.length;
  return { bytes: length, codes };
}
