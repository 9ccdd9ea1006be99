import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunOptions } from "@archive/schema";
import { chunksOf } from "../containers/byte-source.js";
import type { Container, Entry } from "../containers/container.js";
import { withProgress } from "../containers/entry-progress.js";
import { randomContainer } from "../containers/random-container.js";
import { collectionNamed } from "../dialects/collection-names.js";
import { Findings } from "../guards/findings.js";
import { fileSource } from "./file-source.js";

/** Far more than the collections there are. */
const MOST_FILES = 64;

async function* fileBytes(path: string, run: RunOptions): AsyncGenerator<Uint8Array, void, undefined> {
  await using source = await fileSource(path);
  yield* chunksOf(source, 0, source.size, run);
}

/**
 * The files of a folder that have the name of a collection, as a container; `null` when there are none, or the
 * folder can't be listed. Links are not followed, and files are opened only when read.
 */
export async function filesBeside(folder: string): Promise<Container | null> {
  const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = children
    .filter((child) => child.isFile() && collectionNamed(child.name) !== null)
    .map((child) => child.name)
    .toSorted()
    .slice(0, MOST_FILES);
  if (names.length === 0) return null;
  const listed = names.map((name): [string, { entry: Entry; place: string }] => [
    name,
    { entry: { path: name, rawPath: new TextEncoder().encode(name) }, place: join(folder, name) },
  ]);
  return randomContainer({
    kind: "folder",
    bytes: 0,
    findings: new Findings(),
    listed: new Map(listed),
    read: ({ entry, place }, run) => withProgress(entry, fileBytes(place, run), run),
    close: async () => {},
  });
}
