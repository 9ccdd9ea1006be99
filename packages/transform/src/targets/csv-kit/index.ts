export { CSV_KIT_COLLECTIONS, csvKitTarget } from "./csv-kit-target.js";
export { addressOf, domainOf, handleOf } from "./handle.js";
export { MOST_ROWS } from "./kit-files.js";
export { CSV_KIT_OPTIONS_SCHEMA, type CsvKitOptions } from "./options.js";
export { KIT_SERVERS, KITS, type KitCollection, type KitFile, type KitServer } from "./servers.js";
