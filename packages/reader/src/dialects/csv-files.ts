import type { Dialect } from "./dialect.js";

/** Files of follows, mutes and the like without an outbox. It is taken where nothing else is found, never weighed. */
export const csvFiles: Dialect = {
  name: "csv",
  eras: [],
  recognise: async () => null,
};
