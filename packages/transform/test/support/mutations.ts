import type { JsonObject } from "@archive/schema";

/** One kind of damage to one item, and what has to be found. */
export interface Mutation {
  readonly name: string;
  readonly code: string;
  /** Relative to the item. */
  readonly pointer: string;
  /** Other codes that tell of the same damage from another side. */
  readonly also: readonly string[];
  /** Changes a copy of the item; `false` when it has no place for this damage. */
  readonly damage: (item: JsonObject) => boolean;
}

interface More {
  readonly also?: readonly string[];
  /** Where the finding stands, if not at the place that was changed. */
  readonly at?: string;
  readonly where?: (item: JsonObject) => boolean;
}

const NEW_ID = "https://elsewhere.example/users/mallory";
const parts = (pointer: string): string[] => pointer.split("/").slice(1);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** What stands at a pointer. */
function valueAt(root: unknown, pointer: string): unknown {
  let at = root;
  for (const part of parts(pointer)) at = isRecord(at) ? at[part] : undefined;
  return at;
}

/** Puts a value at a pointer, `undefined` to take it away; `false` where what is above it is not there. */
function put(root: unknown, pointer: string, value: unknown): boolean {
  const path = parts(pointer);
  const key = path.pop() ?? "";
  const above = valueAt(root, path.map((part) => `/${part}`).join(""));
  if (!isRecord(above)) return false;
  if (value === undefined) delete above[key];
  else above[key] = value;
  return true;
}

/** Another value in place of one that is there. */
function set(pointer: string, value: unknown, code: string, more: More = {}): Mutation {
  return {
    name: `${pointer} = ${JSON.stringify(value)}`,
    code,
    pointer: more.at ?? pointer,
    also: more.also ?? [],
    damage(item) {
      const was = valueAt(item, pointer);
      if (was === undefined || was === null || more.where?.(item) === false) return false;
      return put(item, pointer, value);
    },
  };
}

/** A property that was not there. */
function add(pointer: string, value: unknown, code: string, more: More = {}): Mutation {
  return {
    name: `${pointer} + ${JSON.stringify(value)}`,
    code,
    pointer: more.at ?? pointer,
    also: more.also ?? [],
    damage: (item) =>
      (valueAt(item, pointer) ?? null) === null && more.where?.(item) !== false && put(item, pointer, value),
  };
}

function without(pointer: string, more: More & { readonly code?: string } = {}): Mutation {
  return {
    name: `without ${pointer}`,
    code: more.code ?? "profile/missing-property",
    pointer: more.at ?? pointer,
    also: more.also ?? [],
    damage: (item) =>
      valueAt(item, pointer) !== undefined && more.where?.(item) !== false && put(item, pointer, undefined),
  };
}

const isPost = (item: JsonObject): boolean => item.type === "Create";
const isPublic = (item: JsonObject): boolean => JSON.stringify(item.to ?? null).includes("#Public");
const TYPE = "as2/required-type";
const DATE = "as2/invalid-date";

/** JSON types that no reading of the property allows. */
const TYPES: readonly Mutation[] = [
  set("/id", 42, TYPE, { where: isPost }),
  set("/type", 42, TYPE, { also: ["outbox/unknown-item", "profile/missing-property"], where: isPost }),
  set("/actor", 42, TYPE),
  set("/object", 42, TYPE, { also: ["outbox/create-without-object"] }),
  set("/to", 42, TYPE, { where: isPost, also: ["post/addressing-differs"] }),
  set("/to/0", 42, TYPE, { where: isPost, also: ["post/addressing-differs"] }),
  set("/cc", true, TYPE, { where: isPost, also: ["post/addressing-differs"] }),
  set("/published", 42, TYPE, { where: isPost }),
  set("/object/id", 42, TYPE, { also: ["post/without-id", "reference/own-missing"] }),
  set("/object/type", 42, TYPE),
  set("/object/content", 42, TYPE, { also: ["post/without-content", "text/map-differs"] }),
  set("/object/contentMap", "hello", TYPE),
  set("/object/published", 42, TYPE),
  set("/object/updated", false, TYPE),
  set("/object/attributedTo", 42, TYPE),
  set("/object/to", 42, TYPE, { also: ["post/addressing-differs"] }),
  set("/object/cc", 42, TYPE, { also: ["post/addressing-differs"] }),
  set("/object/tag", 42, TYPE),
  set("/object/attachment", "https://a b", "as2/invalid-iri", { also: ["media/orphaned"] }),
  set("/object/attachment/0/url", 42, TYPE, { also: ["media/orphaned"] }),
  set("/object/attachment/0/name", 42, TYPE),
  set("/object/attachment/0/width", "wide", TYPE),
  set("/object/attachment/0/mediaType", 42, TYPE),
  set("/object/replies", 42, TYPE),
  set("/object/url", 42, TYPE),
  set("/object/inReplyTo", 42, TYPE),
  set("/object/tag/0/href", 42, TYPE),
  set("/object/tag/0/name", 42, TYPE),
  set("/object/oneOf", 42, TYPE, { also: ["poll/option-malformed"] }),
  set("/object/oneOf/0/name", 42, TYPE, { also: ["poll/option-malformed"] }),
  set("/object/oneOf/0/replies/totalItems", "many", TYPE, { also: ["poll/tally-invalid"] }),
  set("/object/endTime", {}, TYPE),
  set("/object/likes", [1], TYPE, { at: "/object/likes/0" }),
  set("/object/shares/totalItems", -1, "as2/out-of-range"),
];

/** What every post of this era has. */
const MISSING: readonly Mutation[] = [
  without("/id", { where: isPost }),
  without("/actor", { also: ["activity/without-actor"] }),
  without("/published", { where: isPost }),
  without("/to", { where: isPost, also: ["post/addressing-differs"] }),
  without("/cc", { where: isPost, also: ["post/addressing-differs"] }),
  without("/object", { also: ["outbox/create-without-object"] }),
  without("/type", { code: "profile/missing-property", where: isPost, also: ["outbox/unknown-item"] }),
  without("/object/id", { also: ["post/without-id", "reference/own-missing"] }),
  without("/object/type", { code: "profile/missing-property" }),
  without("/object/published"),
  without("/object/attributedTo"),
  without("/object/to", { also: ["post/addressing-differs"] }),
  without("/object/cc", { also: ["post/addressing-differs"] }),
  without("/object/content", { also: ["post/without-content"] }),
  without("/object/sensitive"),
  without("/object/attachment", { also: ["media/orphaned"] }),
  without("/object/tag"),
  without("/object/replies"),
  without("/object/likes"),
  without("/object/shares"),
];

/** Texts of another form than theirs. */
const FORMS: readonly Mutation[] = [
  set("/published", "yesterday", DATE, { where: isPost }),
  set("/published", "2024-02-31T10:00:00Z", "date/unreadable", { where: isPost }),
  set("/object/published", "", DATE),
  set("/object/published", "2024-05-01 10:00:00Z", DATE, { also: ["date/out-of-order"] }),
  set("/object/published", "2024-05-01T10:00:00+0200", DATE, { also: ["date/out-of-order"] }),
  set("/object/published", "1714557600", DATE),
  set("/object/updated", "2029-13-01T00:00:00Z", DATE),
  set("/object/endTime", "soon", DATE),
  set("/object/closed", "2024-99-99", DATE),
  set("/id", "activity", "as2/relative-id", { where: isPost }),
  set("/id", "", "as2/invalid-iri", { where: isPost }),
  set("/object/id", "/users/nour/1", "as2/relative-id"),
  set("/object/id", "https://exa mple/1", "as2/invalid-iri"),
  set("/actor", "nour", "as2/relative-reference", {
    also: ["activity/other-actor", "post/attribution-differs"],
    where: isPost,
  }),
  set("/object/inReplyTo", "no address", "as2/invalid-iri"),
  set("/object/url", "../posts/1", "reference/invalid"),
  set("/object/tag/0/href", "@mika", "reference/invalid"),
  set("/object/tag/0/href", "https://a b", "as2/invalid-iri"),
  set("/object/attachment/0/mediaType", "picture", "as2/invalid-media-type"),
  add("/object/contentMap/de_DE!", "x", "as2/invalid-language", {
    at: "/object/contentMap/de_DE!",
    where: (item) => isPublic(item),
  }),
];

/** More than one where there can be one; words in the wrong place. */
const SHAPES: readonly Mutation[] = [
  set("/object/published", ["2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"], "as2/functional-several"),
  set("/object/attachment/0/mediaType", ["image/png", "image/webp"], "as2/functional-several"),
  set("/object/replies", ["https://a.example/r", "https://a.example/s"], "as2/functional-several"),
  set("/object/content", { en: "hello" }, "as2/misplaced-map", {
    also: ["post/without-content", "text/map-differs"],
  }),
  set("/object/to", [null], "as2/null-in-list", { at: "/object/to/0", also: ["post/addressing-differs"] }),
  set("/object/likes", { type: "Person" }, "as2/wrong-type", { at: "/object/likes/type" }),
];

/** What a schema can't see. */
const RULES: readonly Mutation[] = [
  set("/actor", NEW_ID, "activity/other-actor", {
    also: ["id/other-origin", "post/attribution-differs"],
    where: isPost,
  }),
  set("/object/attributedTo", NEW_ID, "post/attribution-differs", { also: ["id/other-origin"] }),
  set("/object/id", "https://elsewhere.example/1", "id/other-origin", { also: ["reference/own-missing"] }),
  set("/id", "https://elsewhere.example/1", "id/other-origin", { where: isPost }),
  set("/object/to", ["https://elsewhere.example/users/bob"], "post/addressing-differs", {}),
  set("/object/cc", ["https://elsewhere.example/users/bob"], "post/addressing-differs", {}),
  add("/bto", ["https://a.example/users/bob"], "secret/blind-recipients", { where: isPost }),
  add("/object/bcc", ["https://a.example/users/bob"], "secret/blind-recipients"),
  set("/object/updated", "2001-01-01T00:00:00Z", "date/out-of-order"),
  set("/object/published", "2031-01-01T00:00:00Z", "date/after-export", {
    at: "",
    also: ["date/out-of-order"],
  }),
  set("/object/updated", "2024-06-01T10:00:00", "post/date-without-zone", { also: ["date/out-of-order"] }),
  add("/object/name", "<b>Title</b>", "text/html-in-name"),
  set("/object/attachment/0/name", "a <em>fine</em> picture", "text/html-in-name"),
  set("/object/content", "<p>Something else</p>", "text/map-differs", {
    at: "/object/contentMap",
    where: (item) => valueAt(item, "/object/contentMap") !== undefined,
  }),
  set("/object/attachment/0/blurhash", "nonsense", "media/invalid-blurhash"),
  set("/object/attachment/0/focalPoint", [0, 3], "number/out-of-range", {
    at: "/object/attachment/0/focalPoint/1",
  }),
  set("/object/attachment/0/type", "Video", "media/kind-differs", {
    at: "/object/attachment/0/mediaType",
    where: (item) => String(valueAt(item, "/object/attachment/0/mediaType")).startsWith("image/"),
  }),
  set("/object/attachment/0/url", "/media_attachments/files/0/gone.png", "media/missing", {
    also: ["media/orphaned"],
  }),
  set("/object/attachment/0/url", "https://files.example/a.png", "media/remote", {
    also: ["media/orphaned"],
  }),
  add("/object/displayName", "Old", "as2/deprecated-term"),
  without("/object/tag/0/href", {
    code: "link/without-href",
    at: "/object/tag/0",
    where: (item) => valueAt(item, "/object/tag/0/type") === "Mention",
  }),
  without("/object/tag/0/name", {
    code: "tag/incomplete",
    at: "/object/tag/0",
    where: (item) => valueAt(item, "/object/tag/0/type") === "Hashtag",
  }),
  set("/object/oneOf/0/name", "", "poll/option-malformed", { at: "/object/oneOf/0" }),
  set("/object/votersCount", 0, "poll/tally-exceeds-voters"),
  add("/object/anyOf", [{ type: "Note", name: "both" }], "as2/forbidden-property", {
    where: (item) => valueAt(item, "/object/oneOf") !== undefined,
  }),
  set("/object/oneOf", [], "poll/without-options", { at: "/object" }),
  {
    name: "the same option twice",
    code: "poll/option-repeated",
    pointer: "/object/oneOf/1/name",
    also: [],
    damage: (item) =>
      valueAt(item, "/object/oneOf/1") !== undefined &&
      put(item, "/object/oneOf/1/name", valueAt(item, "/object/oneOf/0/name")),
  },
  {
    name: "two objects",
    code: "outbox/several-objects",
    pointer: "/object",
    also: [],
    damage: (item) => isPost(item) && put(item, "/object", [valueAt(item, "/object"), "https://a.example/2"]),
  },
  set("/object/inReplyTo", "https://wattenmeer.example/users/nour/statuses/1", "reference/own-missing", {
    at: "",
  }),
];

/** One hundred kinds of damage and a few more. */
export const MUTATIONS: readonly Mutation[] = [...TYPES, ...MISSING, ...FORMS, ...SHAPES, ...RULES];
