import { VISIBILITIES } from "@archive/schema";
import { POST_KINDS } from "@archive/transform";
import {
  ANY_COUNTS,
  COUNT,
  COUNT_OR_NULL,
  counts,
  object,
  type SchemaPart,
  SEVERITIES,
  TEXT,
  TEXT_OR_NULL,
} from "./parts.js";

const COLLECTIONS = [
  "likes",
  "bookmarks",
  "following",
  "followers",
  "blocks",
  "mutes",
  "lists",
  "domainBlocks",
  "filters",
  "dislikes",
];

const ACCOUNT = object({
  id: TEXT_OR_NULL,
  handle: TEXT_OR_NULL,
  name: TEXT_OR_NULL,
  type: TEXT_OR_NULL,
  url: TEXT_OR_NULL,
  joinedAt: TEXT_OR_NULL,
});

/** One archive, as `inspect --json` prints it. */
export const inspectSchema: SchemaPart = object({
  archive: object({
    path: TEXT,
    bytes: COUNT,
    container: TEXT,
    dialect: TEXT,
    era: TEXT_OR_NULL,
    exportedAt: TEXT_OR_NULL,
  }),
  account: { anyOf: [ACCOUNT, { type: "null" }] },
  posts: object({
    total: COUNT,
    byKind: counts(POST_KINDS),
    byVisibility: counts(VISIBILITIES),
    byYear: ANY_COUNTS,
    byLanguage: ANY_COUNTS,
    edited: COUNT,
    withContentWarning: COUNT,
    first: TEXT_OR_NULL,
    last: TEXT_OR_NULL,
  }),
  collections: counts(COLLECTIONS, COUNT_OR_NULL),
  media: counts(["referenced", "present", "missing", "orphaned", "bytes", "withoutAltText", "remote"]),
  diagnostics: SEVERITIES,
});
