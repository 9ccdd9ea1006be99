import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const SOURCE = new URL("../src/small-heap.ts", import.meta.url).href;

/**
 * What a program prints that runs in a process of its own. V8 does all its work in one thread there: when it collects
 * depends on what is allocated, and not on how busy the machine is.
 */
function printedBy(program: string): unknown {
  const script = `import { growHeapSlowly, keepHeapSmall } from ${JSON.stringify(SOURCE)};\n${program}`;
  const flags = ["--single-threaded", "--experimental-strip-types", "--no-warnings", "--input-type=module"];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--eval", script], {
    encoding: "utf8",
    env: {},
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

/** A program that tells how large its heap became while things were kept for a while, one after the other. */
const keepingThings = (first: string): string => `
  ${first}
  const kept = new Array(150_000).fill(null);
  let most = 0;
  for (let n = 0; n < 3_000_000; n += 1) {
    kept[n % kept.length] = { n, text: String(n).repeat(8), more: [n, n + 1, n + 2] };
    if (n % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal);
  }
  console.log(most);`;

it("looks for what is dead before it is as much as what is in use", () => {
  const slowly = Number(printedBy(keepingThings("growHeapSlowly();")));
  expect(slowly).toBeLessThan(0.9 * Number(printedBy(keepingThings(""))));
});

it("collects buffers that are dead before they weigh much, and none that are in use", () => {
  const seen = printedBy(`
    const held = () => process.memoryUsage().arrayBuffers / 2 ** 20;
    keepHeapSmall();
    const before = held();
    const used = new Uint8Array(4 * 2 ** 20).fill(7);
    // Fewer than V8 looks for of its own accord.
    let dead = Array.from({ length: 20 }, () => new Uint8Array(2 ** 20));
    const full = held() - before;
    dead = [];
    const until = Date.now() + 60_000;
    while (held() - before >= 14 && Date.now() < until) await new Promise((done) => setTimeout(done, 10));
    const isCollected = held() - before < 14;
    console.log(JSON.stringify({ full, isCollected, dead, isWhole: used.every((byte) => byte === 7) }));`);
  expect(seen).toEqual({ full: 24, isCollected: true, dead: [], isWhole: true });
});
