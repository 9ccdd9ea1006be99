import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { COMMAND } from "./pages.js";

/** Whether a program can be started here. */
export function isThere(program: string): boolean {
  try {
    execFileSync("bash", ["-c", 'command -v "$1"', "bash", program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** For one block; generous, for a machine may be busy. */
const LONGEST_MS = 300_000;

/** Runs lines as they stand, in a shell that ends at the first one that fails; gives what was said then. */
export async function runShell(code: string, folder: string): Promise<string | null> {
  const programs = join(folder, ".programs");
  mkdirSync(programs, { recursive: true });
  const command = `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`;
  writeFileSync(join(programs, "ap-archive"), command, { mode: 0o755 });
  const path = [programs, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);
  const shell = spawn("bash", ["--norc", "-euo", "pipefail", "-c", code], {
    cwd: folder,
    // Not the whole environment: vitest's own would make the command's processes think they are under test.
    env: { PATH: path, HOME: folder, NO_COLOR: "1" },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  // Whatever the lines started ends with them.
  const ending = setTimeout(() => process.kill(-(shell.pid ?? 0), "SIGKILL"), LONGEST_MS);
  let said = "";
  shell.stderr.on("data", (part) => {
    said += String(part);
  });
  const status = await new Promise<number | null>((ended) => shell.on("close", ended));
  clearTimeout(ending);
  return status === 0 ? null : `ended with ${status ?? "a signal"}: ${said}`;
}
