export { CSV_COLUMNS, csvTarget } from "./csv-target.js";
export { ndjsonTarget } from "./ndjson-target.js";
export type { CsvOptions, RowOptions } from "./options.js";
export type { AttachmentRecord, PostRecord } from "./post-record.js";
export { POST_RECORD_SCHEMA } from "./post-record-schema.js";
export { textTarget } from "./text-target.js";
