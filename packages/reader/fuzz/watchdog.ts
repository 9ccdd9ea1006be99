// A thread that outlives a hang: when one input takes longer than allowed it is written down, and the process ends.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { workerData } from "node:worker_threads";

const { shared, folder, seconds }: { shared: SharedArrayBuffer; folder: string; seconds: number } =
  workerData;
const [TURN, LENGTH] = [0, 1];
const head = new Int32Array(shared, 0, 2);
const input = new Uint8Array(shared, 8);
let turn = -1;
let began = 0;
let since = 0;

/** Milliseconds of waiting for each second that may be worked: what waits for something that never comes hangs as well. */
const PATIENCE = 40_000;

/** Seconds of processor time that this process has used: one that has to wait for others does not hang. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

setInterval(() => {
  const now = Atomics.load(head, TURN);
  if (now !== turn) {
    turn = now;
    began = used();
    since = performance.now();
    return;
  }
  if (used() - began < seconds && performance.now() - since < seconds * PATIENCE) return;
  writeFileSync(join(folder, `hang-${Date.now()}`), input.slice(0, Atomics.load(head, LENGTH)));
  process.kill(process.pid, "SIGKILL");
}, 1000);
