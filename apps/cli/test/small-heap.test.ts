import { expect, it } from "vitest";
import { keepHeapSmall } from "../src/small-heap.js";

const MIB = 2 ** 20;
const held = (): number => process.memoryUsage().arrayBuffers;

it("collects buffers that are dead before they weigh much, and none that are in use", async () => {
  keepHeapSmall();
  const before = held();
  const used = new Uint8Array(4 * MIB).fill(7);
  // Fewer than V8 looks for of its own accord.
  let dead: readonly Uint8Array[] = Array.from({ length: 20 }, () => new Uint8Array(MIB));
  expect(held()).toBeGreaterThanOrEqual(before + 24 * MIB);
  dead = [];
  await expect.poll(held, { timeout: 10_000 }).toBeLessThan(before + 14 * MIB);
  expect(dead).toEqual([]);
  expect(used.every((byte) => byte === 7)).toBe(true);
});
