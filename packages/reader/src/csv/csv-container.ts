import { chunksOf, type OwnedSource } from "../containers/byte-source.js";
import type { Container, Entry } from "../containers/container.js";
import { withProgress } from "../containers/entry-progress.js";
import { randomContainer } from "../containers/random-container.js";
import { Findings } from "../guards/findings.js";

/** The name of a CSV that came without one: it promises nothing. */
const UNNAMED = "table.csv";

/** A single CSV as a container of one entry, which keeps its name: that may tell what it holds. */
export function csvContainer(source: OwnedSource, name: string | undefined): Container {
  const path = name !== undefined && /\.(?:csv|tsv)$/i.test(name) ? name : UNNAMED;
  const entry: Entry = { path, rawPath: new TextEncoder().encode(path), size: source.size };
  return randomContainer({
    kind: "csv",
    bytes: source.size,
    findings: new Findings(),
    listed: new Map([[path, { entry, place: null }]]),
    read: (_listed, run) => withProgress(entry, chunksOf(source, 0, source.size, run), run),
    close: async () => source[Symbol.asyncDispose](),
  });
}
