import { execFile } from "node:child_process";
import type { SelfRun } from "./io.js";

/** What a run may print: a report, never posts. */
const MOST_OUTPUT = 16 * 2 ** 20;
const KILLED = 130;

/** Runs this very program again, with other arguments, in a process of its own. */
export function runSelf(
  program: readonly string[],
  argv: readonly string[],
  signal: AbortSignal,
): Promise<SelfRun> {
  return new Promise((resolve) => {
    const [node = process.execPath, ...before] = program;
    // SIGINT lets it take its half-written output away.
    const options = { signal, killSignal: "SIGINT", maxBuffer: MOST_OUTPUT, windowsHide: true } as const;
    execFile(node, [...before, ...argv], options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : KILLED;
      resolve({ exitCode, stdout, stderr });
    });
  });
}
