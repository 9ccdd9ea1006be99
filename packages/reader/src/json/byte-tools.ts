/**
 * What the splitter does to many bytes at once. A platform may have faster ways than the portable ones; the
 * results are the same.
 */
export interface ByteTools {
  /** The text of UTF-8 bytes; what is not UTF-8 comes as U+FFFD. A byte order mark is kept. */
  text(bytes: Uint8Array, from: number, to: number): string;
  /** Where `pattern` stands first, wholly between `from` and `to`; -1 when nowhere. May look at bytes behind `to`. */
  find(bytes: Uint8Array, pattern: Uint8Array, from: number, to: number): number;
}

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** How far a pattern can be moved when a byte stands under its end (Boyer, Moore, Horspool), made once for each. */
const shifts = new WeakMap<Uint8Array, Uint8Array>();

function shiftsOf(pattern: Uint8Array): Uint8Array {
  let shift = shifts.get(pattern);
  if (shift === undefined) {
    const last = pattern.length - 1;
    const farthest = Math.min(pattern.length, 255);
    shift = new Uint8Array(256).fill(farthest);
    for (let i = 0; i < last; i += 1) shift[pattern[i] ?? 0] = Math.min(farthest, last - i);
    shifts.set(pattern, shift);
  }
  return shift;
}

/** Tools made of nothing but web APIs. */
export const PORTABLE_TOOLS: ByteTools = {
  text: (bytes, from, to) => lenient.decode(bytes.subarray(from, to)),
  find(bytes, pattern, from, to) {
    const shift = shiftsOf(pattern);
    const last = pattern.length - 1;
    const lastByte = pattern[last];
    let end = from + last;
    while (end < to) {
      const byte = bytes[end] ?? 0;
      if (byte === lastByte) {
        let i = last - 1;
        while (i >= 0 && bytes[end - last + i] === pattern[i]) i -= 1;
        if (i < 0) return end - last;
      }
      end += shift[byte] ?? 1;
    }
    return -1;
  },
};
