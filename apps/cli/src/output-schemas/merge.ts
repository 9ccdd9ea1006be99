import { CODE_REPORT, COUNT, counts, list, object, type SchemaPart, TEXT, TEXT_OR_NULL } from "./parts.js";

/** What `merge --json` prints. */
export const mergeSchema: SchemaPart = object({
  archives: list(object({ path: TEXT, dialect: TEXT, other: COUNT })),
  out: TEXT,
  files: COUNT,
  accounts: list(
    object({
      id: TEXT_OR_NULL,
      handle: TEXT_OR_NULL,
      folder: TEXT,
      exports: list(object({ exportedAt: TEXT_OR_NULL, items: COUNT })),
      items: counts(["read", "current", "gone", "earlier", "same"]),
      profiles: COUNT,
      collections: { type: "object", additionalProperties: counts(["members", "onlyEarlier"]) },
      media: counts(["read", "written", "united", "restored", "renamed"]),
    }),
  ),
  diagnostics: list(CODE_REPORT),
});
