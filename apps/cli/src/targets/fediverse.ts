import type { SourceCollection, Target } from "@archive/transform";
import type { FediverseOptions } from "@archive/transform/fediverse";
import type { TargetName } from "./names.js";
import { bound, type TargetEntry } from "./target-entry.js";

type Targets = typeof import("@archive/transform/fediverse");

const LINKS = ["likes", "bookmarks"] as const;
/** Formats that hold no media files need none copied. */
const WITHOUT_MEDIA: ReadonlySet<TargetName> = new Set<TargetName>(["pleroma", "misskey"]);

/** `--to activitystreams`: likes and bookmarks where `--include-likes` and `--include-bookmarks` ask for them. */
export const activitystreamsEntry: TargetEntry = fediverseEntry(
  "activitystreams",
  (all) => all.activitystreamsTarget,
  null,
);

/** `--to mastodon`. */
export const mastodonEntry: TargetEntry = fediverseEntry("mastodon", (all) => all.mastodonTarget, LINKS);

/** `--to sharkey`. */
export const sharkeyEntry: TargetEntry = fediverseEntry("sharkey", (all) => all.sharkeyTarget, []);

/** `--to gotosocial`. */
export const gotosocialEntry: TargetEntry = fediverseEntry("gotosocial", (all) => all.gotosocialTarget, []);

/** `--to pleroma`. */
export const pleromaEntry: TargetEntry = fediverseEntry("pleroma", (all) => all.pleromaTarget, [
  ...LINKS,
  "followers",
  "following",
]);

/** `--to misskey`. */
export const misskeyEntry: TargetEntry = {
  ...fediverseEntry("misskey", (all) => all.misskeyTarget, []),
  // With the name of a file as `--out`; else a folder, in which it has the name importers know it by.
  isSingleFile: (out) => /\.json$/i.test(out),
};

/** `--to fep-6fcd`. */
export const fep6fcdEntry: TargetEntry = fediverseEntry("fep-6fcd", (all) => all.fep6fcdTarget, [
  ...LINKS,
  "followers",
  "following",
  "blocks",
  "mutes",
  "lists",
  "domainBlocks",
]);

/** `collections`: those the format always has; `null` leaves it to the options. */
function fediverseEntry(
  name: TargetName,
  pick: (targets: Targets) => Target<FediverseOptions>,
  collections: readonly SourceCollection[] | null,
): TargetEntry {
  const target = async () => pick(await import("@archive/transform/fediverse"));
  const needs = {
    documents: true,
    ...(collections === null ? {} : { collections }),
    ...(WITHOUT_MEDIA.has(name) ? { media: false } : {}),
  };
  return {
    name,
    options: [],
    isSingleFile: () => false,
    facts: target,
    bind: async () => bound(await target(), {}, { needs }),
  };
}
