export type { Archive, ArchiveInfo } from "./archive.js";
export type { Bytes, Container, ContainerKind, Entry } from "./containers/container.js";
export type { CollectionName, Item, MediaFile, Reference } from "./item.js";
export { JSON_LIMITS, type JsonLimits } from "./json/limits.js";
export { type ReadItemsOptions, readItems } from "./json/read-items.js";
export type { JsonElement } from "./json/splitter-options.js";
export { type OpenArchiveOptions, openArchive } from "./node/open-archive.js";
