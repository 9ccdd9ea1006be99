import { timestampOf } from "@archive/schema";
import type { CollectionName } from "../item.js";
import type { ActorDocument } from "./actor-document.js";
import type { Contents } from "./dialect.js";
import type { FoundOutbox } from "./look.js";

/** An actor that the archive does not have, where that is nothing to tell: its format never has one. */
export const NO_ACTOR: ActorDocument = { item: null, found: [] };

/** What an archive holds that has an ActivityStreams outbox, with `more` of what its dialect knows. */
export function outboxContents(found: FoundOutbox, more: Partial<Contents> = {}): Contents {
  const { places, outbox, probe, total, actor } = found;
  const { root, entries } = places;
  // The last three are those of merged archives.
  const known = new Map<string, CollectionName | null>([
    [`${root}likes.json`, "likes"],
    [`${root}bookmarks.json`, "bookmarks"],
    [`${root}profiles.json`, null],
    [`${root}history.json`, null],
    [`${root}gone.json`, null],
  ]);
  // Files of merged archives have no time of their own; their outbox says how old it is.
  const told = timestampOf(probe.envelope.get("updated"))?.iso;
  const contents = { root, entries, outbox, total, actor, actorEntry: places.actor, known, ...more };
  return told === undefined ? contents : { exportedAt: told, ...contents };
}
