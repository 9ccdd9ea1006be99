import type { ByteLog } from "@archive/transform";

/** So much is gathered before it is handed to the browser. */
const PIECE_BYTES = 1024 * 1024;
/** So much is read at once: rows that are asked for one after another mostly lie beside each other. */
const WINDOW_BYTES = 128 * 1024;
const MOST_WINDOWS = 8;

/**
 * A log outside of this thread's memory: the browser keeps blobs by itself, and on disk when there are many, until the
 * tab is closed. Only workers can read them without waiting.
 */
export function blobLog(): ByteLog {
  const reader = new FileReaderSync();
  const pieces: Blob[] = [];
  const windows = new Map<string, Uint8Array>();
  let open = new Uint8Array(PIECE_BYTES);
  let used = 0;

  /** A window of a piece; the newest few stay. */
  function windowOf(piece: number, index: number): Uint8Array {
    const name = `${piece}/${index}`;
    const known = windows.get(name);
    if (known !== undefined) return known;
    const blob = pieces[piece]?.slice(index * WINDOW_BYTES, (index + 1) * WINDOW_BYTES) ?? new Blob();
    const bytes = new Uint8Array(reader.readAsArrayBuffer(blob));
    for (const oldest of windows.keys()) {
      if (windows.size < MOST_WINDOWS) break;
      windows.delete(oldest);
    }
    windows.set(name, bytes);
    return bytes;
  }

  return {
    append(bytes) {
      const at = pieces.length * PIECE_BYTES + used;
      for (let from = 0; from < bytes.length; ) {
        const part = bytes.subarray(from, from + PIECE_BYTES - used);
        open.set(part, used);
        used += part.length;
        from += part.length;
        if (used < PIECE_BYTES) continue;
        pieces.push(new Blob([open]));
        open = new Uint8Array(PIECE_BYTES);
        used = 0;
      }
      return at;
    },
    read(at, length) {
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const piece = Math.floor((at + done) / PIECE_BYTES);
        const inside = (at + done) % PIECE_BYTES;
        const index = Math.floor(inside / WINDOW_BYTES);
        const part =
          piece === pieces.length
            ? open.subarray(inside, inside + length - done)
            : windowOf(piece, index)
                .subarray(inside - index * WINDOW_BYTES)
                .subarray(0, length - done);
        if (part.length === 0) throw new RangeError("The log ends before.");
        bytes.set(part, done);
        done += part.length;
      }
      return bytes;
    },
  };
}
