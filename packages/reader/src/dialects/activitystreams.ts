import { outboxContents } from "./contents.js";
import type { Dialect } from "./dialect.js";

/**
 * ActivityStreams 2.0 of a layout nobody described: an outbox, a page of one that was saved, or a bare list of
 * activities or posts, and beside it whatever has a usual name.
 */
export const activitystreams: Dialect = {
  name: "activitystreams",
  eras: [],
  async recognise(look) {
    const found = await look.outbox();
    if (found === null) return null;
    return { confidence: 0.1, era: null, open: async () => outboxContents(found) };
  },
};
