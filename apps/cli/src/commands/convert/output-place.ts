import type { RunManifest, Sink } from "@archive/transform";
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
  const container = containerOf(out);
  const kind = container === "folder" && singleFile ? "file" : container;
  return { kind, path, sink: (options) => sinkAt(kind, path, options) };
}

/** The sink of a kind of output. */
export function sinkAt(kind: OutputPlace["kind"], path: string, options: DiskSinkOptions): Sink {
  return SINKS[kind](path, options);
}

/** The container that the ending of `--out` asks for. */
export function containerOf(out: string): "folder" | "zip" | "tar" {
  if (/\.zip$/i.test(out)) return "zip";
  return /\.tar$/i.test(out) ? "tar" : "folder";
}

/**
 * Tells whether an output can go there, before an archive is read, which can take minutes: nobody should wait for being
 * told that something else is in the way.
 *
 * @throws ArchiveError `output/…` when it can't.
 */
export async function tryPlace(sink: Sink, manifest: RunManifest): Promise<void> {
  try {
    await sink.begin(manifest);
  } finally {
    await sink.abort();
  }
}
