import type { Bytes } from "../../source.js";
import type { OutputFile } from "../target.js";

const encoder = new TextEncoder();

/** A file whose text is made when it is pulled: not at all where its fingerprint tells that nothing changed. */
export function lazyFile(
  path: string,
  fingerprint: string | undefined,
  text: () => string | Promise<string>,
): OutputFile {
  return { path, fingerprint, content: pulled(text) };
}

async function* pulled(text: () => string | Promise<string>): Bytes {
  yield encoder.encode(await text());
}
