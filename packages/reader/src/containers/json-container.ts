import { type Diagnostic, diagnostic, type RunOptions } from "@archive/schema";
import type { Findings } from "../guards/findings.js";
import { type Limits, mostBytes } from "../guards/limits.js";
import { chunksOf, type OwnedSource } from "./byte-source.js";
import { bytesBehindGzip } from "./bytes-behind.js";
import type { Container, Entry } from "./container.js";
import { withProgress } from "./entry-progress.js";
import { inflateEnd } from "./inflation.js";
import type { Platform } from "./platform.js";
import { randomContainer } from "./random-container.js";

/** The name a bare document gets: all dialects look for it. */
const PATH = "outbox.json";

async function* gunzipped(
  source: OwnedSource,
  platform: Platform,
  limits: Limits,
  signal: AbortSignal | undefined,
  report: (found: Diagnostic) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const end = inflateEnd();
  const most = mostBytes(limits, source.size);
  let size = 0;
  for await (const chunk of platform.inflated(
    "gzip",
    () => chunksOf(source, 0, source.size, { signal }),
    end,
    signal,
  )) {
    const fitting = chunk.subarray(0, most - size);
    size += fitting.length;
    if (fitting.length > 0) yield fitting;
    if (fitting.length < chunk.length) {
      report(diagnostic("entry/too-large", { file: PATH }));
      return;
    }
  }
  if (end.outcome === "cut") report(diagnostic("entry/truncated", { file: PATH }));
  if (end.outcome === "damaged") report(diagnostic("entry/damaged", { file: PATH }));
  const stray = await bytesBehindGzip(source, end, signal);
  if (stray !== null) report(stray);
}

/** A single JSON document, gzipped or not, as a container of one entry. */
export function jsonContainer(
  source: OwnedSource,
  packing: "plain" | "gzip",
  platform: Platform,
  limits: Limits,
  findings: Findings,
): Container {
  const entry: Entry = {
    path: PATH,
    rawPath: new TextEncoder().encode(PATH),
    ...(packing === "plain" && { size: source.size }),
  };
  return randomContainer({
    kind: "json",
    bytes: source.size,
    findings,
    listed: new Map([[PATH, { entry, place: null }]]),
    read: (_listed, run: RunOptions, report) => {
      const bytes =
        packing === "plain"
          ? chunksOf(source, 0, source.size, { signal: run.signal })
          : gunzipped(source, platform, limits, run.signal, report);
      return withProgress(entry, bytes, run);
    },
    close: async () => source[Symbol.asyncDispose](),
  });
}
