import { readSync } from "node:fs";

const CHUNK = 1 << 16;
const NEWLINE = 0x0a;
/** Longest line that is read; a path of an output is far shorter. */
const LONGEST = 1 << 20;

/** A line with the byte at which it begins. */
export interface Line {
  readonly offset: number;
  readonly text: string;
}

/** The lines of an open file, read piece by piece. What comes after a line that is too long is not read. */
export function* linesOf(fd: number): Generator<Line> {
  let rest = Buffer.alloc(0);
  let offset = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const read = readSync(fd, chunk, 0, CHUNK, offset + rest.length);
    const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
      yield { offset: offset + from, text: bytes.toString("utf8", from, end) };
      from = end + 1;
    }
    rest = bytes.subarray(from);
    offset += from;
    if (read === 0) {
      if (rest.length > 0) yield { offset, text: rest.toString("utf8") };
      return;
    }
    if (rest.length > LONGEST) return;
  }
}

/** Reads single lines of an open file; cheap when one asks for them in about their order. */
export function lineReader(fd: number): (offset: number) => string {
  const window = Buffer.allocUnsafe(CHUNK);
  let start = 0;
  let length = 0;

  return (offset) => {
    let from = offset - start;
    let end = from >= 0 && from < length ? window.indexOf(NEWLINE, from) : -1;
    if (end === -1 || end >= length) {
      start = offset;
      length = readSync(fd, window, 0, CHUNK, offset);
      from = 0;
      end = window.subarray(0, length).indexOf(NEWLINE);
    }
    return window.toString("utf8", from, end === -1 ? length : end);
  };
}
