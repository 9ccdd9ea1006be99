import type { RunOptions } from "@archive/schema";
import type { Container, Entry } from "../containers/container.js";
import type { MediaFile } from "../item.js";
import { isMedia } from "./roles.js";

/**
 * The media files among the visible entries of an archive, listed when they are first asked for: whoever reads posts
 * only needs none of a hundred thousand. Sizes that a salvaged container does not know are found by reading, now.
 */
export async function mediaOf(
  container: Container,
  entries: readonly Entry[],
  isVisible: (entry: Entry) => boolean,
  run: RunOptions,
): Promise<() => readonly MediaFile[]> {
  const isWanted = (entry: Entry): boolean => isVisible(entry) && isMedia(entry);
  const unknown = entries.filter((entry) => entry.size === undefined && isWanted(entry));
  const measured = unknown.length === 0 ? new Map<string, number>() : await sizesOf(container, unknown, run);
  let files: readonly MediaFile[] | null = null;
  return () => {
    files ??= entries
      .filter(isWanted)
      .map(({ path, size }) => ({ path, size: size ?? measured.get(path) ?? 0 }));
    return files;
  };
}

async function sizesOf(
  container: Container,
  entries: readonly Entry[],
  run: RunOptions,
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Set(entries.map(({ path }) => path));
  const sizes = new Map<string, number>();
  for await (const { entry, bytes } of container.scan(({ path }) => wanted.has(path), run)) {
    let size = 0;
    for await (const chunk of bytes) size += chunk.length;
    sizes.set(entry.path, size);
  }
  return sizes;
}
