/**
 * What fossilizer reads of an archive, as its code has it: `src/activitystreams.rs` 18 to 29, 92 to 99, 136 to 154, 220
 * to 229 and 335 to 375, `src/mastodon/importer.rs` 101 to 212, in `lmorchard/fossilizer` at 59a6366c (2026-07-23).
 */
type Json = Readonly<Record<string, unknown>>;
type Files = ReadonlyMap<string, Uint8Array>;
type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === "string";
const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || value === null || test(value);
const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const object =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(tests).every(([key, test]) => test((value as Json)[key]));
/** chrono takes RFC 3339. */
const time: Test = (value) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(String(value));
const whole: Test = (value) => Number.isInteger(value) && Number(value) >= 0;

const attachment = object({
  type: text,
  mediaType: text,
  url: text,
  blurhash: maybe(text),
  width: maybe(whole),
  height: maybe(whole),
  name: maybe(text),
  summary: maybe(text),
});
const tag = object({ type: text, id: maybe(text), href: maybe(text), name: text, icon: maybe(attachment) });
const note = object({
  id: text,
  type: text,
  url: text,
  published: time,
  to: list(text),
  cc: list(text),
  summary: maybe(text),
  content: maybe(text),
  inReplyTo: maybe(text),
  tag: list(tag),
  attachment: list(attachment),
  // It wants a whole post here, where Mastodon writes an address: no post with a quote is read, from no server.
  quote: () => true,
});
const activity = object({
  id: text,
  type: text,
  published: time,
  to: list(text),
  cc: list(text),
  actor: text,
  object: (value) => text(value) || note(value),
});
const actor = object({
  id: text,
  type: text,
  following: text,
  followers: text,
  inbox: text,
  outbox: text,
  likes: maybe(text),
  bookmarks: maybe(text),
  preferredUsername: text,
  name: text,
  summary: maybe(text),
  url: text,
  published: time,
  icon: maybe(attachment),
  image: maybe(attachment),
});

/**
 * Reads the activities of an archive; those it can't read are left out with a warning.
 *
 * @throws Error where it stops.
 */
export function fossilized(files: Files): readonly Json[] {
  const json = (path: string): Json => JSON.parse(new TextDecoder().decode(files.get(path)));
  const outbox = json("outbox.json");
  // importer.rs 151
  if (!text(outbox.id) || !text(outbox.type) || !whole(outbox.totalItems)) throw new Error("no outbox");
  // importer.rs 167, which unwraps
  if (!actor(json("actor.json"))) throw new Error("the actor can't be read");
  // db/activities.rs 289
  return (outbox.orderedItems as readonly Json[]).filter(activity);
}
