import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Buffers that may be dead before they are looked for; V8 itself waits for 32 MiB. */
const MOST_DEAD_BYTES = 4 * 2 ** 20;
/** In this time some 3 MB are inflated. */
const EVERY_MS = 25;

let isKept = false;

/**
 * Keeps the heap of this process small from now on, for a quarter more work of the processor, most of it
 * while zlib is waited for anyway.
 *
 * V8 lets the young generation grow the more it is given to do, by some 30 MB that hold nothing but what is thrown away
 * next: it stays as it is. Of the buffers that a file is read and inflated into some live long enough to become old,
 * and old ones are collected when they weigh 32 MiB: they are collected earlier.
 */
export function keepHeapSmall(): void {
  if (isKept) return;
  isKept = true;
  setFlagsFromString("--semi-space-growth-factor=1");
  const collect = collector();
  let live = process.memoryUsage().arrayBuffers;
  const look = (): void => {
    const { arrayBuffers } = process.memoryUsage();
    live = Math.min(live, arrayBuffers);
    if (arrayBuffers < live + MOST_DEAD_BYTES) return;
    collect();
    live = process.memoryUsage().arrayBuffers;
  };
  setInterval(look, EVERY_MS).unref();
}

/**
 * Lets the heap of this process grow in small steps from now on. What was kept for a while and then let go of lies
 * around until V8 looks through the whole heap, and of itself it does so when that is several times what is in use:
 * a site of 100 000 posts takes 416 MB, and 300 MB when V8 looks each time it is half as much again, in the same time.
 */
export function growHeapSlowly(): void {
  setFlagsFromString("--heap-growing-percent=50");
}

/** V8's own collector. A running process is given it by a new context only. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return typeof gc === "function"
    ? () => Reflect.apply(gc, null, [{ type: "major", execution: "sync" }])
    : () => {};
}
