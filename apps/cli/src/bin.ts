#!/usr/bin/env node
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

const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => {
    // Asked a second time, it ends at once; the next run sweeps what is left.
    if (interruption.signal.aborted) process.exit(INTERRUPTED);
    interruption.abort();
  });
}

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  signal: interruption.signal,
  runSelf: async (argv, signal) => {
    const { runSelf } = await import("./run-self.js");
    return runSelf([process.execPath, ...process.execArgv, process.argv[1] ?? ""], argv, signal);
  },
});
// Standard input may still be open; nothing that was written is waiting.
if (interruption.signal.aborted) process.exit(INTERRUPTED);
