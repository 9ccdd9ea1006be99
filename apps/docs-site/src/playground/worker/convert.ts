import { createReporter } from "@archive/schema";
import {
  type ArchiveSource,
  memoryLibrary,
  type OutputFile,
  outputPaths,
  type Selection,
  type SelectOptions,
  select,
} from "@archive/transform";
import { makeZip } from "client-zip";
import type { MadeOutput, OnProgress, OutputRequest } from "../protocol.js";
import { turns } from "./answer.js";
import { blobLog } from "./blob-log.js";
import { BlobPieces } from "./blob-pieces.js";
import { findingsOf } from "./findings.js";
import { type BoundOutput, bindOutput } from "./outputs.js";

/** The same archive and wishes give the same bytes: files carry the earliest date a zip can hold. */
const DATE = new Date(1980, 0, 1);

/** Makes an output: selects posts, and writes what is made of them into one file. */
export async function convert(
  source: ArchiveSource,
  request: OutputRequest,
  outboxBytes: number | null,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<MadeOutput> {
  const { report, codes } = createReporter({ samplesPerCode: 5 });
  const output = await bindOutput(request);
  using library = memoryLibrary(blobLog());
  const options: SelectOptions = {
    library,
    visibility: request.visibilities,
    media: request.media,
    ...output.needs,
  };
  const { selection, report: selected } = await select(source, options, {
    signal,
    onDiagnostic: report,
    onProgress: ({ bytes, items }) => {
      onProgress({ part: outboxBytes === null ? null : { done: bytes, total: outboxBytes }, items });
    },
  });
  const pieces = new BlobPieces();
  const written = { files: 0 };
  const files = filesOf(output, selection, { signal, onDiagnostic: report }, () => {
    written.files += 1;
    onProgress({ part: null, items: written.files });
  });
  const breathe = turns(signal);
  for await (const chunk of output.isSingleFile ? contentOf(files) : zipped(files)) {
    pieces.add(chunk);
    await breathe();
  }
  return {
    blob: pieces.blob(output.mediaType),
    name: `${nameOf(selection)}-${output.suffix}`,
    files: written.files,
    posts: selected.selected,
    losses: output.losses,
    findings: findingsOf(codes()),
  };
}

async function* filesOf(
  output: BoundOutput,
  selection: Selection,
  run: Parameters<BoundOutput["render"]>[1],
  onFile: () => void,
): AsyncGenerator<OutputFile> {
  const paths = outputPaths();
  const breathe = turns(run.signal);
  for await (const file of output.render(selection, run)) {
    await breathe();
    yield { ...file, path: paths.add(file.path) };
    onFile();
  }
}

async function* contentOf(files: AsyncIterable<OutputFile>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const { content } of files) {
    if (typeof content === "string") yield encoder.encode(content);
    else if (content instanceof Uint8Array) yield content;
    else yield* content;
  }
}

/** The files as a zip. They lie in it as they are: what browsers can't do piece by piece is pack them. */
async function* zipped(files: AsyncIterable<OutputFile>): AsyncGenerator<Uint8Array> {
  async function* entries() {
    for await (const { path, content } of files) {
      const input = content instanceof Uint8Array ? new Uint8Array(content) : content;
      yield {
        name: path,
        input: typeof input === "string" || isBytes(input) ? input : owned(input),
        lastModified: DATE,
      };
    }
  }
  const reader = makeZip(entries()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function isBytes(input: unknown): input is Uint8Array<ArrayBuffer> {
  return input instanceof Uint8Array;
}

async function* owned(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of chunks) yield new Uint8Array(chunk);
}

/** What the download is called after: the account, in letters that every system takes. */
function nameOf({ account }: Selection): string {
  const name = (account?.handle ?? account?.name ?? "").replace(/^@/, "").replace(/[^\p{L}\p{N}.-]+/gu, "-");
  return name.replace(/^[-.]+|[-.]+$/g, "").slice(0, 80) || "archive";
}
