import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { printPieces } from "../src/print-pieces.js";

const PIECE = "x".repeat(1000);

/** Pieces without end, and how many of them were asked for. */
function endless(): {
  readonly pieces: Iterable<string>;
  readonly asked: () => number;
  readonly ended: () => boolean;
} {
  let asked = 0;
  let ended = false;
  function* pieces(): Generator<string> {
    try {
      for (;;) {
        asked += 1;
        yield PIECE;
      }
    } finally {
      ended = true;
    }
  }
  return { pieces: pieces(), asked: () => asked, ended: () => ended };
}

function closedAfter(characters: number, code: string): Writable {
  let written = 0;
  return new Writable({
    write(chunk: Buffer, _, done) {
      written += chunk.length;
      done(written < characters ? null : Object.assign(new Error("closed"), { code }));
    },
  });
}

describe("a text that is printed piece by piece", () => {
  it("is what was given, and the stream stays open", async () => {
    const texts: string[] = [];
    const stream = new Writable({
      decodeStrings: false,
      write(chunk: string, _, done) {
        texts.push(chunk);
        setImmediate(done);
      },
    });
    const given = Array.from({ length: 500 }, (_, at) => `${at} ${"é".repeat(at)}\n`);
    await printPieces(given, stream);
    await expect.poll(() => texts.join("")).toBe(given.join(""));
    expect([stream.writable, stream.writableEnded]).toEqual([true, false]);
    await printPieces([], stream);
    await printPieces(["more"], stream);
    await expect.poll(() => texts.at(-1)).toBe("more");
  });

  it("is made no faster than it is taken", async () => {
    const { pieces, asked } = endless();
    let taken: (() => void) | null = null;
    const stream = new Writable({
      write(_chunk, _, done) {
        taken = done;
      },
    });
    const printed = printPieces(pieces, stream);
    await expect.poll(() => taken).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked()).toBeLessThan(300);
    stream.destroy(Object.assign(new Error("closed"), { code: "EPIPE" }));
    await printed;
  });

  it("ends quietly where nobody reads on, and the rest is not made", async () => {
    const { pieces, ended } = endless();
    await printPieces(pieces, closedAfter(200_000, "EPIPE"));
    expect(ended()).toBe(true);
  });

  it("tells of a stream that fails, and of pieces that do", async () => {
    await expect(printPieces(endless().pieces, closedAfter(200_000, "ENOSPC"))).rejects.toThrow("closed");
    function* failing(): Generator<string> {
      yield PIECE;
      throw new Error("no more");
    }
    await expect(printPieces(failing(), closedAfter(200_000, "EPIPE"))).rejects.toThrow("no more");
  });
});
