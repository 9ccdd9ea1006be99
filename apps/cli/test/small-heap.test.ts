import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { keepHeapSmall } from "../src/small-heap.js";

const MIB = 2 ** 20;
const held = (): number => process.memoryUsage().arrayBuffers;

/** MiB of heap that a process of its own takes while things are kept for a while, one after the other. */
function heapOf(first: string): number {
  const script = `
    import { growHeapSlowly } from ${JSON.stringify(new URL("../src/small-heap.ts", import.meta.url).href)};
    ${first}
    const kept = new Array(150_000).fill(null);
    let most = 0;
    for (let n = 0; n < 3_000_000; n += 1) {
      kept[n % kept.length] = { n, text: String(n).repeat(8), more: [n, n + 1, n + 2] };
      if (n % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal);
    }
    console.log(most / 2 ** 20);`;
  const args = ["--experimental-strip-types", "--no-warnings", "--input-type=module", "--eval", script];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env: {} });
  expect(stderr).toBe("");
  return Number(stdout);
}

it("looks for what is dead before it is as much as what is in use", { timeout: 60_000 }, () => {
  expect(heapOf("growHeapSlowly();")).toBeLessThan(0.9 * heapOf(""));
});

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
