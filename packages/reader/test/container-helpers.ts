import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic, RunOptions } from "@archive/schema";
import type { Bytes, Container } from "../src/containers/container.js";
import { type ContainerOptions, openContainer } from "../src/node/open-container.js";

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

export interface ReadResult {
  readonly kind: string;
  readonly paths: readonly string[];
  readonly digests: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

/** Opens, lists and reads everything; what was found is collected from open to end. */
export async function readAll(
  source: string | Uint8Array,
  options: ContainerOptions = {},
): Promise<ReadResult> {
  const diagnostics: Diagnostic[] = [];
  const onDiagnostic = (found: Diagnostic): void => {
    diagnostics.push(found);
  };
  await using container = await openContainer(source, { ...options, onDiagnostic });
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
