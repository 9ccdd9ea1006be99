import type { Sink } from "@archive/transform";
import { type DiskSinkOptions, folderSink, tarSink, zipSink } from "@archive/transform/node";
import { outputPath } from "../../output-path.js";

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
  const path = outputPath(out, archive, cwd);
  const kind = /\.zip$/i.test(out) ? "zip" : /\.tar$/i.test(out) ? "tar" : "folder";
  return { kind, path, sink: (options) => SINKS[kind](path, options) };
}
