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

setInterval(() => {
  const now = Atomics.load(head, TURN);
  if (now !== turn) {
    turn = now;
    return;
  }
  writeFileSync(join(folder, `hang-${Date.now()}`), input.slice(0, Atomics.load(head, LENGTH)));
  process.kill(process.pid, "SIGKILL");
}, seconds * 1000);
