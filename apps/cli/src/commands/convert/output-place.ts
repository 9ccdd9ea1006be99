import type { Sink } from "@archive/transform";
import { type DiskSinkOptions, fileSink, folderSink, tarSink, zipSink } from "@archive/transform/node";
import { outputPath } from "../../output-path.js";

/** Where an output goes, told by the ending of `--out`. */
export interface OutputPlace {
  readonly kind: "folder" | "zip" | "tar" | "file";
  /** Absolute. */
  readonly path: string;
  sink(options: DiskSinkOptions): Sink;
}

const SINKS = { folder: folderSink, zip: zipSink, tar: tarSink, file: fileSink } as const;

/**
 * Works out where the output goes; refuses a place that would touch an archive. What is one file is written
 * as that file, unless a container is asked for.
 */
export function outputPlace(
  out: string,
  archives: readonly string[],
  cwd: string,
  singleFile: boolean,
): OutputPlace {
  const path = outputPath(out, archives, cwd);
  const kind = /\.zip$/i.test(out) ? "zip" : /\.tar$/i.test(out) ? "tar" : singleFile ? "file" : "folder";
  return { kind, path, sink: (options) => SINKS[kind](path, options) };
}
