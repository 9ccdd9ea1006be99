import { describe, expect, it } from "vitest";
import { type ByteSource, chunksOf } from "../src/containers/byte-source.js";

/** A source that tells which reads were asked for, and fails at some of them. */
function watched(size: number, failing: readonly number[] = []): ByteSource & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    size,
    asked,
    async read(offset, length) {
      asked.push(offset);
      if (failing.includes(offset)) throw new Error(`at ${offset}`);
      return new Uint8Array(Math.min(length, size - offset)).fill(offset);
    },
  };
}

describe("chunksOf", () => {
  it("gives all bytes in order, and reads the next while one is used, never more", async () => {
    const source = watched(35);
    const given: number[][] = [];
    for await (const chunk of chunksOf(source, 5, 35, { chunkBytes: 10 })) {
      given.push([chunk[0] ?? -1, chunk.length, source.asked.length]);
    }
    expect(given).toEqual([
      [5, 10, 2],
      [15, 10, 3],
      [25, 10, 3],
    ]);
  });

  it("tells of a failure when its turn comes, not while the chunk before is used", async () => {
    const chunks = chunksOf(watched(30, [10]), 0, 30, { chunkBytes: 10 });
    expect((await chunks.next()).value).toHaveLength(10);
    await new Promise((resolve) => setTimeout(resolve));
    await expect(chunks.next()).rejects.toThrow("at 10");
    expect(await chunks.next()).toEqual({ done: true, value: undefined });
  });

  it("leaves the source at rest when it is left early, also when the read under way fails", async () => {
    let busy = 0;
    const source: ByteSource = {
      size: 100,
      async read(offset, length) {
        busy += 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
        busy -= 1;
        if (offset === 20) throw new Error("gone");
        return new Uint8Array(length);
      },
    };
    let seen = 0;
    for await (const _ of chunksOf(source, 0, 100, { chunkBytes: 10 })) if (++seen === 2) break;
    expect([seen, busy]).toEqual([2, 0]);
  });

  it("ends where the source does, and stops when the signal says so", async () => {
    const short: ByteSource = { size: 100, read: async (offset) => new Uint8Array(offset < 20 ? 10 : 0) };
    let length = 0;
    for await (const chunk of chunksOf(short, 0, 100, { chunkBytes: 10 })) length += chunk.length;
    expect(length).toBe(20);
    const controller = new AbortController();
    const chunks = chunksOf(watched(30), 0, 30, { chunkBytes: 10, signal: controller.signal });
    await chunks.next();
    controller.abort();
    await expect(chunks.next()).rejects.toMatchObject({ name: "AbortError" });
  });
});
