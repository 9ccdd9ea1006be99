import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Archive, openArchive } from "@archive/reader";
import { type Library, memoryLibrary, type Selection, select } from "@archive/transform";

/** What examples use without making it; the manual's page of the libraries says so. */
export interface Given {
  /** The sample, opened. */
  readonly archive: Archive;
  readonly library: Library;
  /** Public and unlisted posts of `archive`, with their documents and the collections beside them. */
  readonly selection: Selection;
  /** Puts a file below the folder of the example. */
  readonly write: (path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>) => Promise<void>;
  /** A page on which somebody chose the sample, as far as examples ask it; they are checked against a real one. */
  readonly document: { querySelector(selector: string): { readonly files: readonly File[] } };
}

/** The names of what has to be made. */
export const GIVEN_NAMES = [
  "archive",
  "library",
  "selection",
  "write",
  "document",
] as const satisfies readonly (keyof Given)[];

/** The names as every example sees them, for the compiler; it knows `document`. */
export const GIVEN_TYPES = `
import type { Given } from "./given.js";
declare global {
  const archive: Given["archive"];
  const library: Given["library"];
  const selection: Given["selection"];
  const write: Given["write"];
}
`;

/** Makes what is given, in a folder that holds `archive.zip`. */
export async function givenIn(folder: string): Promise<Given & AsyncDisposable> {
  const path = join(folder, "archive.zip");
  const archive = await openArchive(path);
  const library = memoryLibrary();
  const { selection } = await select(archive, {
    library,
    documents: true,
    collections: ["likes", "bookmarks"],
  });
  const chosen = { files: [new File([readFileSync(path)], "archive.zip")] };
  return {
    archive,
    library,
    selection,
    async write(name, content) {
      const to = join(folder, "written", name);
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, content);
    },
    // The one element that examples ask a page for.
    document: { querySelector: () => chosen },
    async [Symbol.asyncDispose]() {
      library[Symbol.dispose]();
      await archive[Symbol.asyncDispose]();
    },
  };
}
