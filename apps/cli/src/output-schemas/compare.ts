import { VISIBILITIES } from "@archive/schema";
import { POST_KINDS } from "@archive/transform";
import {
  ANY_COUNTS,
  CODE_REPORT,
  COUNT,
  COUNT_OR_NULL,
  counts,
  list,
  object,
  oneOf,
  type SchemaPart,
  TEXT,
  TEXT_OR_NULL,
} from "./parts.js";

const SIDE = object({ path: TEXT, id: TEXT_OR_NULL, exportedAt: TEXT_OR_NULL, posts: COUNT });
const CHANGED = object({ total: COUNT, byKind: counts(POST_KINDS), byVisibility: counts(VISIBILITIES) });
const LISTED = list(
  object({
    address: TEXT,
    kind: oneOf(POST_KINDS),
    visibility: oneOf(["public", "unlisted"]),
    published: TEXT_OR_NULL,
  }),
);

/** What `diff --json` prints. */
export const diffSchema: SchemaPart = object({
  older: SIDE,
  newer: SIDE,
  sameAccount: { type: ["boolean", "null"] },
  profile: list(oneOf(["name", "bio", "fields", "avatar", "header", "address", "moved"])),
  posts: object({ unchanged: COUNT, added: CHANGED, edited: CHANGED, gone: CHANGED }),
  collections: {
    type: "object",
    additionalProperties: { anyOf: [counts(["added", "gone"]), { type: "null" }] },
  },
  media: counts(["added", "gone"]),
  listed: object({ added: LISTED, edited: LISTED, gone: LISTED }),
  diagnostics: list(CODE_REPORT),
});

/** What `audit --json` prints. */
export const auditSchema: SchemaPart = object({
  archive: object({ path: TEXT, exportedAt: TEXT_OR_NULL }),
  posts: COUNT,
  altTexts: object({ attachments: COUNT, missing: COUNT, missingByYear: ANY_COUNTS }),
  server: object({
    host: TEXT_OR_NULL,
    links: COUNT,
    linksToOwnPosts: COUNT,
    remoteMedia: COUNT,
    missingMedia: COUNT,
    emoji: COUNT,
    polls: COUNT,
    pollsWithoutVotes: COUNT,
    boosts: COUNT,
    repliesToOthers: COUNT,
    quotes: COUNT,
  }),
  privacy: object({
    byVisibility: counts(VISIBILITIES),
    peopleInDirectPosts: COUNT,
    collections: counts(["bookmarks", "blocks", "mutes", "lists", "domainBlocks", "filters"], COUNT_OR_NULL),
    files: { anyOf: [counts(["looked", "withMetadata", "withPlace"]), { type: "null" }] },
  }),
  secrets: ANY_COUNTS,
  listed: object({
    altTextMissing: list(object({ address: TEXT, year: TEXT })),
    linkToServer: list(TEXT),
    mediaOnServer: list(TEXT),
    filesWithPlace: list(TEXT),
    filesWithMetadata: list(TEXT),
  }),
  diagnostics: list(CODE_REPORT),
});
