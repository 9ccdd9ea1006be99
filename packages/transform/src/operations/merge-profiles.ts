import { type Activity, idOf, type JsonObject, type RunOptions } from "@archive/schema";
import type { ArchiveSource, SourceItem } from "../source.js";
import { withPictures } from "./merge-items.js";
import type { MediaPlan } from "./merge-media.js";

/** Stands for the file of what no export holds as an item. */
const FILE = "actor.json";

/** The profiles of all exports of an account. */
export interface MergedProfiles {
  readonly latest: JsonObject | null;
  /** Those that differ from the next, newest first, as updates of the profile. */
  readonly earlier: readonly SourceItem<Activity>[];
}

/** Reads the profiles; their pictures have the addresses they have in the merged archive. */
export async function mergedProfiles(
  newestFirst: readonly ArchiveSource[],
  media: MediaPlan,
  run: RunOptions,
): Promise<MergedProfiles> {
  let latest: JsonObject | null = null;
  let last = "";
  const earlier: SourceItem<Activity>[] = [];
  for (const source of newestFirst) {
    const actor = await source.actor(run);
    if (actor === null) continue;
    const document = withPictures(actor.raw, media.pathsOf(source));
    const text = JSON.stringify(document);
    if (latest === null) latest = document;
    else if (text !== last) {
      const { exportedAt: published } = source.info;
      const update = { type: "Update", actor: idOf(actor.value), published, object: document };
      earlier.push(itemOf(update, earlier.length));
    }
    last = text;
  }
  return { latest, earlier };
}

function itemOf(update: Activity, index: number): SourceItem<Activity> {
  const place = { file: FILE, pointer: "", index, offset: 0, length: 0 };
  return { value: update, raw: update, ...place, later: { state: "superseded" } };
}
