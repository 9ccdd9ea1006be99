export { FEED_FORMATS, type FeedFormat, type FeedHead } from "./feed.js";
export { atomTarget, jsonFeedTarget, rssTarget } from "./feed-target.js";
export type { FeedOptions } from "./options.js";
