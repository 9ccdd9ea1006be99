import { type Diagnostic, diagnostic, type RunOptions } from "@archive/schema";
import { type ByteSource, chunksOf } from "../containers/byte-source.js";
import type { Container, Entry } from "../containers/container.js";
import { randomContainer } from "../containers/random-container.js";
import type { Findings } from "../guards/findings.js";
import { exceedsLimits, type Limits } from "../guards/limits.js";
import { withProgress } from "./entry-progress.js";
import { inflated, inflateEnd } from "./inflate.js";

/** The name a bare document gets: all dialects look for it. */
const PATH = "outbox.json";

async function* gunzipped(
  source: ByteSource,
  limits: Limits,
  signal: AbortSignal | undefined,
  report: (found: Diagnostic) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const end = inflateEnd();
  let size = 0;
  for await (const chunk of inflated(
    "gzip",
    () => chunksOf(source, 0, source.size, { signal }),
    end,
    signal,
  )) {
    size += chunk.length;
    if (exceedsLimits(limits, size, source.size)) {
      report(diagnostic("entry/too-large", { file: PATH }));
      return;
    }
    yield chunk;
  }
  if (end.outcome === "cut") report(diagnostic("entry/truncated", { file: PATH }));
  if (end.outcome === "damaged") report(diagnostic("entry/damaged", { file: PATH }));
}

/** A single JSON document, gzipped or not, as a container of one entry. */
export function jsonContainer(
  source: ByteSource,
  packing: "plain" | "gzip",
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
          : gunzipped(source, limits, run.signal, report);
      return withProgress(entry, bytes, run);
    },
    close: async () => source[Symbol.asyncDispose](),
  });
}
