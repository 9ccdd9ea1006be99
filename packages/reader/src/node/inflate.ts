import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from "node:zlib";
import { inflatedExactly } from "../containers/inflate-exactly.js";
import type { InflateEnd, PackedBytes } from "../containers/inflation.js";
import { systemCode } from "./file-source.js";

/** Room for what zlib gives at once: mostly all that comes of one piece, since each time is a turn of the event loop. */
const MOST_OUTPUT = 256 * 1024;
/** Small entries get less of it: archives have a hundred thousand. */
const LEAST_OUTPUT = 16 * 1024;
const OUTPUT_PER_INPUT = 4;
/** So much may be inflated ahead of the consumer. */
const AHEAD_BYTES = 2 * 2 ** 20;
/** Deflate can unpack 1032-fold: the first piece is small, later ones suit the ratio seen. */
const FIRST_PIECE = 16 * 1024;
const LARGEST_PIECE = 64 * 1024;
const SMALLEST_PIECE = 1024;
/** Beyond it a second reading would take minutes; up to 256 KiB before the damage are then lost. */
const CAREFUL_UP_TO = 512 * 2 ** 20;
/** What zlib says of bytes behind a whole gzip stream that begin no other one: nothing is damaged, but bytes are left. */
const NO_MEMBER = "incorrect header check";

/** What zlib said of the data. */
interface Fault {
  message: string;
}

/**
 * Inflates a raw deflate or gzip stream; never throws on data: `end` says how it went.
 *
 * All bytes that can be unpacked before a cut or damage are given. A zlib stream that meets an error drops what
 * it has buffered, so it is never paused: instead its input is held back while the consumer is behind. What it does not
 * tell, where whole gzip data end that bytes follow, a second, exact reading does.
 */
export async function* inflated(
  format: "deflate" | "gzip",
  packed: PackedBytes,
  end: InflateEnd,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  let given = 0;
  const fault: Fault = { message: "" };
  for await (const chunk of inflatedByZlib(format, packed(), end, fault, signal)) {
    given += chunk.length;
    yield chunk;
  }
  if (end.outcome === "whole" || (end.outcome === "cut" && format === "deflate")) return;
  if (given > CAREFUL_UP_TO && fault.message !== NO_MEMBER) return;
  let skip = given;
  for await (const chunk of inflatedExactly(format, packed, end, signal)) {
    if (chunk.length > skip) yield chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
  }
}

async function* inflatedByZlib(
  format: "deflate" | "gzip",
  packed: AsyncIterable<Uint8Array>,
  end: InflateEnd,
  fault: Fault,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = packed[Symbol.asyncIterator]();
  const first = await source.next();
  const chunkSize = outputBytes(first.done === true ? 0 : first.value.length);
  const options = { chunkSize, readableHighWaterMark: AHEAD_BYTES };
  const engine = format === "gzip" ? createGunzip(options) : createInflateRaw(options);
  const queue: Uint8Array[] = [];
  const state: FeedState = { queued: 0, unpacked: 0, closed: false, hungry: null, failure: null };
  let ready: (() => void) | null = null;
  const settle = (): void => {
    ready?.();
    ready = null;
  };
  engine.on("data", (chunk: Uint8Array) => {
    queue.push(chunk);
    state.queued += chunk.length;
    state.unpacked += chunk.length;
    settle();
  });
  engine.on("end", () => {
    end.outcome = "whole";
    state.closed = true;
    settle();
  });
  engine.on("error", (error) => {
    // A piece that was under way when the data ended says nothing of them.
    if (end.outcome !== null) return;
    fault.message = error.message;
    end.outcome = systemCode(error) === "Z_BUF_ERROR" ? "cut" : "damaged";
    end.checksumWrong = /incorrect (data|length) check/.test(error.message);
    state.closed = true;
    settle();
  });
  const feeding = feed(engine, first, source, state).finally(settle);

  try {
    for (;;) {
      signal?.throwIfAborted();
      const chunk = queue.shift();
      if (chunk !== undefined) {
        state.queued -= chunk.length;
        if (state.queued < AHEAD_BYTES) state.hungry?.();
        yield chunk;
      } else if (state.closed) {
        break;
      } else {
        await new Promise<void>((resolve) => {
          ready = resolve;
        });
      }
    }
    if (state.failure !== null) throw state.failure.error;
    end.consumed = engine.bytesWritten;
  } finally {
    state.closed = true;
    state.hungry?.();
    engine.destroy();
    await feeding;
  }
}

function outputBytes(input: number): number {
  return Math.min(MOST_OUTPUT, Math.max(LEAST_OUTPUT, input * OUTPUT_PER_INPUT));
}

interface FeedState {
  /** Bytes inflated and not yet taken. */
  queued: number;
  /** All bytes inflated. */
  unpacked: number;
  /** Nothing more is wanted, or nothing more will come. */
  closed: boolean;
  /** Wakes the feeder. */
  hungry: (() => void) | null;
  /** Reading the input failed: not the data's fault. */
  failure: { readonly error: unknown } | null;
}

async function feed(
  engine: Gunzip | InflateRaw,
  first: IteratorResult<Uint8Array, unknown>,
  source: AsyncIterator<Uint8Array>,
  state: FeedState,
): Promise<void> {
  const releases = new Set<() => void>();
  engine.once("close", () => {
    for (const release of releases) release();
  });
  const write = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      const release = (): void => {
        releases.delete(release);
        resolve();
      };
      releases.add(release);
      engine.write(bytes, release);
    });
  const roomAhead = (): Promise<void> =>
    new Promise((resolve) => {
      state.hungry = resolve;
    });

  // Two pieces are under way, so that zlib never waits for this thread.
  let earlier: Promise<void> = Promise.resolve();
  let piece = FIRST_PIECE;
  try {
    for (let next = first; next.done !== true; next = await source.next()) {
      const chunk = next.value;
      let at = 0;
      while (at < chunk.length) {
        while (state.queued >= AHEAD_BYTES && !state.closed) await roomAhead();
        if (state.closed || engine.destroyed) return;
        const before = state.unpacked;
        const bytes = chunk.subarray(at, at + piece);
        const latest = write(bytes);
        await earlier;
        earlier = latest;
        at += bytes.length;
        piece =
          state.unpacked - before > AHEAD_BYTES
            ? Math.max(SMALLEST_PIECE, piece >> 2)
            : Math.min(LARGEST_PIECE, piece * 2);
      }
    }
    // `end` may only follow when all output of the last piece is there, else a cut would drop it.
    await earlier;
    if (!state.closed && !engine.destroyed) engine.end();
  } catch (error) {
    state.failure = { error };
    state.closed = true;
  } finally {
    await source.return?.();
  }
}
