import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packTar, packTarGz, packZip, writeFolder } from "@archive/fixtures";
import { ArchiveError, type Diagnostic, type DiagnosticCode, type RunOptions } from "@archive/schema";
import { afterAll, beforeAll } from "vitest";
import { type OpenArchiveOptions, openArchive } from "../src/index.js";

export type Files = ReadonlyMap<string, Uint8Array>;

export const encoder = new TextEncoder();
export const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reader-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let written = 0;
export async function write(bytes: Uint8Array, name = `${written++}`): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Every way to hand over the same entries. */
export const WAYS: Readonly<Record<string, (files: Files) => Promise<string | Uint8Array>>> = {
  "a zip": async (files) => write(await packZip(files)),
  "a zip's bytes": packZip,
  "a tar": async (files) => write(await packTar(files)),
  "a tar's bytes": packTar,
  "a tar.gz": async (files) => write(await packTarGz(files)),
  "a tar.gz's bytes": packTarGz,
  "a folder": async (files) => {
    const path = join(folder, `folder-${written++}`);
    await writeFolder(files, path);
    return path;
  },
};

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat(await all(chunks)));
}

export async function contentOf(source: string | Uint8Array, options: OpenArchiveOptions = {}) {
  const found: Diagnostic[] = [];
  const run: RunOptions = { onDiagnostic: (each) => found.push(each) };
  await using archive = await openArchive(source, { ...run, ...options });
  const actor = await archive.actor(run);
  const outbox = await all(archive.outbox(run));
  const likes = await all(archive.collection("likes", run));
  const bookmarks = await all(archive.collection("bookmarks", run));
  const media = (await all(archive.media(run))).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const total = await archive.declaredTotal();
  const codes: DiagnosticCode[] = found.map((each) => each.code);
  return {
    info: archive.info,
    has: archive.has,
    actor,
    outbox,
    likes,
    bookmarks,
    media,
    total,
    found,
    codes,
  };
}

export async function errorOf(source: string | Uint8Array): Promise<ArchiveError> {
  const error: unknown = await openArchive(source).then(
    (archive) => archive[Symbol.asyncDispose](),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ArchiveError) return error;
  throw new Error(`expected an ArchiveError, got ${String(error)}`);
}
