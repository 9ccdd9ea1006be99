import type { JsonObject } from "@archive/schema";
import { PROFILES, type ResolvedProfile, resolveProfile } from "@archive/schema/validate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACTS } from "../src/generated/validators/facts.js";
import { rulesBut, watchedProperties } from "../src/rules/index.js";
import { requiredFindings } from "../src/validate/required-findings.js";
import { schemaFindings } from "../src/validate/schema-findings.js";
import { usualItem } from "../src/validate/usual-item.js";
import { loadValidator } from "../src/validators/load.js";
import { corpusDocuments } from "./corpus.js";
import { mastodonItem } from "./mastodon-item.js";

const ACTOR = { id: "https://m.example/users/ada", type: "Person" };
const profiles = PROFILES.flatMap((profile) => [
  resolveProfile(profile),
  ...Object.keys(profile.eras ?? {}).map((era) => resolveProfile(profile, era)),
]);

/** What is found without the quick look. */
async function thorough(profile: ResolvedProfile): Promise<(item: JsonObject) => readonly string[]> {
  const validate = await loadValidator(profile.schemas.item ?? "wild/document");
  const rules = rulesBut((code) => profile.rules[code] === "off");
  const required = new Map(Object.entries(profile.required));
  return (item) =>
    [
      ...(validate(item) ? [] : schemaFindings(item, validate.errors ?? [])),
      ...requiredFindings(item, required),
      ...rules.check(item, { actor: ACTOR, profile: profile.name }),
    ]
      .map(({ code }) => code)
      .filter((code) => profile.rules[code] !== "off");
}

const looks = await Promise.all(
  profiles.map(async (profile) => ({
    name: profile.name,
    isUsual: usualItem(profile, watchedProperties, ACTOR),
    find: await thorough(profile),
  })),
);

/** Passes no document in which there is something to find; tells how many it passes. */
function passes(item: JsonObject): number {
  let count = 0;
  for (const { isUsual, find } of looks) {
    if (!isUsual(item)) continue;
    expect(find(item)).toEqual([]);
    count += 1;
  }
  return count;
}

const poll = {
  ...mastodonItem,
  object: {
    ...mastodonItem.object,
    type: "Question",
    endTime: "2024-05-31T10:00:00Z",
    votersCount: 3,
    oneOf: [
      { type: "Note", name: "tea", replies: { type: "Collection", totalItems: 1 } },
      { type: "Note", name: "more tea", replies: { type: "Collection", totalItems: 2 } },
    ],
    interactionPolicy: { canQuote: { automaticApproval: ["https://www.w3.org/ns/activitystreams#Public"] } },
  },
};
const boost = {
  id: "https://m.example/users/ada/statuses/2/activity",
  type: "Announce",
  actor: ACTOR.id,
  published: "2024-01-31T10:00:00Z",
  to: ["https://www.w3.org/ns/activitystreams#Public"],
  cc: [`${ACTOR.id}/followers`],
  object: "https://b.example/objects/1",
};
const bases: readonly JsonObject[] = [mastodonItem, poll, boost, mastodonItem.object];

/** Every place in a document. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))];
}

function withValue(value: unknown, [key, ...rest]: readonly string[], next: unknown): unknown {
  if (key === undefined) return next;
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === key ? withValue(each, rest, next) : each));
  const object: JsonObject = Object(value);
  return { ...object, [key]: withValue(object[key], rest, next) };
}

const values = bases.flatMap((base) =>
  placesIn(base).map((path) => path.reduce<unknown>((value, key) => Object(value)[key], base)),
);
const odd: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    0.5,
    2 ** 53,
    1e308,
    [],
    {},
    [[]],
    [null],
    [{}],
    "",
    " ",
    "x",
    "/x.jpg",
    "a b",
  ],
  ...[
    "<b>x</b>",
    "<3",
    "Public",
    "as:Public",
    "javascript:alert(1)",
    "http://",
    "https://a.example",
    "tag:x",
  ],
  ...["2023-02-29T10:00:00Z", "2024-02-30T10:00:00Z", "2024-04-31T10:00:00Z", "2024-05-01T10:00:00.5Z"],
  ...[
    "2024-05-01T10:00:00",
    "2024-05-01",
    "2024-05-01T24:00:00Z",
    "2024-05-01T10:00:00+14:00",
    "en",
    "image/png",
  ],
  ...[
    { en: "x" },
    { "": "x" },
    { en: 4 },
    { type: "Note" },
    { type: "Person" },
    { type: "OrderedCollection" },
  ],
  ...[
    "Create",
    "Like",
    "Note",
    "Question",
    "Person",
    "Link",
    "Image",
    "Video",
    "Collection",
    ["Note", "Create"],
  ],
];
const keys = [...new Set([...FACTS.keys(), ...watchedProperties, "@context", "unheardOf"])];

describe("the quick look", () => {
  it("passes what Mastodon writes, so that it is worth having", () => {
    // The letter of AS2 has no paths of files, and eras of Mastodon ask for keys that came with them.
    for (const base of bases) expect(passes(base)).toBeGreaterThan(looks.length / 2);
  });

  it("passes no post in which one value is another", () => {
    const base = fc.constantFrom(...bases);
    fc.assert(
      fc.property(base, fc.nat(), fc.constantFrom(...odd, ...values), (item, at, value) => {
        const places = placesIn(item);
        const changed = withValue(item, places[at % places.length] ?? [], value);
        passes(typeof changed === "object" && !Array.isArray(changed) ? Object(changed) : { value: changed });
      }),
      { numRuns: 3000 },
    );
  });

  it("passes no post in which an object has a key more", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        fc.nat(),
        fc.constantFrom(...keys),
        fc.constantFrom(...odd, ...values),
        (item, at, key, value) => {
          const objects = placesIn(item).filter((path) => {
            const held = path.reduce<unknown>((each, name) => Object(each)[name], item);
            return typeof held === "object" && held !== null && !Array.isArray(held);
          });
          passes(Object(withValue(item, [...(objects[at % objects.length] ?? []), key], value)));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("looks no deeper than objects usually nest, and so never runs out of stack", () => {
    const inner = ["object", "canQuote", "replies", "first", "signature", "tag"].map((key) => {
      let nested: JsonObject = { type: "Note" };
      for (let depth = 0; depth < 20_000; depth += 1) nested = { type: "Note", [key]: nested };
      return {
        ...mastodonItem,
        object: { ...mastodonItem.object, interactionPolicy: nested, [key]: nested },
      };
    });
    for (const item of inner) expect(looks.some(({ isUsual }) => isUsual(item))).toBe(false);
    let policy: JsonObject = { canQuote: {} };
    for (let depth = 0; depth < 20_000; depth += 1) policy = { canQuote: policy };
    const item = { ...mastodonItem, object: { ...mastodonItem.object, interactionPolicy: policy } };
    expect(looks.some(({ isUsual }) => isUsual(item))).toBe(false);
  });

  it.skipIf(corpusDocuments.length === 0)(
    "passes no real document in which there is something to find",
    () => {
      for (const { value } of corpusDocuments) {
        if (typeof value === "object" && value !== null && !Array.isArray(value)) passes(Object(value));
      }
    },
  );
});
