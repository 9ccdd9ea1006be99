import { DIAGNOSTICS, type DiagnosticRule } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brief, bytes, checker } from "./checker.js";
import { directItem, mastodonItem } from "./mastodon-item.js";

const as2 = await checker({ profile: "as2" });
const wild = await checker({ profile: "wild" });
const mastodon = await checker({ profile: "mastodon-archive", era: "4.3-4.4" });

describe("by the letter of AS2, one thing wrong is one finding:", () => {
  it.each<readonly [string, unknown, string]>([
    ["a list", [{ type: "Note" }], "as2/not-an-object "],
    ["a number", 42, "as2/not-an-object "],
    ["nothing", null, "as2/not-an-object "],
    ["text that is a number", { content: 42 }, "as2/required-type /content"],
    ["an id that is a number", { id: 4 }, "as2/required-type /id"],
    ["an id in a list", { id: ["https://a.example/"] }, "as2/required-type /id"],
    ["a type that is an object", { type: {} }, "as2/required-type /type"],
    ["a number among types", { type: ["Note", 5] }, "as2/required-type /type/1"],
    ["a list in a list", { to: [["https://a.example/"]] }, "as2/required-type /to/0"],
    ["null in a list", { to: [null] }, "as2/null-in-list /to/0"],
    ["half a pixel", { width: 1.5 }, "as2/required-type /width"],
    ["a context of a number", { "@context": 3 }, "as2/required-type /@context"],
    [
      "a number among contexts",
      { "@context": ["https://www.w3.org/ns/activitystreams", 3] },
      "as2/required-type /@context/1",
    ],
    ["another context", { "@context": "http://schema.org" }, "as2/foreign-context /@context"],
    ["other contexts", { "@context": ["http://schema.org"] }, "as2/foreign-context /@context"],
    ["a map for a name", { name: { en: "x" } }, "as2/misplaced-map /name"],
    ["a name for a map", { nameMap: "x" }, "as2/required-type /nameMap"],
    ["a number in a map", { contentMap: { en: 4 } }, "as2/required-type /contentMap"],
    [
      "the same where the language is spelled like a property",
      { contentMap: { id: 4 } },
      "as2/required-type /contentMap/id",
    ],
    ["a language that is none", { contentMap: { "de-419-DE": "x" } }, "as2/invalid-language /contentMap"],
    [
      "a language of a link",
      { type: "Link", hreflang: "english language" },
      "as2/invalid-language /hreflang",
    ],
    [
      "two dates",
      { published: ["2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z"] },
      "as2/functional-several /published",
    ],
    ["a day for a date", { published: "2024-05-01" }, "as2/invalid-date /published"],
    ["a day that no February has", { published: "2024-02-30T10:00:00Z" }, "date/unreadable /published"],
    ["an address without a host", { url: "https://" }, "as2/invalid-iri /url"],
    ["a host whose bracket stays open", { url: "https://[e" }, "as2/invalid-iri /url"],
    ["half an octet", { id: "https://a.example/%zz" }, "as2/invalid-iri /id"],
    ["a thirteenth month", { updated: "2024-13-01T10:00:00Z" }, "as2/invalid-date /updated"],
    ["a poll closed by a bad date", { type: "Question", closed: "2024-13-01" }, "as2/invalid-date /closed"],
    ["seconds for a duration", { duration: "5 seconds" }, "as2/invalid-duration /duration"],
    ["an extension for a media type", { mediaType: "jpg" }, "as2/invalid-media-type /mediaType"],
    ["a relation with spaces", { type: "Link", rel: "me canonical" }, "as2/invalid-relation /rel"],
    ["a furlong", { type: "Place", units: "furlong" }, "as2/invalid-unit /units"],
    ["words for a number", { type: "Place", latitude: "north" }, "as2/invalid-number /latitude"],
    ["more than everything", { type: "Place", accuracy: 101 }, "as2/out-of-range /accuracy"],
    ["less than nothing", { type: "Collection", totalItems: -1 }, "as2/out-of-range /totalItems"],
    ["a type with a space", { type: "My Note" }, "as2/invalid-term /type"],
    ["a relative id", { id: "notes/1" }, "as2/relative-id /id"],
    ["an id with spaces", { id: "https://a.example/a b" }, "as2/invalid-iri /id"],
    ["a relative address", { type: "Image", url: "images/sally.jpg" }, "as2/relative-url /url"],
    ["a name for an actor", { type: "Like", actor: "sally" }, "as2/relative-reference /actor"],
    ["nobody to answer to", { inReplyTo: "" }, "as2/invalid-iri /inReplyTo"],
    [
      "a page of another class",
      { type: "Collection", first: { type: "Offer" } },
      "as2/wrong-type /first/type",
    ],
    [
      "items in order that are not",
      { type: "OrderedCollection", items: [] },
      "as2/forbidden-property /items",
    ],
    [
      "order where there is none",
      { type: "Collection", orderedItems: [] },
      "as2/forbidden-property /orderedItems",
    ],
    [
      "an arrival at something",
      { type: "Arrive", object: { type: "Place" } },
      "as2/forbidden-property /object",
    ],
    [
      "both kinds of choices",
      { type: "Question", oneOf: [{ name: "a" }], anyOf: [{ name: "b" }] },
      "as2/forbidden-property /anyOf",
    ],
    [
      "both, one of them alone",
      { type: "Question", oneOf: [{ name: "a" }], anyOf: { name: "b" } },
      "as2/forbidden-property /anyOf",
    ],
    [
      "all of it, deep down",
      { object: { tag: [{}, { "a/b": 1, href: 7 }] } },
      "as2/required-type /object/tag/1/href",
    ],
  ])("%s", (_what, document, expected) => {
    expect(brief(as2(document))).toEqual([expected]);
  });
});

describe("in the wild", () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ["a JSON type that no reading allows is an error", { content: 7 }, ["as2/required-type /content"]],
    ["so is a map for a text", { name: { en: "x" } }, ["as2/misplaced-map /name"]],
    ["and words for a number", { width: "wide" }, ["as2/invalid-number /width"]],
    [
      "dates, ids and types may be odd",
      { id: "outbox.json", published: "2017-07-12 19:30", icon: { type: "Document" } },
      [],
    ],
  ])("%s", (_what, document, expected) => {
    expect(brief(wild(document))).toEqual(expected);
  });

  it("nesting beyond all measure is a finding, not a failure", () => {
    let nested: unknown = { type: "Note" };
    for (let depth = 0; depth < 200_000; depth += 1) nested = { object: nested };
    expect(brief(wild(nested))).toContain("json/too-deep ");
  });
});

describe("a finding", () => {
  it("says what, where, what was expected, what stood there, and where that is written", () => {
    const item = { ...mastodonItem, object: { ...mastodonItem.object, published: "yesterday" } };
    const place = { file: "outbox.json", kind: "item", pointer: "/orderedItems/12", offset: 48211 } as const;
    expect(mastodon(item, place)).toEqual([
      {
        code: "as2/invalid-date",
        severity: "error",
        message: "A date is not in the form that is prescribed.",
        file: "outbox.json",
        pointer: "/orderedItems/12/object/published",
        offset: 48211,
        id: mastodonItem.object.id,
        expected: "a date and time as in RFC 3339; AS2 lets the seconds be left out",
        actual: '"yesterday"',
        hint: DIAGNOSTICS["as2/invalid-date"].hint,
        docs: "https://www.w3.org/TR/activitystreams-core/#dates",
      },
    ]);
  });

  it("has the severity that the profile gives its code", async () => {
    const mild = await checker({
      profile: {
        name: "mild",
        extends: "as2",
        rules: { "as2/invalid-date": "info", "as2/relative-id": "off" },
      },
    });
    const found = mild({ type: "Note", id: "a", published: "b" });
    expect(
      found.filter((each) => each.code.startsWith("as2/")).map((each) => [each.code, each.severity]),
    ).toEqual([["as2/invalid-date", "info"]]);
  });

  it("has, where it tells one, the address of a specification", () => {
    const rules: Readonly<Record<string, DiagnosticRule>> = DIAGNOSTICS;
    for (const [code, { docs }] of Object.entries(rules)) {
      if (docs !== undefined) expect(docs, code).toMatch(/^https:\/\/\S+$/);
    }
  });

  it("names the property that a profile demands", async () => {
    const activitypub = await checker({ profile: "activitypub" });
    expect(brief(activitypub({ type: "Person", inbox: "https://a.example/inbox" }))).toEqual([
      "profile/missing-property /outbox",
    ]);
    expect(brief(activitypub({}))).toEqual(["profile/missing-property /type"]);
  });
});

describe("the text of a document", () => {
  it.each<readonly [string, Uint8Array, readonly string[]]>([
    ["is JSON", bytes('{"type":"Note","content":"a\u0001b"}'), ["json/invalid /content"]],
    [
      "may break its lines anywhere",
      bytes(`{"type":"Note","content":"a\n\\"b","id":4}`),
      ["as2/required-type /id"],
    ],
    ["is whole", bytes('{"type":"Note","tag":[{"name":"x"},{"na'), ["json/invalid /tag/1"]],
    ["is one value", bytes('{"type":"Note"} {}'), ["json/invalid "]],
    ["is not empty", bytes(""), ["json/invalid "]],
    [
      "is UTF-8",
      Uint8Array.from([...bytes('{"name":"'), 0xe6, ...bytes('","id":4}')]),
      ["json/invalid-utf8 /name", "as2/required-type /id"],
    ],
    ["is one object", bytes("[{}]"), ["as2/not-an-object "]],
    ["may begin with a byte order mark", bytes('\uFEFF{"type":"Note"}'), []],
  ])("%s", (_what, text, expected) => {
    expect(brief(as2(text))).toEqual(expected);
  });

  it("is no JSON with a line break in a string, which the letter of AS2 forgives", () => {
    const [strict] = as2(bytes('{"type":"Note","content":"a\nb\tc"}'));
    expect(strict).toMatchObject({
      code: "json/control-character",
      severity: "warning",
      pointer: "/content",
    });
    expect(brief(wild(bytes('{"type":"Note","content":"a\nb"}')))).toEqual([
      "json/control-character /content",
    ]);
  });

  it("has no key twice", () => {
    const found = as2(bytes('{"type":"Note","tag":[{"name":"a","n\\u0061me":"b"}]}'));
    expect(found.map((each) => [each.code, each.pointer, each.offset])).toEqual([
      ["json/duplicate-key", "/tag/0/name", 22],
    ]);
  });

  it("gives findings in lists the byte at which the innermost item begins", () => {
    const text = '{"orderedItems": [ {"type":"Note"}, {"type":"Note", "tag": [ {"href": 7} ]} ], "id": 7}';
    expect(as2(bytes(text)).map((each) => [each.pointer, each.offset])).toEqual(
      expect.arrayContaining([
        ["/orderedItems/1/tag/0/href", text.indexOf('{"href"')],
        ["/id", undefined],
      ]),
    );
  });
});

describe("an item whose bytes are at hand", () => {
  const text =
    '{"type":"Note","content":"ä","tag":[{"type":"Hashtag","name":"#a"},  {"type":"Mention","href":4}]}';
  const item: unknown = JSON.parse(text);
  const place = { file: "outbox.json", kind: "item", pointer: "/orderedItems/7", offset: 1000 } as const;

  it("has the byte of the innermost list item in its findings", () => {
    const [found] = wild(item, { ...place, bytes: () => bytes(text) }).filter(
      (each) => each.pointer === "/orderedItems/7/tag/1/href",
    );
    expect(found?.offset).toBe(1000 + bytes(text.slice(0, text.indexOf('{"type":"Mention"'))).length);
  });

  it("is asked for them only then, and may have lost them", () => {
    const never = (): never => expect.unreachable();
    expect(mastodon(mastodonItem, { ...place, bytes: never })).toEqual([]);
    expect(wild({ ...mastodonItem, id: 4 }, { file: "actor.json", bytes: never })).toHaveLength(1);
    expect(wild(item, { ...place, bytes: () => null })[0]?.offset).toBe(1000);
  });
});

describe("what is not public", () => {
  const SECRET = "hush";
  const item = (change: object): object => ({ ...directItem, object: { ...directItem.object, ...change } });

  it("is not quoted, unless its reader asks for it", async () => {
    const secret = item({ published: `${SECRET} 1`, contentMap: { [`${SECRET} ${SECRET}`]: SECRET } });
    const found = mastodon(secret);
    expect(new Set(found.map((each) => each.pointer))).toEqual(
      new Set(["/object/published", "/object/contentMap"]),
    );
    expect(JSON.stringify(found)).not.toContain(SECRET);
    const open = await checker({ profile: "mastodon-archive", showContent: true });
    expect(open(secret).map((each) => [each.pointer, each.actual])).toEqual(
      expect.arrayContaining([["/object/published", '"hush 1"']]),
    );
  });

  it("is not quoted from within a public collection, nor where its place says that it is hidden", () => {
    const outbox = { type: "OrderedCollection", orderedItems: [mastodonItem, item({ updated: SECRET })] };
    expect(brief(as2(outbox))).toContain("as2/invalid-date /orderedItems/1/object/updated");
    expect(JSON.stringify(as2(outbox))).not.toContain(SECRET);
    const hidden = { ...mastodonItem, published: SECRET };
    expect(JSON.stringify(mastodon(hidden))).toContain(SECRET);
    expect(JSON.stringify(mastodon(hidden, { visibility: "direct" }))).not.toContain(SECRET);
  });

  it("stands in no diagnostic, wherever the text of a direct post is put, in any profile", async () => {
    const profiles = await Promise.all(
      ["as2", "activitypub", "wild", "mastodon-archive", "fep-6fcd"].map((profile) => checker({ profile })),
    );
    const text = fc.constantFrom(
      SECRET,
      `${SECRET} ${SECRET}`,
      `<p>${SECRET}</p>`,
      `${SECRET}/1`,
      `2024-${SECRET}`,
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        text,
        fc.array(tie("value"), { maxLength: 2 }),
        fc.dictionary(fc.oneof(text, fc.constantFrom(...Object.keys(directItem.object))), tie("value"), {
          maxKeys: 3,
        }),
      ),
    }));
    const key = fc.oneof(
      text,
      fc.constantFrom(...Object.keys(directItem.object).filter((each) => each !== "to" && each !== "cc")),
    );
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 4 }), (change) => {
        for (const check of profiles) {
          expect(JSON.stringify(check(item(change)))).not.toContain(SECRET);
          expect(JSON.stringify(check(bytes(JSON.stringify(item(change)))))).not.toContain(SECRET);
        }
      }),
      { numRuns: 500 },
    );
  });
});
