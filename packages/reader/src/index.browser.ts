export type { Archive, ArchiveInfo, OutboxOptions, ReadingOptions } from "./archive.js";
export type { FolderFile } from "./browser/files-container.js";
export { type OpenArchiveOptions, openArchive } from "./browser/open-archive.js";
export { type ContainerSource, openContainer } from "./browser/open-container.js";
export type { ByteSource } from "./containers/byte-source.js";
export type { Bytes, Container, ContainerKind, Entry } from "./containers/container.js";
export type { ContainerOptions } from "./containers/open-source.js";
export { type VerifiedEntry, type VerifyOptions, verifyEntries } from "./containers/verification.js";
export { type KnownDialect, knownDialects } from "./dialects/known-dialects.js";
export { DEFAULT_GUARDS, type Guards } from "./guards/guards.js";
export { DEFAULT_LIMITS, type Limits } from "./guards/limits.js";
export type {
  ArchiveEntry,
  CollectionName,
  EarlierItem,
  EntryRole,
  Filter,
  Item,
  MediaFile,
  Reference,
} from "./item.js";
export { JSON_LIMITS, type JsonLimits } from "./json/limits.js";
export { type ReadItemsOptions, readItems } from "./json/read-items.js";
export type { JsonElement } from "./json/splitter-options.js";
