import { ENTRY_PARTS, FEATURES } from "@archive/transform";
import { SOFTWARE } from "../commands/migrate/options.js";
import { TARGET_NAMES } from "../targets/names.js";
import { auditSchema, diffSchema } from "./compare.js";
import { inspectSchema } from "./inspect.js";
import { mergeSchema } from "./merge.js";
import {
  ANY_COUNTS,
  CODE,
  CODE_REPORT,
  COUNT,
  COUNT_OR_NULL,
  counts,
  DIAGNOSTIC,
  list,
  object,
  oneOf,
  type SchemaPart,
  SEVERITIES,
  SEVERITY,
  TEXT,
  TEXT_OR_NULL,
  YES_OR_NO,
} from "./parts.js";
import { repairSchema } from "./repair.js";

const BASE = "https://schemas.ap-archive.example/v1/";

const COPY = object({
  input: object({ path: TEXT, container: TEXT }),
  out: object({ path: TEXT, container: oneOf(["folder", "zip"]) }),
  files: object({ written: COUNT, bytes: COUNT, byPart: counts(ENTRY_PARTS) }),
  leftOut: counts(["notSelected", "secrets", "failed"]),
  diagnostics: list(CODE_REPORT),
});

/** What each command prints with `--json`. */
const OUTPUTS: Readonly<Record<string, { readonly title: string; readonly schema: SchemaPart }>> = {
  inspect: {
    title: "What `inspect --json` prints: of several archives, a list",
    schema: { anyOf: [inspectSchema, list(inspectSchema)] },
  },
  validate: {
    title: "What `validate --json` prints",
    schema: object({
      valid: YES_OR_NO,
      profile: TEXT,
      checked: counts(["documents", "items"]),
      counts: SEVERITIES,
      diagnostics: list(DIAGNOSTIC),
      codes: list(object({ code: CODE, severity: SEVERITY, count: COUNT, items: COUNT })),
    }),
  },
  convert: {
    title: "What `convert --json` prints",
    schema: object({
      archives: list(object({ path: TEXT, container: TEXT, dialect: TEXT })),
      target: oneOf(TARGET_NAMES),
      out: object({ path: TEXT, container: oneOf(["folder", "zip", "tar", "file"]), index: TEXT_OR_NULL }),
      posts: object({
        read: COUNT,
        written: COUNT,
        leftOut: ANY_COUNTS,
        refused: list(object({ reason: TEXT, posts: COUNT })),
        byVisibility: ANY_COUNTS,
      }),
      lost: list(object({ feature: oneOf(FEATURES), support: TEXT, posts: COUNT })),
      media: counts(["copied", "missing"]),
      files: counts(["files", "bytes", "written", "unchanged", "keptEdited"]),
      diagnostics: list(CODE_REPORT),
    }),
  },
  merge: { title: "What `merge --json` prints", schema: mergeSchema },
  repair: { title: "What `repair --json` prints", schema: repairSchema },
  diff: { title: "What `diff --json` prints", schema: diffSchema },
  audit: { title: "What `audit --json` prints", schema: auditSchema },
  batch: {
    title: "What `batch --json` prints",
    schema: object({
      target: oneOf(TARGET_NAMES),
      out: TEXT,
      archives: COUNT,
      done: COUNT,
      failed: COUNT,
      skipped: COUNT,
      posts: counts(["read", "written"]),
      results: list(
        object({
          input: TEXT,
          output: TEXT_OR_NULL,
          status: oneOf(["done", "failed"]),
          exitCode: COUNT,
          error: TEXT_OR_NULL,
          posts: { anyOf: [counts(["read", "written"]), { type: "null" }] },
          fingerprint: TEXT,
          seconds: { type: "number", minimum: 0 },
        }),
      ),
    }),
  },
  migrate: {
    title: "What `migrate --json` prints",
    schema: object({
      archives: list(object({ path: TEXT, container: TEXT, dialect: TEXT })),
      out: object({ path: TEXT, container: oneOf(["folder", "zip", "tar"]), index: TEXT }),
      posts: object({ read: COUNT, leftOut: ANY_COUNTS }),
      losses: object({
        from: object({ handle: TEXT_OR_NULL, dialect: TEXT, exportedAt: TEXT_OR_NULL }),
        to: oneOf(SOFTWARE),
        posts: object({
          selected: COUNT,
          written: COUNT,
          media: COUNT,
          reason: TEXT_OR_NULL,
          lost: list(object({ feature: oneOf(FEATURES), support: TEXT, posts: COUNT })),
          refused: list(object({ reason: TEXT, posts: COUNT })),
        }),
        collections: list(
          object({
            name: TEXT,
            inArchive: COUNT_OR_NULL,
            written: COUNT,
            files: list(object({ path: TEXT, rows: COUNT })),
            reason: TEXT_OR_NULL,
          }),
        ),
        stays: list(TEXT),
      }),
      files: counts(["files", "bytes", "written", "unchanged", "keptEdited"]),
      diagnostics: list(CODE_REPORT),
    }),
  },
  formats: {
    title: "What `formats --json` prints",
    schema: object({
      inputs: list({
        type: "object",
        required: ["dialect", "eras"],
        properties: { dialect: TEXT, eras: list(TEXT) },
      }),
      targets: list(
        object({
          name: oneOf(TARGET_NAMES),
          purpose: oneOf(["publish", "data", "migrate"]),
          support: {
            type: "object",
            propertyNames: oneOf(FEATURES),
            additionalProperties: { type: "string", pattern: "^(kept|dropped|degraded: .+)$" },
          },
        }),
      ),
    }),
  },
  explain: {
    title: "What `explain --json` prints",
    schema: object({
      code: CODE,
      severity: SEVERITY,
      title: TEXT,
      explanation: TEXT,
      hint: TEXT,
      docs: TEXT_OR_NULL,
    }),
  },
  extract: { title: "What `extract --json` prints", schema: COPY },
  pack: { title: "What `pack --json` prints", schema: COPY },
};

/** Names of the schemas of what `--json` prints. */
export const outputSchemaNames: readonly string[] = Object.keys(OUTPUTS).map((name) => `output/${name}`);

/** One of {@link outputSchemaNames}, made from the registry and the lists the commands themselves use. */
export function outputSchema(name: string): SchemaPart {
  const output = OUTPUTS[name.replace(/^output\//, "")];
  if (output === undefined) throw new RangeError(`There is no schema named ${name}.`);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${BASE}${name}.schema.json`,
    title: output.title,
    ...output.schema,
  };
}
