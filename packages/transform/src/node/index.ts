export type { DiskSinkOptions } from "./disk-sink.js";
export { exactFolderSink } from "./exact-folder-sink.js";
export { fileSink } from "./file-sink.js";
export { folderSink } from "./folder-sink.js";
export { loadTheme } from "./load-theme.js";
export { sqliteLibrary } from "./sqlite-library.js";
export { tarSink } from "./tar-sink.js";
export { type TempFolder, tempFolder } from "./temp-folder.js";
export { exactZipSink, zipSink } from "./zip-sink.js";
