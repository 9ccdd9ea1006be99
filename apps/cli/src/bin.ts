#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { main } from "./main.js";

const INTERRUPTED = 130;

// Node 22 warns of node:sqlite at each start; it is used for a private file that lives as long as the run.
const emitWarning = process.emitWarning;
process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
  if (rest[0] === "ExperimentalWarning" && String(warning).startsWith("SQLite")) return;
  Reflect.apply(emitWarning, process, [warning, ...rest]);
};

// `ap-archive inspect a.zip | head -1` closes the pipe early: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const interruption = new AbortController();

function interrupt(): void {
  // Asked a second time, it ends at once; the next run sweeps what is left.
  if (interruption.signal.aborted) process.exit(INTERRUPTED);
  interruption.abort();
}

for (const name of SIGNALS) process.on(name, interrupt);

/** Without a listener a signal ends the program as ever: one that waits for its turn could never be called. */
async function deaf<T>(work: () => Promise<T>): Promise<T> {
  // One that came before has its turn now: between two of these the event loop looks for signals once.
  await setImmediate();
  await setImmediate();
  interruption.signal.throwIfAborted();
  for (const name of SIGNALS) process.off(name, interrupt);
  try {
    return await work();
  } finally {
    for (const name of SIGNALS) process.on(name, interrupt);
  }
}

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  signal: interruption.signal,
  deaf,
  cores: availableParallelism(),
  runSelf: async (argv, signal) => {
    const { runByWorker } = await import("./run-by-worker.js");
    return runByWorker(new URL("worker.js", import.meta.url), argv, signal);
  },
});
// Standard input may still be open; nothing that was written is waiting.
if (interruption.signal.aborted) process.exit(INTERRUPTED);
