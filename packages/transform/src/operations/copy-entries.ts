import { ArchiveError, type Diagnostic, diagnostic, type RunOptions } from "@archive/schema";
import { outputPaths } from "../sinks/safe-path.js";
import type { RunManifest } from "../sinks/sink.js";
import { wholeOutput } from "../sinks/whole-output.js";
import type { Bytes } from "../source.js";
import { beginsAsKey, ENTRY_PARTS, type EntryPart, partOf } from "./entry-part.js";
import type { EntrySink, EntrySource, SourceEntry } from "./entry-source.js";

/** What to copy, and where to. */
export interface CopyJob {
  readonly sink: EntrySink;
  readonly manifest: RunManifest;
  /** The parts to copy; all unless told. `secrets` are copied only when they are named here. */
  readonly only?: readonly EntryPart[] | undefined;
}

/** What became of the entries of a container. */
export interface CopyReport {
  /** Files in the output. */
  readonly files: number;
  /** Their bytes, unpacked. */
  readonly bytes: number;
  readonly byPart: Readonly<Record<EntryPart, number>>;
  readonly leftOut: {
    /** Of parts that were not asked for. */
    readonly notSelected: number;
    /** Private keys and lists of addresses. */
    readonly secrets: number;
    /** That could not be read, or have a name that can't be written. */
    readonly failed: number;
  };
}

/** Every part but the secrets. */
const USUAL: readonly EntryPart[] = ENTRY_PARTS.filter((part) => part !== "secrets");
/** Longest time in ms without a look at what else is waiting, such as Ctrl-C. */
const LONGEST_TURN = 40;

/**
 * Copies the files of a container into a sink, byte for byte, in constant memory (but for their names).
 *
 * `scan`: in the container's own order, in one pass. `sorted`: by name, so that the result does not depend on the
 * order they come in; a sequential container is copied in its own order all the same.
 */
export async function copyEntries(
  source: EntrySource,
  order: "scan" | "sorted",
  job: CopyJob,
  run: RunOptions,
): Promise<CopyReport> {
  const { sink, manifest } = job;
  const copy = new Copy(job, run);
  await wholeOutput(sink, manifest, run, async () => {
    const files =
      order === "sorted" && source.access === "random" ? sorted(source, copy) : scanned(source, copy);
    for await (const { entry, bytes } of files) await copy.put(entry, bytes);
  });
  return copy.report();
}

type Files = AsyncIterable<{ readonly entry: SourceEntry; readonly bytes: Bytes }>;

function scanned(source: EntrySource, copy: Copy): Files {
  return source.scan((entry) => copy.wants(entry), copy.run);
}

async function* sorted(source: EntrySource, copy: Copy): Files {
  const entries: SourceEntry[] = [];
  for await (const entry of source.entries(copy.run)) if (copy.wants(entry)) entries.push(entry);
  entries.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  for (const entry of entries) yield { entry, bytes: source.open(entry, copy.run) };
}

/** One run of copying: what was asked for, and what became of it. */
class Copy {
  /** What the source is read with: its findings are heard here first. */
  readonly run: RunOptions;
  readonly #sink: EntrySink;
  readonly #only: readonly EntryPart[];
  readonly #outer: RunOptions;
  readonly #paths = outputPaths();
  readonly #byPart: Record<EntryPart, number> = {
    outbox: 0,
    actor: 0,
    collections: 0,
    media: 0,
    other: 0,
    secrets: 0,
  };
  readonly #leftOut = { notSelected: 0, secrets: 0, failed: 0 };
  #files = 0;
  #bytes = 0;
  #total = 0;
  /** Whether the entry at hand was found to be faulty. */
  #faulty = false;
  #turn = performance.now();

  constructor({ sink, only }: CopyJob, outer: RunOptions) {
    this.#sink = sink;
    this.#only = only ?? USUAL;
    this.#outer = outer;
    const onDiagnostic = (found: Diagnostic): void => {
      this.#faulty ||= found.severity === "error";
      outer.onDiagnostic?.(found);
    };
    this.run = { signal: outer.signal, onDiagnostic };
  }

  /** Whether an entry is to be read; those of other parts are counted. */
  wants(entry: SourceEntry): boolean {
    const part = partOf(entry.path);
    if (this.#only.includes(part)) {
      this.#total += entry.size ?? 0;
      return true;
    }
    if (part === "secrets" && this.#only === USUAL) this.#secret(entry);
    else this.#leftOut.notSelected += 1;
    return false;
  }

  async put(entry: SourceEntry, bytes: Bytes): Promise<void> {
    this.#outer.signal?.throwIfAborted();
    this.#faulty = false;
    const chunks = bytes[Symbol.asyncIterator]();
    const first = await chunks.next();
    // Nothing of it can be read, and why was said: an empty file would look as if it had been empty.
    const unreadable = first.done === true && this.#faulty;
    const isKey = first.done !== true && beginsAsKey(entry.path, first.value);
    const hidden = isKey && !this.#only.includes("secrets");
    if (hidden) this.#secret(entry);
    if (unreadable) this.#leftOut.failed += 1;
    if (unreadable || hidden || !this.#claim(entry.path)) {
      await chunks.return?.();
      return;
    }
    const content = this.#counted(entry.path, first, chunks);
    await this.#sink.put({ ...entry, content });
    this.#files += 1;
    this.#byPart[isKey ? "secrets" : partOf(entry.path)] += 1;
    await this.#tell(entry.path);
  }

  report(): CopyReport {
    return {
      files: this.#files,
      bytes: this.#bytes,
      byPart: { ...this.#byPart },
      leftOut: { ...this.#leftOut },
    };
  }

  #secret({ path: file }: SourceEntry): void {
    this.#leftOut.secrets += 1;
    const isKey = !file.toLowerCase().endsWith(".json");
    const message = `${isKey ? "A private key" : "A list of internet addresses"} was left out.`;
    this.#outer.onDiagnostic?.(
      diagnostic(isKey ? "secret/private-key" : "secret/ip-address", { file, message }),
    );
  }

  /** Whether a name can be written, on this system and every other, beside those before it. */
  #claim(path: string): boolean {
    try {
      this.#paths.add(path);
      return true;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      this.#leftOut.failed += 1;
      const reason = error.message.slice(error.message.lastIndexOf(": ") + 2);
      const message = `An entry was left out, for its name can't be written everywhere: ${reason}`;
      this.#outer.onDiagnostic?.(diagnostic("entry/unwritable-name", { file: path, message }));
      return false;
    }
  }

  async *#counted(path: string, first: IteratorResult<Uint8Array>, chunks: AsyncIterator<Uint8Array>): Bytes {
    try {
      for (let step = first; step.done !== true; step = await chunks.next()) {
        this.#outer.signal?.throwIfAborted();
        this.#bytes += step.value.length;
        await this.#tell(path);
        yield step.value;
      }
    } finally {
      await chunks.return?.();
    }
  }

  /** Tells how far it is, and lets timers and signals of the system have their turn: promises alone never do. */
  async #tell(file: string): Promise<void> {
    if (performance.now() - this.#turn < LONGEST_TURN) return;
    const total = this.#total >= this.#bytes ? { total: this.#total } : {};
    this.#outer.onProgress?.({ file, bytes: this.#bytes, items: this.#files, ...total });
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#turn = performance.now();
  }
}
