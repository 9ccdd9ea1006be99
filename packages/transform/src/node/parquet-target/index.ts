export { PARQUET_COLUMNS } from "./columns.js";
export { parquetTarget } from "./parquet-target.js";
