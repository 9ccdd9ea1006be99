import type { Inflate } from "./inflation.js";

const OUTPUT_BYTES = 256 * 1024;
/** Window bits of zlib: negative for raw deflate, and 16 more for gzip. */
const WINDOW = { deflate: -15, gzip: 15 + 16 } as const;

/**
 * Inflates with `pako`, zlib in JavaScript: several times slower than what platforms bring, but it
 * tells where a stream ends, and gives every byte before a cut or damage. Reads gzip streams that follow each other, too.
 */
export const inflatedExactly: Inflate = async function* (format, packed, end, signal) {
  // Needed for damaged files only.
  const { Z_BUF_ERROR, Z_NO_FLUSH, Z_OK, Z_STREAM_END, ZStream, ...zlib } = await import("pako");
  const stream = new ZStream();
  zlib.zlibInflateInit2(stream, WINDOW[format]);
  let earlier = 0;
  let over = false;
  const settle = (outcome: "whole" | "cut" | "damaged"): void => {
    // Behind a gzip stream stand zeros that pad it, or bytes that are none of it, unless another stream begins there.
    const stray = earlier > 0 && (stream.total_in < 2 || stream.msg === "incorrect header check");
    end.outcome = stray ? "whole" : outcome;
    end.consumed = stray ? earlier : earlier + stream.total_in;
    end.checksumWrong = /incorrect (data|length) check/.test(stream.msg);
  };
  for await (const chunk of packed()) {
    signal?.throwIfAborted();
    stream.input = chunk;
    stream.next_in = 0;
    stream.avail_in = chunk.length;
    while (stream.avail_in > 0 || stream.avail_out === 0) {
      if (over) {
        if (stream.avail_in === 0) break;
        if (format === "deflate") {
          settle("whole");
          return;
        }
        earlier += stream.total_in;
        zlib.zlibInflateReset(stream);
        over = false;
      }
      stream.output = new Uint8Array(OUTPUT_BYTES);
      stream.next_out = 0;
      stream.avail_out = OUTPUT_BYTES;
      const status = zlib.zlibInflate(stream, Z_NO_FLUSH);
      if (stream.next_out > 0) yield stream.output.subarray(0, stream.next_out);
      over = status === Z_STREAM_END;
      if (over || status === Z_OK) continue;
      if (status === Z_BUF_ERROR) break;
      settle("damaged");
      return;
    }
  }
  settle(over ? "whole" : "cut");
};
