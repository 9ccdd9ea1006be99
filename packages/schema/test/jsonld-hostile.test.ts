import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compact, createJsonLd, expand, JSONLD_LIMITS, normalize } from "../src/jsonld/index.js";
import { AS2, as, collect, withoutNetwork } from "./jsonld-support.js";

withoutNetwork();

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
