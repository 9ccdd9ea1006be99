import type { RunOptions } from "@archive/schema";
import type { Container, Entry } from "../containers/container.js";
import type { MediaFile } from "../item.js";
import { isMedia } from "./roles.js";

/** The media files of an archive. Sizes that a salvaged container does not know are found by reading. */
export async function mediaOf(
  container: Container,
  entries: readonly Entry[],
  run: RunOptions,
): Promise<MediaFile[]> {
  const files = entries.filter(isMedia);
  const unknown = new Set(files.flatMap(({ path, size }) => (size === undefined ? [path] : [])));
  const measured = new Map<string, number>();
  if (unknown.size > 0) {
    for await (const { entry, bytes } of container.scan(({ path }) => unknown.has(path), run)) {
      let size = 0;
      for await (const chunk of bytes) size += chunk.length;
      measured.set(entry.path, size);
    }
  }
  return files.map(({ path, size }) => ({ path, size: size ?? measured.get(path) ?? 0 }));
}
