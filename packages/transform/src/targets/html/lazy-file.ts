import { LazyContent } from "../../sinks/content.js";
import type { OutputFile } from "../target.js";

/** A file whose text is made when it is pulled: not at all where its fingerprint tells that nothing changed. */
export function lazyFile(
  path: string,
  fingerprint: string | undefined,
  text: () => string | Promise<string>,
): OutputFile {
  return { path, fingerprint, content: new LazyContent(text) };
}
