export { checkQuery } from "./one-query.js";
export {
  openDatabase,
  type PostDatabase,
  type QueryRow,
  type QueryRows,
  type QueryStream,
} from "./open-database.js";
export { sqliteTarget } from "./sqlite-target.js";
export { TABLES_VERSION } from "./tables.js";
