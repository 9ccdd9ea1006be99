import { describe, expect, it, vi } from "vitest";
import { compact, createJsonLd, expand, normalize } from "../src/jsonld/index.js";
import { AS2, as, collect, withoutNetwork } from "./jsonld-support.js";

const toot = (term: string): string => `http://joinmastodon.org/ns#${term}`;

const note = {
  "@context": [
    AS2,
    { toot: "http://joinmastodon.org/ns#", blurhash: "toot:blurhash", sensitive: "as:sensitive" },
  ],
  id: "https://m.example/1",
  type: "Note",
  content: "<p>Good morning</p>",
  contentMap: { en: "<p>Good morning</p>", "pt-BR": "<p>Bom dia</p>" },
  published: "2022-11-05T08:00:00Z",
  to: "as:Public",
  sensitive: false,
  attachment: [
    { type: "Document", mediaType: "image/jpeg", url: "https://m.example/a.jpg", blurhash: "UBL_" },
  ],
};

withoutNetwork();

describe("expand", () => {
  it("turns a post into IRIs and arrays", async () => {
    const { found, onDiagnostic } = collect();
    expect(await expand(note, { onDiagnostic })).toEqual([
      {
        "@id": "https://m.example/1",
        "@type": [as("Note")],
        [as("attachment")]: [
          {
            "@type": [as("Document")],
            [as("mediaType")]: [{ "@value": "image/jpeg" }],
            [as("url")]: [{ "@id": "https://m.example/a.jpg" }],
            [toot("blurhash")]: [{ "@value": "UBL_" }],
          },
        ],
        [as("content")]: [
          { "@value": "<p>Good morning</p>" },
          { "@value": "<p>Good morning</p>", "@language": "en" },
          { "@value": "<p>Bom dia</p>", "@language": "pt-br" },
        ],
        [as("published")]: [
          { "@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": "2022-11-05T08:00:00Z" },
        ],
        [as("sensitive")]: [{ "@value": false }],
        [as("to")]: [{ "@id": as("Public") }],
      },
    ]);
    expect(found).toEqual([]);
  });

  it("keeps a focal point a list and a poll's count a number", async () => {
    const [first] =
      (await expand({
        type: "Question",
        votersCount: 3,
        attachment: { type: "Image", focalPoint: [0.5, -1] },
      })) ?? [];
    expect(first).toMatchObject({
      [toot("votersCount")]: [{ "@value": 3 }],
      [as("attachment")]: [{ [toot("focalPoint")]: [{ "@list": [{ "@value": 0.5 }, { "@value": -1 }] }] }],
    });
  });

  it("leaves the document as it was", async () => {
    const before = structuredClone(note);
    await expand(note);
    await normalize(note);
    await compact(note, note["@context"]);
    expect(note).toEqual(before);
  });

  it("takes an actor of Pleroma, whose context its own host serves", async () => {
    const { found, onDiagnostic } = collect();
    const result = await expand(
      {
        "@context": [AS2, "https://pleroma.example/schemas/litepub-0.1.jsonld", { "@language": "und" }],
        id: "https://pleroma.example/users/ada",
        type: "Person",
        name: "Ada",
        capabilities: { acceptsChatMessages: true },
        discoverable: true,
        "vcard:bday": "1815-12-10",
      },
      { onDiagnostic },
    );
    expect(result?.[0]).toMatchObject({
      [as("name")]: [{ "@value": "Ada", "@language": "und" }],
      "http://litepub.social/ns#capabilities": [{}],
      [toot("discoverable")]: [{ "@value": true }],
      "http://www.w3.org/2006/vcard/ns#bday": [{ "@value": "1815-12-10" }],
    });
    expect(found).toEqual([]);
  });

  it("resolves relative IRIs against `base` only", async () => {
    expect(await expand({ id: "likes.json", type: "Note" })).toMatchObject([{ "@id": "likes.json" }]);
    expect(await expand({ id: "likes.json", type: "Note" }, { base: "https://m.example/x/" })).toMatchObject([
      { "@id": "https://m.example/x/likes.json" },
    ]);
  });

  it("reads items in the context of the document around them", async () => {
    const envelope = [AS2, { stripes: "https://zoo.example/ns#stripes" }];
    const item = { type: "Note", stripes: 9 };
    for (const options of [
      { context: envelope },
      { context: envelope, fediverse: false },
      { context: { "@context": envelope } },
    ])
      expect(await expand(item, options)).toEqual([
        { "@type": [as("Note")], "https://zoo.example/ns#stripes": [{ "@value": 9 }] },
      ]);
    const others = await Promise.all(
      [1, 2, 3].map((n) => expand(item, { context: [AS2, { stripes: `https://zoo.example/${n}` }] })),
    );
    expect(others.map((result) => Object.keys(result?.[0] ?? {})[0])).toEqual(
      [1, 2, 3].map((n) => `https://zoo.example/${n}`),
    );
  });
});

describe("unknown contexts", () => {
  it("are empty, and a finding each", async () => {
    const { found, onDiagnostic } = collect();
    const document = {
      "@context": [AS2, "https://nowhere.example/ns", "https://nowhere.example/ns"],
      id: "https://m.example/1",
      name: "x",
      object: { "@context": "https://else.example/ns", name: "y" },
    };
    for (const _ of [1, 2])
      expect(
        await expand(document, { onDiagnostic, file: "outbox.json", pointer: "/orderedItems/7" }),
      ).toMatchObject([
        { [as("name")]: [{ "@value": "x" }], [as("object")]: [{ [as("name")]: [{ "@value": "y" }] }] },
      ]);
    const place = {
      code: "jsonld/unknown-context",
      severity: "warning",
      file: "outbox.json",
      id: "https://m.example/1",
    };
    const once = [
      { ...place, pointer: "/orderedItems/7/@context/1", actual: "https://nowhere.example/ns" },
      { ...place, pointer: "/orderedItems/7/object/@context", actual: "https://else.example/ns" },
    ];
    expect(found).toMatchObject([...once, ...once]);
  });

  it("can be made known, also those that contexts draw in", async () => {
    const { found, onDiagnostic } = collect();
    const jsonld = createJsonLd({
      contexts: {
        "https://zoo.example/ns": { "@context": ["stripes.jsonld", "https://nowhere.example/ns"] },
        "https://zoo.example/stripes": { stripes: "https://zoo.example/ns#stripes" },
      },
    });
    expect(
      await jsonld.expand({ "@context": "http://zoo.example/ns.jsonld", stripes: 9 }, { onDiagnostic }),
    ).toEqual([{ "https://zoo.example/ns#stripes": [{ "@value": 9 }] }]);
    expect(found.map(({ actual }) => actual)).toEqual(["https://nowhere.example/ns"]);
    expect(await expand({ "@context": "https://zoo.example/ns", stripes: 9 })).toEqual([]);
  });
});

describe("the option `fediverse`", () => {
  const bare = {
    "@context": AS2,
    id: "https://m.example/1",
    sensitive: true,
    tag: { type: "Hashtag", name: "#x" },
  };

  it("defines well-known terms that the document uses without defining them", async () => {
    expect(await expand(bare)).toMatchObject([
      { [as("sensitive")]: [{ "@value": true }], [as("tag")]: [{ "@type": [as("Hashtag")] }] },
    ]);
    expect(await expand(bare, { fediverse: false })).toMatchObject([{ "_:sensitive": [{ "@value": true }] }]);
  });

  it("takes AS2's context where none is named", async () => {
    expect(await expand({ type: "Note", name: "x" })).toEqual([
      { "@type": [as("Note")], [as("name")]: [{ "@value": "x" }] },
    ]);
    expect(await expand({ type: "Note", name: "x" }, { fediverse: false })).toEqual([]);
  });

  it("never overrides what the document defines", async () => {
    const own = "https://own.example/ns#";
    expect(
      await expand({
        ...bare,
        "@context": [AS2, { sensitive: `${own}sensitive`, Hashtag: null, toot: own }],
        "toot:x": 1,
      }),
    ).toEqual(
      await expand(
        {
          ...bare,
          "@context": [AS2, { sensitive: `${own}sensitive`, Hashtag: null, toot: own }],
          "toot:x": 1,
        },
        { fediverse: false },
      ),
    );
    for (const context of [
      [AS2, { "@vocab": own }],
      "https://schema.org",
      { "@vocab": "http://schema.org/" },
    ])
      expect(await expand({ ...bare, "@context": context })).toEqual(
        await expand({ ...bare, "@context": context }, { fediverse: false }),
      );
  });

  it("changes nothing in a document that defines all it uses", async () => {
    expect(await expand(note)).toEqual(await expand(note, { fediverse: false }));
  });
});

describe("compact", () => {
  it("gives back what was expanded", async () => {
    const expanded = await expand(note);
    const { "@context": _, ...rest } = note;
    const [attachment] = rest.attachment;
    expect(await compact(expanded, note["@context"])).toMatchObject({
      id: note.id,
      sensitive: false,
      attachment,
    });
    expect(await expand(await compact(expanded, note["@context"]))).toEqual(expanded);
    expect(await compact({ "@context": { text: as("content") }, text: "Hello" }, AS2)).toEqual({
      "@context": AS2,
      content: "Hello",
    });
  });

  it("fills in the document's terms whatever it is compacted to", async () => {
    const context = { "@vocab": `${AS2}#` };
    expect(await compact({ "@context": AS2, sensitive: true }, context)).toEqual({
      "@context": context,
      sensitive: true,
    });
  });

  it("refuses a context that is none", async () => {
    const { found, onDiagnostic } = collect();
    expect(await compact(note, { "@vocab": 7 }, { onDiagnostic })).toBeNull();
    expect(await compact(note, null, { onDiagnostic })).toBeNull();
    expect(found).toMatchObject([{ actual: "invalid vocab mapping" }, { actual: "invalid local context" }]);
  });
});

describe("normalize", () => {
  it("gives canonical N-Quads", async () => {
    expect(
      await normalize({
        "@context": AS2,
        id: "https://m.example/1",
        type: "Note",
        tag: [{ name: "a" }, { name: "b" }],
      }),
    ).toBe(
      [
        "<https://m.example/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/ns/activitystreams#Note> .\n",
        "<https://m.example/1> <https://www.w3.org/ns/activitystreams#tag> _:c14n0 .\n",
        "<https://m.example/1> <https://www.w3.org/ns/activitystreams#tag> _:c14n1 .\n",
        '_:c14n0 <https://www.w3.org/ns/activitystreams#name> "b" .\n',
        '_:c14n1 <https://www.w3.org/ns/activitystreams#name> "a" .\n',
      ].join(""),
    );
  });

  it("is the same for the same meaning", async () => {
    const reversed = Object.fromEntries(Object.entries(note).reverse());
    expect(await normalize(reversed)).toBe(await normalize(note));
    expect(await normalize(await expand(note))).toBe(await normalize(note));
  });

  it("refuses to lose a part with `safe`", async () => {
    const { found, onDiagnostic } = collect();
    const document = { "@context": { name: as("name") }, name: "x", unheardOf: 1 };
    expect(await normalize(document, { safe: true, fediverse: false, onDiagnostic })).toBeNull();
    expect(await normalize(document, { onDiagnostic })).toContain('"x"');
    expect(found).toMatchObject([{ code: "jsonld/invalid", actual: "invalid property" }]);
  });

  it("gives up on a graph made to take for ever", async () => {
    const { found, onDiagnostic } = collect();
    const nodes = Array.from({ length: 12 }, (_, i) => ({
      "@id": `_:n${i}`,
      "https://x.example/p": Array.from({ length: 12 }, (__, j) => ({ "@id": `_:n${j}` })).filter(
        (___, j) => j !== i,
      ),
    }));
    expect(await normalize(nodes, { onDiagnostic })).toBeNull();
    expect(found).toMatchObject([{ code: "jsonld/invalid", actual: "canonicalization too complex" }]);
  });

  it("stops when it is told to", async () => {
    const stop = new Error("enough");
    await expect(normalize(note, { signal: AbortSignal.abort(stop) })).rejects.toBe(stop);
  });
});

it("loads neither the library nor the contexts before they are needed", async () => {
  const loaded: string[] = [];
  vi.resetModules();
  vi.doMock("jsonld", async (original) => {
    loaded.push("jsonld");
    return await original<typeof import("jsonld")>();
  });
  vi.doMock("../src/jsonld/contexts.js", async (original) => {
    loaded.push("contexts");
    return await original<typeof import("../src/jsonld/contexts.js")>();
  });
  await import("../src/index.js");
  const fresh = await import("../src/jsonld/index.js");
  fresh.createJsonLd();
  expect(await fresh.expand(7)).toBeNull();
  expect(loaded).toEqual([]);
  expect(await fresh.expand({ name: "x" })).toEqual([{ [as("name")]: [{ "@value": "x" }] }]);
  expect(loaded.sort()).toEqual(["contexts", "jsonld"]);
  vi.doUnmock("jsonld");
  vi.doUnmock("../src/jsonld/contexts.js");
});

it("exports what it says it does", async () => {
  expect(Object.keys(await import("../src/jsonld/index.js")).sort()).toEqual([
    "JSONLD_LIMITS",
    "compact",
    "createJsonLd",
    "expand",
    "loadContext",
    "normalize",
  ]);
});
