import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { Sink } from "@archive/transform";
import { type DiskSinkOptions, folderSink, tarSink, zipSink } from "@archive/transform/node";
import { CliError, EXIT } from "../../exit.js";

/** Where an output goes, told by the ending of `--out`. */
export interface OutputPlace {
  readonly kind: "folder" | "zip" | "tar";
  /** Absolute. */
  readonly path: string;
  sink(options: DiskSinkOptions): Sink;
}

const SINKS = { folder: folderSink, zip: zipSink, tar: tarSink } as const;

/** Works out where the output goes; refuses a place that would touch the archive. */
export function outputPlace(out: string, archive: string, cwd: string): OutputPlace {
  if (out === "") throw new CliError(EXIT.usage, "--out is empty.", "Name a folder, or a .zip or .tar file.");
  const kind = /\.zip$/i.test(out) ? "zip" : /\.tar$/i.test(out) ? "tar" : "folder";
  const path = resolve(cwd, out);
  if (archive !== "-" && touches(real(path), real(resolve(cwd, archive)))) {
    throw new CliError(
      EXIT.usage,
      `The output ${out} and the archive ${archive} lie in one another.`,
      "Choose another --out: an archive is never changed.",
    );
  }
  return { kind, path, sink: (options) => SINKS[kind](path, options) };
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
