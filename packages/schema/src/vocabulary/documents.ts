import type { JsonObject } from "../json.js";

/**
 * An actor as found in an archive. The keys are those the toolkit looks at; their values are unchecked, and
 * every other key of the document is still there.
 */
export interface Actor extends JsonObject {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly preferredUsername?: unknown;
  readonly name?: unknown;
  readonly summary?: unknown;
  readonly url?: unknown;
  readonly followers?: unknown;
  readonly published?: unknown;
}

/** An activity as found in an outbox: unchecked values, no key lost. */
export interface Activity extends JsonObject {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly actor?: unknown;
  readonly published?: unknown;
  readonly to?: unknown;
  readonly cc?: unknown;
  readonly object?: unknown;
}
