export type {
  SafeBreak,
  SafeElement,
  SafeElementName,
  SafeEmoji,
  SafeLink,
  SafeNode,
  SafeText,
  SafeTree,
} from "./content/safe-tree.js";
export type { Library, LibraryMedia, LibraryRow } from "./library/library.js";
export { memoryLibrary } from "./library/memory-library.js";
export type { CopyJob, CopyReport } from "./operations/copy-entries.js";
export { ENTRY_PARTS, type EntryPart, partOf } from "./operations/entry-part.js";
export type { EntryFile, EntrySink, EntrySource, SourceEntry } from "./operations/entry-source.js";
export { extract } from "./operations/extract.js";
export { type InspectOptions, type InspectReport, inspect } from "./operations/inspect.js";
export type { MediaCounts } from "./operations/media-tally.js";
export { pack } from "./operations/pack.js";
export { validate } from "./operations/validate.js";
export { type DocumentFile, validateDocuments } from "./operations/validate-documents.js";
export type { ValidateOptions, ValidationSummary } from "./operations/validate-options.js";
export type { Account } from "./post/account.js";
export {
  type Attachment,
  type MediaKey,
  POST_KINDS,
  type Poll,
  type Post,
  type PostKey,
  type PostKind,
  type PostRef,
  type PublishedPost,
  type Tag,
} from "./post/post.js";
export { PUBLISHED_VISIBILITIES } from "./select/filter.js";
export type { LeftOutReason, SelectOptions, SelectReport, SelectResult } from "./select/options.js";
export { select } from "./select/select.js";
export type {
  MediaState,
  MonthCount,
  Order,
  PostAddress,
  PublishedMedia,
  Selection,
  SelectionCounts,
  ThreadNode,
  ThreadTree,
} from "./select/selection.js";
export { type MemorySink, memorySink } from "./sinks/memory-sink.js";
export { type OutputPaths, outputPaths, safePath } from "./sinks/safe-path.js";
export type { PutResult, RunManifest, Sink } from "./sinks/sink.js";
export { type OutputJob, type OutputReport, writeOutput } from "./sinks/write-output.js";
export type { ArchiveSource, Bytes, SourceCollection, SourceItem, SourceMedia } from "./source.js";
export {
  FEATURES,
  type Feature,
  type OutputFile,
  type Purpose,
  type Support,
  type Target,
} from "./targets/target.js";
