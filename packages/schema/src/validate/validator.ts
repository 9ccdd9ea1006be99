import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { isJsonObject, type JsonObject } from "../json.js";
import { OBJECT_KINDS, type ObjectKind, type Profile } from "../profiles/profile.js";
import { profileNamed, type ResolvedProfile, resolveProfile } from "../profiles/resolve.js";
import { rulesBut, watchedProperties } from "../rules/index.js";
import { loadValidator } from "../validators/load.js";
import type { SchemaValidator } from "../validators/schema-validator.js";
import { typesOf } from "../values/properties.js";
import { ACTOR_TYPES, COLLECTION_TYPES } from "../vocabulary/types.js";
import { elementFindings } from "./element-findings.js";
import { findingReport } from "./finding-report.js";
import { ItemOffsets } from "./item-offsets.js";
import type { Place } from "./place.js";
import { requiredFindings } from "./required-findings.js";
import { ruleFindings } from "./rule-findings.js";
import { type Finding, schemaFindings } from "./schema-findings.js";
import { checkText } from "./text.js";
import { usualItem } from "./usual-item.js";

/** What {@link createValidator} takes. */
export interface ValidatorOptions {
  /** A built-in profile by its name, or one of the user's own from `loadProfile`. */
  readonly profile: Profile | string;
  /** The exporter's era, as the archive's dialect tells it. */
  readonly era?: string | null | undefined;
  /** Called for each finding, in the order of the documents. */
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  /** The archive's actor: says which address means the followers. */
  readonly actor?: JsonObject | null | undefined;
  /**
   * Findings of each code, at most, whose `offset` is searched for inside a placed document (`Place.bytes`); of
   * further ones it is where the document begins. 100 unless told.
   */
  readonly exactOffsets?: number | undefined;
  /** Quote values of posts that are not public too, and text. For a person's own eyes, never for a log. */
  readonly showContent?: boolean | undefined;
}

/** Checks documents against one profile. Keeps nothing of them. */
export interface Validator {
  readonly profile: ResolvedProfile;
  /**
   * Checks one parsed document, whatever it is. Never throws.
   *
   * @returns Whether there was no error.
   */
  document(value: unknown, place?: Place): boolean;
  /**
   * Checks the bytes of one document: that they are UTF-8 and JSON (RFC 8259), that no key stands twice, and
   * then what {@link Validator.document} checks. Findings inside arrays get their offset. Never throws.
   *
   * @returns Whether there was no error.
   */
  text(bytes: Uint8Array, place?: Place): boolean;
}

/**
 * Makes a validator, and loads what its profile asks for.
 *
 * @throws ArchiveError `profile/unknown`.
 * @example
 * ```ts
 * import { createReporter } from "@archive/schema";
 * import { createValidator } from "@archive/schema/validate";
 * const reporter = createReporter();
 * const validator = await createValidator({ profile: "as2", onDiagnostic: reporter.report });
 * validator.document({ type: "Note", content: 42 }); // false: as2/required-type at /content
 * ```
 */
export async function createValidator(options: ValidatorOptions): Promise<Validator> {
  const { profile: asked, era = null, actor = null, onDiagnostic, showContent = false } = options;
  const profile = resolveProfile(typeof asked === "string" ? profileNamed(asked) : asked, era);
  const schemas = await loadSchemas(profile);
  const required = new Map(Object.entries(profile.required));
  const rules = rulesBut((code) => profile.rules[code] === "off");
  const isUsual = usualItem(profile, watchedProperties, actor);
  const context = { actor, profile: profile.name };
  const offsets = new ItemOffsets(options.exactOffsets);
  const isPlain = (value: unknown, kind: ObjectKind): boolean =>
    (kind === "item" || kind === "document") && isJsonObject(value) && isUsual(value);
  const lookCloser = (value: unknown, kind: ObjectKind, place: Place, report: Report): boolean => {
    let found = bySchema(schemas.get(kind), value);
    if (isJsonObject(value)) found = joined(found, requiredFindings(value, required));
    if (kind !== place.kind && kind === "collection") {
      found = joined(
        found,
        elementFindings(value, (each) => bySchema(schemas.get("item"), each), required),
      );
    }
    const isEnvelope = place.kind === "outbox" || place.kind === "collection";
    const further = isJsonObject(value) && !isEnvelope ? ruleFindings(rules.check(value, context)) : NONE;
    if (found.length === 0 && further.length === 0) return true;
    return findingReport({ value, place, profile, actor, showContent, onDiagnostic: report }, found, further);
  };
  return {
    profile,
    document(value, place = {}) {
      const kind = kindAt(place, value);
      if (isPlain(value, kind)) return true;
      if (place.bytes === undefined) return lookCloser(value, kind, place, onDiagnostic);
      const found: Diagnostic[] = [];
      const isValid = lookCloser(value, kind, place, (each) => found.push(each));
      if (found.length === 0) return isValid;
      for (const each of offsets.place(found, () => place.bytes?.() ?? null, place)) onDiagnostic(each);
      return isValid;
    },
    text(bytes, place = {}) {
      const document = (value: unknown, at: Place, report: Report): boolean => {
        const kind = kindAt(at, value);
        return isPlain(value, kind) || lookCloser(value, kind, at, report);
      };
      return checkText(bytes, place, { profile, showContent, onDiagnostic, document });
    },
  };
}

type Report = (diagnostic: Diagnostic) => void;

/** What a document is, by its place or, where that does not say, by itself. */
function kindAt({ kind }: Place, value: unknown): ObjectKind {
  return kind === undefined || kind === "document" ? kindOf(value) : kind;
}

/** What a document is that nobody placed. */
function kindOf(value: unknown): ObjectKind {
  const types = isJsonObject(value) ? typesOf(value) : [];
  if (types.some((type) => COLLECTION_TYPES.has(type))) return "collection";
  return types.some((type) => ACTOR_TYPES.has(type)) ? "actor" : "document";
}

/** Most documents have no findings: then nothing is copied. */
function joined(found: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  if (more.length === 0) return found;
  return found.length === 0 ? more : [...found, ...more];
}

type Schemas = ReadonlyMap<ObjectKind, SchemaValidator>;

async function loadSchemas(profile: ResolvedProfile): Promise<Schemas> {
  const loaded = OBJECT_KINDS.map(async (kind) => {
    const name = profile.schemas[kind] ?? null;
    return name === null ? [] : [[kind, await loadValidator(name)] as const];
  });
  return new Map((await Promise.all(loaded)).flat());
}

const NONE: readonly Finding[] = [];

function bySchema(validate: SchemaValidator | undefined, value: unknown): readonly Finding[] {
  if (validate === undefined) {
    return isJsonObject(value) ? NONE : [{ code: "as2/not-an-object", path: [], expected: "a JSON object" }];
  }
  try {
    return validate(value) ? NONE : schemaFindings(value, validate.errors ?? []);
  } catch (error) {
    // Only nesting can make a validator fail: it calls itself for what is embedded.
    if (!(error instanceof RangeError)) throw error;
    return [{ code: "json/too-deep", path: [], expected: "documents that are nested less deep" }];
  }
}
