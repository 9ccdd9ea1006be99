import { inflatedExactly } from "../containers/inflate-exactly.js";
import { type Inflate, type InflateEnd, inflateEnd } from "../containers/inflation.js";

/** Deflate can unpack 1032-fold: no more than 16 MiB come of one piece. */
const PIECE_BYTES = 16 * 1024;
/** So much may be inflated ahead of the consumer, beside what one piece brings. */
const AHEAD_BYTES = 2 ** 20;

/**
 * Inflates with the browser's `DecompressionStream`. Where that fails it tells nothing of why, and drops bytes it
 * has; then the packed bytes are read a second time, exactly, from the first byte not yet given.
 */
export const inflated: Inflate = async function* (format, packed, end, signal) {
  let given = 0;
  for await (const chunk of inflatedNatively(format, packed(), end, signal)) {
    given += chunk.length;
    yield chunk;
  }
  if (end.outcome === "whole") return;
  Object.assign(end, inflateEnd());
  let skip = given;
  for await (const chunk of inflatedExactly(format, packed, end, signal)) {
    if (chunk.length > skip) yield chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
  }
};

/** Pairs of one-way streams of bytes; the types of browsers and of workers name their chunks differently. */
interface Transform {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<BufferSource>;
}

interface NativeState {
  /** Bytes inflated and not yet taken. */
  queued: number;
  /** Something is wrong with the data. */
  failed: boolean;
  /** No more will come. */
  over: boolean;
  /** No more is wanted. */
  closed: boolean;
  /** Reading the packed bytes failed: not the data's fault. */
  sourceError: { readonly error: unknown } | null;
}

/** Ends with the outcome `whole`, or, where anything is wrong with the data, with none. */
async function* inflatedNatively(
  format: "deflate" | "gzip",
  packed: AsyncIterable<Uint8Array>,
  end: InflateEnd,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const transform: Transform = new DecompressionStream(format === "deflate" ? "deflate-raw" : "gzip");
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  const queue: Uint8Array[] = [];
  const state: NativeState = { queued: 0, failed: false, over: false, closed: false, sourceError: null };
  let ready = (): void => {};
  let hungry = (): void => {};

  const pump = async (): Promise<void> => {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        queue.push(value);
        state.queued += value.length;
        ready();
      }
    } catch {
      state.failed = true;
    }
    state.over = true;
    ready();
  };
  const feed = async (): Promise<void> => {
    try {
      for await (const chunk of packed) {
        for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
          while (state.queued >= AHEAD_BYTES && !state.closed) {
            await new Promise<void>((resolve) => {
              hungry = resolve;
            });
          }
          if (state.closed || state.over) return;
          const piece = chunk.slice(at, at + PIECE_BYTES);
          await writer.write(piece).catch(() => {
            state.failed = true;
          });
          if (state.failed) return;
          end.consumed += piece.length;
        }
      }
      // Closing a stream that is cut makes it drop what nobody has read yet.
      if (!state.closed) await writer.close().catch(() => {});
    } catch (error) {
      state.sourceError = { error };
      await writer.abort(error).catch(() => {});
    }
  };
  const pumping = pump();
  const feeding = feed();

  try {
    for (;;) {
      signal?.throwIfAborted();
      const chunk = queue.shift();
      if (chunk !== undefined) {
        state.queued -= chunk.length;
        if (state.queued < AHEAD_BYTES) hungry();
        yield chunk;
      } else if (state.over) break;
      else {
        await new Promise<void>((resolve) => {
          ready = resolve;
        });
      }
    }
    await feeding;
    if (state.sourceError !== null) throw state.sourceError.error;
    if (!state.failed) end.outcome = "whole";
  } finally {
    state.closed = true;
    hungry();
    await writer.abort().catch(() => {});
    await Promise.all([pumping, feeding]);
  }
}
