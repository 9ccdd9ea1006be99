export { classifyItem, type ItemKind } from "./activity/classify.js";
export { type Audience, type AudienceInput, audienceOf } from "./audience/audience.js";
export { narrower, VISIBILITIES, type Visibility } from "./audience/visibility.js";
export { ArchiveError } from "./diagnostic/archive-error.js";
export {
  type Diagnostic,
  type DiagnosticDetails,
  diagnostic,
} from "./diagnostic/diagnostic.js";
export { DIAGNOSTICS, type DiagnosticCode, type DiagnosticRule } from "./diagnostic/registry.js";
export { type CodeReport, createReporter, type Reporter } from "./diagnostic/reporter.js";
export type { Severity } from "./diagnostic/severity.js";
export { isJsonObject, type JsonObject } from "./json.js";
export type { Progress, RunOptions } from "./run.js";
export { languageTag, type NaturalText, naturalText } from "./values/language.js";
export {
  firstIdOf,
  hasType,
  idOf,
  numberOf,
  textOf,
  typesOf,
  urlsOf,
  valuesOf,
} from "./values/properties.js";
export { type Timestamp, timestampOf } from "./values/timestamp.js";
export type { Activity, Actor } from "./vocabulary/documents.js";
export { ACTIVITY_TYPES, ACTOR_TYPES, COLLECTION_TYPES, POST_TYPES } from "./vocabulary/types.js";
