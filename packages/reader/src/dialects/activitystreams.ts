import type { Dialect } from "./dialect.js";

/** ActivityStreams 2.0 of a layout nobody described: an outbox, and beside it whatever has a usual name. */
export const activitystreams: Dialect = {
  name: "activitystreams",
  eras: [],
  layout: {
    outbox: "outbox.json",
    actor: "actor.json",
    collections: { likes: "likes.json", bookmarks: "bookmarks.json" },
  },
  detect: () => ({ confidence: 0.1, era: null }),
};
