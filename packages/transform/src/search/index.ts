export type { FacetCounts, Filters } from "./facets.js";
export type { IndexedKind, Mark } from "./format.js";
export type { IndexFile } from "./index-builder.js";
export { SearchIndexBuilder } from "./index-builder.js";
export { type IndexMaker, indexMaker } from "./index-maker.js";
export { type IndexedPlace, indexPost } from "./index-post.js";
export type { IndexedPost } from "./indexed-post.js";
export { type IndexStore, searchPosts } from "./memory-index.js";
export type { Found, LoadFile, Result, SearchEngine, SearchRequest } from "./search-engine.js";
