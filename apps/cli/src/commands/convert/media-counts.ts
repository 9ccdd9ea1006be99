import type { RunOptions } from "@archive/schema";
import type { Library, MediaKey, Selection } from "@archive/transform";
import type { TargetFacts } from "../../targets/target-entry.js";
import type { Losses } from "./losses.js";

/** What became of the media files that posts and profiles of an output refer to. */
export interface MediaCounts {
  readonly copied: number;
  readonly missing: number;
}

/** Counts the media of an output, once it is written; not those that only posts have which the target left out. */
export async function countMedia(
  target: TargetFacts,
  { refused }: Losses,
  { selection, library }: { readonly selection: Selection; readonly library: Library },
  run: RunOptions,
): Promise<MediaCounts> {
  // Where nothing was left out, the library knows without another look at the posts.
  const used = refused.length === 0 ? null : await mediaTaken(target, selection, run);
  const counts = { copied: 0, missing: 0 };
  for (const { key, output } of library.scanMedia()) {
    if (used === null || used.has(key)) counts[output === null ? "missing" : "copied"] += 1;
  }
  return counts;
}

async function mediaTaken(
  target: TargetFacts,
  selection: Selection,
  run: RunOptions,
): Promise<ReadonlySet<MediaKey>> {
  const used = new Set<MediaKey>();
  const use = (key: MediaKey | null): void => {
    if (key !== null) used.add(key);
  };
  for (const { avatar, header } of selection.accounts) {
    use(avatar);
    use(header);
  }
  for await (const post of selection.posts("oldest")) {
    run.signal?.throwIfAborted();
    if (target.accepts?.(post, selection) != null) continue;
    for (const { media, poster, captions } of post.attachments) {
      use(media);
      use(poster);
      for (const caption of captions) use(caption.media);
    }
  }
  return used;
}
