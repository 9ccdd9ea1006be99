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
export { type HtmlOptions as ContentHtmlOptions, toHtml } from "./content/to-html.js";
export { toText } from "./content/to-text.js";
export type {
  Library,
  LibraryMedia,
  LibraryRange,
  LibraryRow,
  LibraryTag,
} from "./library/library.js";
export { type ByteLog, memoryLibrary } from "./library/memory-library.js";
export { type Packing, type PendingPosts, packPosts } from "./library/packing.js";
export type {
  ImageCopy,
  ImageFormat,
  ImageJob,
  ImageOptions,
  ImageWorker,
  MadeImage,
} from "./media/image-worker.js";
export { audit } from "./operations/audit.js";
export type {
  AuditFinding,
  AuditOptions,
  AuditReport,
  PrivateCollection,
} from "./operations/audit-report.js";
export type { CopyJob, CopyReport } from "./operations/copy-entries.js";
export {
  type DiffOptions,
  type DiffReport,
  type DiffSide,
  diff,
  type PostChange,
} from "./operations/diff.js";
export type { DiffCounts, FieldChange } from "./operations/diff-counts.js";
export { ENTRY_PARTS, type EntryPart, partOf } from "./operations/entry-part.js";
export type { EntryFile, EntrySink, EntrySource, SourceEntry } from "./operations/entry-source.js";
export { extract } from "./operations/extract.js";
export { type InspectOptions, type InspectReport, inspect } from "./operations/inspect.js";
export type { MediaCounts } from "./operations/media-tally.js";
export { type MergeJob, type MergeReport, merge } from "./operations/merge.js";
export type { UnitedCounts } from "./operations/merge-collections.js";
export type { MergedMedia } from "./operations/merge-media.js";
export type { MergedAccount } from "./operations/merged-account.js";
export { pack } from "./operations/pack.js";
export { type RepairJob, type RepairReport, repair } from "./operations/repair.js";
export type { ListedElement, ListReader, RepairChange } from "./operations/repair-list.js";
export { validate } from "./operations/validate.js";
export { type DocumentFile, validateDocuments } from "./operations/validate-documents.js";
export type { ValidateOptions, ValidationSummary } from "./operations/validate-options.js";
export type { Account } from "./post/account.js";
export { countFeatures, FEATURES, type Feature, type FeatureCounts } from "./post/features.js";
export {
  type Attachment,
  type EventTime,
  type MediaKey,
  POST_KINDS,
  type Poll,
  type Post,
  type PostCounts,
  type PostKey,
  type PostKind,
  type PostRef,
  type PublishedPost,
  type Revision,
  type Tag,
} from "./post/post.js";
export { PUBLISHED_VISIBILITIES } from "./select/filter.js";
export { type MergedExport, type MergedSource, mergeSources } from "./select/merge-sources.js";
export type { LeftOutReason, SelectOptions, SelectReport, SelectResult } from "./select/options.js";
export { select } from "./select/select.js";
export type {
  CollectionMember,
  MediaState,
  MediaVariant,
  MonthCount,
  Order,
  PostAddress,
  PostRange,
  PublishedMedia,
  Selection,
  SelectionCounts,
  TagCount,
  ThreadNode,
  ThreadTree,
} from "./select/selection.js";
export { type MemorySink, memorySink } from "./sinks/memory-sink.js";
export { type OutputPaths, outputPaths, safePath } from "./sinks/safe-path.js";
export type { PutResult, RunManifest, Sink } from "./sinks/sink.js";
export { type OutputJob, type OutputReport, writeOutput } from "./sinks/write-output.js";
export type {
  ArchiveSource,
  Bytes,
  LaterState,
  SourceCollection,
  SourceItem,
  SourceMedia,
} from "./source.js";
export type { OutputFile, Purpose, RenderOptions, Support, Target } from "./targets/target.js";
