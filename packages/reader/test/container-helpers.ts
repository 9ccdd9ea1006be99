import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic, RunOptions } from "@archive/schema";
import { openContainer as openInBrowser } from "../src/browser/open-container.js";
import type { ByteSource } from "../src/containers/byte-source.js";
import type { Bytes, Container } from "../src/containers/container.js";
import type { ContainerOptions } from "../src/containers/open-source.js";
import { type ContainerSource, openContainer as openInNode } from "../src/node/open-container.js";

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function collect(bytes: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

export async function textOf(container: Container, path: string, run: RunOptions = {}): Promise<string> {
  for await (const entry of container.entries(run)) {
    if (entry.path === path) return new TextDecoder().decode(await collect(container.open(entry, run)));
  }
  throw new Error(`no entry ${path}`);
}

/** Opens the bytes of a file. */
export type Opening = (bytes: Uint8Array<ArrayBuffer>, options?: ContainerOptions) => Promise<Container>;

/** Every way to open the bytes of a file, in Node and with what browsers have. */
export const WAYS: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ["bytes in Node", openInNode],
  ["a store in Node", (bytes, options) => openInNode(store(bytes), options)],
  ["bytes in a browser", openInBrowser],
  ["a file in a browser", (bytes, options) => openInBrowser(new File([bytes], "a.jpg"), options)],
]);

/** A store of one's own that gives at most so many bytes for each read. */
export function store(bytes: Uint8Array, most = 1000): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.slice(offset, offset + Math.min(length, most)),
  };
}

export interface ReadResult {
  readonly kind: string;
  readonly paths: readonly string[];
  readonly digests: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

/** Opens, lists and reads everything; what was found is collected from open to end. */
export async function readAll(source: ContainerSource, options: ContainerOptions = {}): Promise<ReadResult> {
  return readWith((run) => openInNode(source, run), options);
}

/** The same of what is opened in any way. */
export async function readWith(
  open: (options: ContainerOptions) => Promise<Container>,
  options: ContainerOptions = {},
): Promise<ReadResult> {
  const diagnostics: Diagnostic[] = [];
  const onDiagnostic = (found: Diagnostic): void => {
    diagnostics.push(found);
  };
  await using container = await open({ ...options, onDiagnostic });
  const paths: string[] = [];
  for await (const entry of container.entries({ onDiagnostic })) paths.push(entry.path);
  const digests = new Map<string, string>();
  const sizes = new Map<string, number>();
  for await (const { entry, bytes } of container.scan(() => true, { onDiagnostic })) {
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
    }
    digests.set(entry.path, hash.digest("hex"));
    sizes.set(entry.path, size);
  }
  const codes = [...new Set(diagnostics.map((found) => found.code))].toSorted();
  return { kind: container.kind, paths, digests, sizes, diagnostics, codes };
}

export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), "reader-test-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export const hasProc = process.platform === "linux";

export const openFiles = (): number => readdirSync("/proc/self/fd").length;

/** The files of an archive, one of them too large for one chunk, one empty. */
export const FILES: ReadonlyMap<string, Uint8Array> = new Map<string, Uint8Array>([
  ["outbox.json", bytesOf(`{"orderedItems":[${"1,".repeat(300_000)}2]}`)],
  [
    "media_attachments/files/000/001/original/a.png",
    new Uint8Array(70_000).map((_, at) => (at * 7919) % 251),
  ],
  ["empty.txt", new Uint8Array()],
  ["actor.json", bytesOf("{}")],
]);

/** What {@link readAll} tells of them. */
export const DIGESTS: ReadonlyMap<string, string> = new Map(
  [...FILES].map(([path, bytes]) => [path, sha256(bytes)]),
);
