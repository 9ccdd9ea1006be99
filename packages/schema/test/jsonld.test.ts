import http from "node:http";
import https from "node:https";
import net from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import proposals from "../contexts/fep.json" with { type: "json" };
import type { Diagnostic } from "../src/diagnostic/diagnostic.js";
import { isJsonObject, type JsonObject } from "../src/json.js";
import { CONTEXT_ADDRESSES, contextName } from "../src/jsonld/context-address.js";
import { bundledContext, FEDIVERSE_ADDRESS } from "../src/jsonld/contexts.js";
import { compact, createJsonLd, expand, JSONLD_LIMITS, loadContext, normalize } from "../src/jsonld/index.js";
import { NAMESPACES } from "../src/vocabulary/tables.js";

const AS2 = "https://www.w3.org/ns/activitystreams";
const as = (term: string): string => `${AS2}#${term}`;
const toot = (term: string): string => `http://joinmastodon.org/ns#${term}`;

const refuse = (): never => {
  throw new Error("the network was used");
};

beforeAll(() => {
  vi.stubGlobal("fetch", refuse);
  vi.spyOn(http, "request").mockImplementation(refuse);
  vi.spyOn(https, "request").mockImplementation(refuse);
  vi.spyOn(net.Socket.prototype, "connect").mockImplementation(refuse);
});

afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The terms of a context's last object, each with its IRI; prefixes are left out. */
function definitionsOf(document: JsonObject | null): Record<string, string> {
  const context = [document?.["@context"]].flat().findLast(isJsonObject) ?? {};
  const idOf = (value: unknown): string =>
    typeof value === "string" ? value : isJsonObject(value) ? String(value["@id"]) : "";
  const prefixes: JsonObject = { as: `${AS2}#`, ...context };
  const absolute = (iri: string): string =>
    iri.replace(/^(\w+):(?!\/\/)/u, (whole, prefix: string) => idOf(prefixes[prefix]) || whole);
  return Object.fromEntries(
    Object.entries(context)
      .map(([term, value]): [string, string] => [term, absolute(idOf(value))])
      .filter(([, iri]) => !/[#/]$|^@/u.test(iri)),
  );
}

function collect(): { readonly found: Diagnostic[]; readonly onDiagnostic: (found: Diagnostic) => void } {
  const found: Diagnostic[] = [];
  return { found, onDiagnostic: (diagnostic) => found.push(diagnostic) };
}

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

describe("bundled contexts", () => {
  it("are found by all their addresses", async () => {
    const aliases: Record<string, string> = {
      "http://www.w3.org/ns/activitystreams": "activitystreams",
      "https://www.w3.org/ns/activitystreams#": "activitystreams",
      "https://WWW.W3.org/ns/activitystreams.jsonld": "activitystreams",
      "//www.w3.org/ns/activitystreams/": "activitystreams",
      "https://{{domain}}/schemas/litepub-0.1.jsonld": "litepub-0.1",
      "https://any.example/schemas/litepub-0.1.jsonld?v=2": "litepub-0.1",
      "https://hub.example/apschema": "apschema",
      "https://hub.example/apschema/v1.10": "apschema",
      "https://lemmy.example/context.json": "join-lemmy",
      "https://kbin.example/contexts": "mbin",
      "https://schema.org/": "schema-org",
      "https://w3id.org/fep/7628": "fep/7628",
      "https://w3id.org/fep/bad1/history": "fep/bad1",
    };
    for (const [address, name] of Object.entries(aliases)) {
      expect(contextName(address), address).toBe(name);
      expect(await loadContext(address), address).toHaveProperty("@context");
    }
    for (const address of [
      "",
      "ns",
      "https://www.w3.org/ns/activitystreams/x",
      "https://m.example/contexts/1-2",
      "urn:x",
    ])
      expect(contextName(address), address).toBeNull();
    expect(contextName("https://constructor")).toBeNull();
    expect(await loadContext("https://w3id.org/fep/ffff")).toBeNull();
  });

  it("can all be processed, and draw in nothing that is missing", async () => {
    const addresses = [
      ...Object.keys(CONTEXT_ADDRESSES).map((address) => `https://${address}`),
      ...Object.keys(proposals).map((slug) => `https://w3id.org/fep/${slug}`),
    ];
    for (const address of addresses) {
      const { found, onDiagnostic } = collect();
      const result = await expand(
        { "@context": address, "@id": "https://a.example/", [as("name")]: "x" },
        { fediverse: false, onDiagnostic },
      );
      expect(result, address).toEqual([{ "@id": "https://a.example/", [as("name")]: [{ "@value": "x" }] }]);
      expect(found, address).toEqual([]);
    }
  });

  it("written here give terms the IRIs of the vocabulary", () => {
    const iris = new Map<string, string[]>();
    for (const { terms } of NAMESPACES)
      for (const term of terms)
        if ("iri" in term) iris.set(term.name, [...(iris.get(term.name) ?? []), term.iri]);
    for (const address of [
      FEDIVERSE_ADDRESS,
      "https://a.example/schemas/litepub-0.1.jsonld",
      "https://a.example/apschema",
    ])
      for (const [term, iri] of Object.entries(definitionsOf(bundledContext(address))))
        expect(iris.get(term) ?? [], `${address} ${term}`).toContain(iri);
  });

  it("go together as Mastodon lists them", async () => {
    const { found, onDiagnostic } = collect();
    const result = await expand(
      {
        "@context": [
          AS2,
          "https://w3id.org/security/v1",
          "https://www.w3.org/ns/cid/v1",
          "https://purl.archive.org/socialweb/webfinger",
          {
            alsoKnownAs: { "@id": "as:alsoKnownAs", "@type": "@id" },
            movedTo: { "@id": "as:movedTo", "@type": "@id" },
          },
        ],
        id: "https://m.example/users/ada",
        type: "Person",
        alsoKnownAs: ["https://old.example/ada"],
        webfinger: "ada@m.example",
        assertionMethod: [
          { id: "https://m.example/users/ada#key", type: "Multikey", publicKeyMultibase: "z6Mk" },
        ],
      },
      { onDiagnostic },
    );
    expect(found).toEqual([]);
    expect(result?.[0]).toMatchObject({
      [as("alsoKnownAs")]: [{ "@id": "https://old.example/ada" }],
      "https://w3id.org/security#assertionMethod": [{ "@type": ["https://w3id.org/security#Multikey"] }],
    });
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

describe("hostile documents", () => {
  const deep = (levels: number): unknown =>
    JSON.parse(`${'{"object":'.repeat(levels)}1${"}".repeat(levels)}`);
  const circle: Record<string, unknown> = { "@context": AS2 };
  circle.object = circle;
  const cases: readonly (readonly [name: string, document: unknown, actual: string, pointer: string])[] = [
    ["null", null, "not an object or array", ""],
    ["a string, which the library would fetch", "https://m.example/1", "not an object or array", ""],
    ["a number", 7, "not an object or array", ""],
    ["a type of the wrong type", { "@context": AS2, type: 7 }, "invalid type value", ""],
    ["a context of the wrong type", { "@context": 7 }, "invalid local context", ""],
    ["a keyword redefined", { "@context": { "@id": "https://x.example/" } }, "keyword redefinition", ""],
    ["a cyclic definition", { "@context": { a: "b:x", b: "a:x" } }, "cyclic IRI mapping", ""],
    [
      "too many contexts",
      { object: { "@context": Array.from({ length: 21 }, () => AS2) } },
      "a @context of more than 20 entries",
      "/object/@context",
    ],
    [
      "a context too large",
      {
        "@context": Object.fromEntries(
          Array.from({ length: 5000 }, (_, i) => [`t${i}`, `https://x.example/${i}`]),
        ),
      },
      "a @context of more than 5000 values",
      "/@context",
    ],
    ["nesting", deep(200), "nested deeper than 100 levels", "/object".repeat(101)],
    ["deep nesting", deep(3000), "nested deeper than 100 levels", "/object".repeat(101)],
    [
      "nesting in a context",
      { "@context": deep(200) },
      "nested deeper than 100 levels",
      `/@context${"/object".repeat(100)}`,
    ],
    ["a circle", circle, "nested deeper than 100 levels", `${"/object".repeat(100)}/@context`],
    ["what is no JSON", { "@context": AS2, "a/b": 1n }, "a value that is not JSON", "/a~1b"],
    [
      "what is protected redefined",
      { "@context": ["https://w3id.org/security/data-integrity/v2", { proof: "https://x.example/" }] },
      "protected term redefinition",
      "",
    ],
  ];

  it.each(cases)("%s is a finding", async (_, document, actual, pointer) => {
    for (const work of [expand, normalize]) {
      const { found, onDiagnostic } = collect();
      expect(await work(document, { onDiagnostic })).toBeNull();
      expect(found).toEqual([
        expect.objectContaining({ code: "jsonld/invalid", severity: "error", pointer }),
      ]);
      expect(found[0]?.message).toBe(`The document can't be processed as JSON-LD: ${actual}.`);
    }
  });

  it("with circular contexts are a finding", async () => {
    const jsonld = createJsonLd({
      contexts: {
        "https://x.example/a": { "@context": "https://x.example/b" },
        "https://x.example/b": { "@context": ["https://x.example/a"] },
        "https://x.example/scoped": {
          "@context": { t: { "@id": "https://x.example/t", "@context": "https://x.example/scoped" } },
        },
        "https://x.example/import": {
          "@context": { "@version": 1.1, "@import": "https://x.example/import" },
        },
        ...Object.fromEntries(
          Array.from({ length: 20 }, (_, i) => [
            `https://x.example/${i}`,
            { "@context": `https://x.example/${i + 1}` },
          ]),
        ),
      },
    });
    const actual: unknown[] = [];
    for (const name of ["a", "0", "import"]) {
      const { found, onDiagnostic } = collect();
      expect(
        await jsonld.expand({ "@context": `https://x.example/${name}`, t: 1 }, { onDiagnostic }),
      ).toBeNull();
      actual.push(found.filter(({ code }) => code === "jsonld/invalid").map((one) => one.actual));
    }
    expect(actual).toEqual([["context overflow"], ["context overflow"], ["invalid context entry"]]);
    // A term whose scoped context is the one it is defined in is legal, and finite.
    expect(await jsonld.expand({ "@context": "https://x.example/scoped", t: { t: { t: 1 } } })).toMatchObject(
      [
        {
          "https://x.example/t": [{ "https://x.example/t": [{ "https://x.example/t": [{ "@value": 1 }] }] }],
        },
      ],
    );
  });

  it("cannot reach the prototype of objects", async () => {
    const document: unknown = JSON.parse(
      `{"@context":["${AS2}",{"__proto__":"https://x.example/p","constructor":"https://x.example/c"}],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"x"}`,
    );
    expect(await expand(document)).toMatchObject([{ [as("name")]: [{ "@value": "x" }] }]);
    expect({}).not.toHaveProperty("polluted");
  });

  it("of any shape give a result or a finding", async () => {
    const keys = [
      "@context",
      "@id",
      "@type",
      "@value",
      "@list",
      "@graph",
      "@reverse",
      "@vocab",
      "@container",
    ];
    const words = [
      ...keys,
      "@language",
      "@set",
      "id",
      "type",
      "name",
      "tag",
      "content",
      "contentMap",
      "sensitive",
      "a:b",
    ];
    const word = fc.constantFrom(...words, AS2, "https://schema.org", "_:b", "@json", "@none", "", "/x");
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        word,
        fc.constantFrom<unknown>(null, true, 0, -1.5, 1e300),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...words), tie("tree"), { maxKeys: 5 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, tree, async (document, context) => {
        const { found, onDiagnostic } = collect();
        const results = [
          await expand(document, { onDiagnostic, context }),
          await compact(document, context, { onDiagnostic }),
          await normalize(document, { onDiagnostic }),
        ];
        expect(found.filter(({ code }) => code === "jsonld/invalid")).toHaveLength(
          results.filter((result) => result === null).length,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("quote none of their text in findings", async () => {
    const { found, onDiagnostic } = collect();
    await expand({ "@context": AS2, content: { "@value": "our secret", "@type": 7 } }, { onDiagnostic });
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  it("pass when the limits are raised", async () => {
    const jsonld = createJsonLd({ limits: { maxContexts: 30, maxDepth: 250 } });
    expect(JSONLD_LIMITS.maxContexts).toBe(20);
    expect(
      await jsonld.expand({ "@context": Array.from({ length: 21 }, () => AS2), name: "x" }),
    ).toHaveLength(1);
    expect(await jsonld.expand(deep(200))).toHaveLength(1);
    expect(
      await createJsonLd({ limits: { maxValues: 3 } }).expand({ name: "x", type: "Note", id: "a:b" }),
    ).toBeNull();
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
