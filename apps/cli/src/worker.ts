// Runs the command for `batch`, one archive after the other, in a process that keeps to one core. It is started by
// run-by-worker.ts, and ends when whoever started it lets go of it or is no more.
import { Writable } from "node:stream";
import type { SelfRun, TextStream } from "./io.js";
import { main } from "./main.js";

const INTERRUPTED = 130;
const interruption = new AbortController();
let interrupted = false;

// Ctrl-C reaches every process of a terminal by itself. Asked a second time, it ends at once.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => {
    if (interrupted) process.exit(INTERRUPTED);
    interrupted = true;
    if (process.connected) process.disconnect();
  });
}
process.on("disconnect", () => {
  process.exitCode = INTERRUPTED;
  interruption.abort();
});
process.on("message", ({ argv }: { readonly argv: readonly string[] }) => {
  void answer(argv).then((result) => {
    if (process.connected) process.send?.(result);
  });
});

async function answer(argv: readonly string[]): Promise<SelfRun> {
  const stdout = new Collected();
  const stderr = new Collected();
  const exitCode = await main(argv, {
    stdout,
    stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    signal: interruption.signal,
    cores: 1,
    deaf: (work) => work(),
    runSelf: () => Promise.reject(new Error("A worker starts no other.")),
  });
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}

/** What a run prints: a report, never posts. */
class Collected extends Writable implements TextStream {
  text = "";

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}
