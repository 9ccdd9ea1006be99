export type { DiskSinkOptions } from "./disk-sink.js";
export { exactFolderSink } from "./exact-folder-sink.js";
export { folderSink } from "./folder-sink.js";
export { sqliteLibrary } from "./sqlite-library.js";
export { tarSink } from "./tar-sink.js";
export { exactZipSink, zipSink } from "./zip-sink.js";
