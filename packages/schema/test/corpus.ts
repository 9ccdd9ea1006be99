import { existsSync, readFileSync } from "node:fs";

/** Documents nobody on this project wrote; absent on most machines, then tests that need them are skipped. */
export const CORPORA: URL = new URL("../../../../shared/corpora/", import.meta.url);

/** One file of the corpora with what its source says of it. */
export interface CorpusFile {
  readonly file: string;
  /** `valid`, `invalid`, `accepted-by-source` or `not-json`. */
  readonly expect: string;
  readonly kind: string;
}

/** The specification's own documents. */
export const specFiles: readonly CorpusFile[] = listed("01-as2/expectations.json", (text) =>
  JSON.parse(text),
);

/** Objects of many servers. */
export const objectFiles: readonly CorpusFile[] = listed("03-objects/manifest.jsonl", (text) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line)),
);

/** Every document of both that can be parsed. */
export const corpusDocuments: readonly { readonly file: string; readonly value: unknown }[] = [
  ...specFiles,
  ...objectFiles,
].flatMap(({ file }) => {
  try {
    return [{ file, value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(file))) }];
  } catch {
    return [];
  }
});

/** A file's bytes. */
export function bytesOf(file: string): Uint8Array {
  return readFileSync(new URL(file, CORPORA));
}

function listed(path: string, parse: (text: string) => readonly CorpusFile[]): readonly CorpusFile[] {
  const url = new URL(path, CORPORA);
  return existsSync(url) ? parse(readFileSync(url, "utf8")) : [];
}
