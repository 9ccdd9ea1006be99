import type { EntryPart } from "@archive/transform";

/** The parts of an archive that `--only` names; here too, so that help needs no library. */
export const PARTS: readonly EntryPart[] = ["outbox", "actor", "collections", "media", "other", "secrets"];

/** Parts in words, with what they are counted as. */
export const PART_WORDS: Readonly<Record<EntryPart, readonly [one: string, many: string]>> = {
  outbox: ["outbox", "outboxes"],
  actor: ["profile", "profiles"],
  collections: ["collection", "collections"],
  media: ["media file", "media files"],
  other: ["other file", "other files"],
  secrets: ["secret", "secrets"],
};
