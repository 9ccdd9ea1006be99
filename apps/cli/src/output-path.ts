import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { CliError, EXIT } from "./exit.js";

/** Where `--out` is, absolute; refuses a place that would touch what is read (`-`: standard input). */
export function outputPath(out: string, inputs: readonly string[], cwd: string): string {
  if (out === "") throw new CliError(EXIT.usage, "--out is empty.", "Name where the output goes.");
  const path = resolve(cwd, out);
  for (const input of inputs) {
    if (input === "-" || !touches(real(path), real(resolve(cwd, input)))) continue;
    throw new CliError(
      EXIT.usage,
      `The output ${out} and the archive ${input} lie in one another.`,
      "Choose another --out: an archive is never changed.",
    );
  }
  return path;
}

function touches(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}${sep}`) || b.startsWith(`${a}${sep}`);
}

/** The path with links resolved, as far as it exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), basename(path));
}
