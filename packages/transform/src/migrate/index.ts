export type { KitPosts } from "./kit-posts.js";
export type { CollectionOutcome, MoveLosses } from "./losses.js";
export { MIGRATE_COLLECTIONS, migrateTarget } from "./migrate-target.js";
export { MIGRATE_OPTIONS_SCHEMA, type MigrateOptions } from "./options.js";
export { DESTINATIONS, type Destination, MOVE_SOFTWARE, type MoveSoftware } from "./software.js";
