import { describe, expect, it } from "vitest";
import { expand } from "../src/jsonld/index.js";
import { contextFaults } from "../src/rules/context-faults.js";
import { brief, checker } from "./checker.js";
import { corpusDocuments } from "./corpus.js";
import { AS2, collect, withoutNetwork } from "./jsonld-support.js";

withoutNetwork();

const TERM = "https://x.example/t";
const contexts: readonly (readonly [context: object, pointer: string, error: string])[] = [
  [{ "@vocab": 3 }, "/@vocab", "invalid vocab mapping"],
  [{ "@base": {} }, "/@base", "invalid base IRI"],
  [{ "@language": ["en"] }, "/@language", "invalid default language"],
  [{ "@direction": "down" }, "/@direction", "invalid base direction"],
  [{ "@version": "1.1" }, "/@version", "invalid @version value"],
  [{ "@import": null }, "/@import", "invalid @import value"],
  [{ "@propagate": "no" }, "/@propagate", "invalid @propagate value"],
  [{ "@id": TERM }, "/@id", "keyword redefinition"],
  [{ "@type": TERM }, "/@type", "keyword redefinition"],
  [{ "": TERM }, "/", "invalid term definition"],
  [{ t: 3 }, "/t", "invalid term definition"],
  [{ t: [TERM] }, "/t", "invalid term definition"],
  [{ t: "@context" }, "/t", "invalid keyword alias"],
  [{ t: { "@id": 3 } }, "/t/@id", "invalid IRI mapping"],
  [{ t: { "@id": "@context" } }, "/t/@id", "invalid keyword alias"],
  [{ t: { "@reverse": null } }, "/t/@reverse", "invalid IRI mapping"],
  [{ t: { "@reverse": TERM, "@id": TERM } }, "/t", "invalid reverse property"],
  [{ t: { "@id": TERM, "@type": null } }, "/t/@type", "invalid type mapping"],
  [{ t: { "@id": TERM, "@type": "@list" } }, "/t/@type", "invalid type mapping"],
  [{ t: { "@id": TERM, "@type": "_:b" } }, "/t/@type", "invalid type mapping"],
  [{ t: { "@id": TERM, "@container": "list" } }, "/t/@container", "invalid container mapping"],
  [{ t: { "@id": TERM, "@container": ["@list", "@set"] } }, "/t/@container", "invalid container mapping"],
  [{ t: { "@id": TERM, "@language": 3 } }, "/t/@language", "invalid language mapping"],
  [{ t: { "@id": TERM, "@direction": 3 } }, "/t/@direction", "invalid base direction"],
  [{ t: { "@id": TERM, "@nest": "@id" } }, "/t/@nest", "invalid @nest value"],
  [{ t: { "@id": TERM, "@index": "x" } }, "/t", "invalid term definition"],
  [{ t: { "@id": TERM, "@prefix": "yes" } }, "/t/@prefix", "invalid @prefix value"],
  [{ t: { "@id": TERM, comment: "?" } }, "/t/comment", "invalid term definition"],
];
// The library lets these pass, or speaks of the scoped context as a whole.
const stricter: typeof contexts = [
  [{ "@protected": 1 }, "/@protected", "invalid @protected value"],
  [{ t: { "@id": TERM, "@protected": "yes" } }, "/t/@protected", "invalid @protected value"],
  [{ t: { "@id": TERM, "@container": [] } }, "/t/@container", "invalid container mapping"],
  [{ t: { "@id": TERM, "@container": 3 } }, "/t/@container", "invalid container mapping"],
  [{ t: { "@context": [3] } }, "/t/@context/0", "invalid scoped context: invalid local context"],
  [
    { t: { "@context": { "@vocab": 3 } } },
    "/t/@context/@vocab",
    "invalid scoped context: invalid vocab mapping",
  ],
];
const valid: readonly object[] = [
  { "@vocab": null, "@base": null, "@language": null, "@direction": "rtl", "@version": 1.1 },
  { "@vocab": "_:", "@propagate": false, "@protected": true },
  { "@type": { "@container": "@set", "@protected": true }, "@new": [3] },
  { t: null, id: "@id", type: "@type", u: { "@id": null }, x: TERM },
  { t: { "@id": TERM, "@type": "@json", "@container": ["@set", "@index"], "@index": "x" } },
  { t: { "@id": TERM, "@container": ["@graph", "@id", "@set"], "@prefix": true } },
  { t: { "@reverse": TERM, "@container": "@set" }, u: { "@id": TERM, "@context": [null, {}] } },
];

/** What the `jsonld` library calls wrong with a context; null when it takes it. */
async function refusal(context: object): Promise<string | null> {
  const { found, onDiagnostic } = collect();
  const around = { "@vocab": "https://v.example/", "@base": "https://b.example/" };
  const document = { "@context": [around, context], "@id": "https://a.example/", [TERM]: 1 };
  await expand(document, { onDiagnostic });
  return found.find(({ code }) => code === "jsonld/invalid")?.actual ?? null;
}

describe("an inline context", () => {
  it.each(contexts)("%j is wrong in the words of the JSON-LD library", async (context, _, error) => {
    expect(contextFaults(context).map((fault) => fault.error)).toEqual([error]);
    expect(await refusal(context)).toBe(error);
  });

  it.each(valid)("%j is as valid as it is for the library", async (context) => {
    expect(contextFaults(context)).toEqual([]);
    expect(contextFaults([AS2, null, context])).toEqual([]);
    expect(await refusal(context)).toBeNull();
  });

  it("is a finding with its place in every profile, wherever it stands", async () => {
    for (const profile of ["as2", "activitypub", "wild", "mastodon-archive", "pixelfed-archive"]) {
      const findings = await checker({ profile });
      for (const [context, pointer, error] of [...contexts, ...stricter]) {
        for (const [document, at] of [
          [{ "@context": [AS2, context] }, "/@context/1"],
          [{ object: { "@context": context } }, "/object/@context"],
        ] as const) {
          const found = findings({ type: "Note", to: "as:Public", ...document }).filter(({ code }) =>
            code.startsWith("jsonld/"),
          );
          expect(brief(found)).toEqual([`jsonld/invalid-context ${at}${pointer}`]);
          expect(found[0]?.expected).toContain(`(${error})`);
          expect(found[0]?.severity).toBe("error");
        }
      }
    }
  });

  it("is none in any document of the corpora that could be processed", async () => {
    for (const { value } of corpusDocuments) {
      const { found, onDiagnostic } = collect();
      await expand(value, { onDiagnostic });
      if (found.some(({ code }) => code === "jsonld/invalid")) continue;
      expect(contextFaults(Object(value)["@context"])).toEqual([]);
    }
  });

  it("of a hostile depth is looked into no further than it is of use", () => {
    let context: object = { "@vocab": 3 };
    for (let depth = 0; depth < 50_000; depth += 1) context = { t: { "@context": context } };
    expect(contextFaults(context)).toEqual([]);
  });
});

describe("by the letter of AS2, a context", () => {
  it.each([
    [{ "@vocab": AS2 }],
    [{ "@vocab": `${AS2}#`, "@language": "en" }],
    [{ as: `${AS2}#`, Note: "as:Note" }],
    [{ name: { "@id": `${AS2}#name` } }],
    [["https://w3id.org/security/v1", { "@import": AS2 }]],
    [null],
  ])("%j names ActivityStreams, or is none", async (context) => {
    for (const profile of ["as2", "activitypub"]) {
      const findings = await checker({ profile });
      expect(brief(findings({ "@context": context, type: "Note" }))).toEqual([]);
    }
  });

  it.each([
    [{}],
    [[]],
    [[{}]],
    [{ t: TERM }],
    [{ "@language": "en" }],
    [["https://w3id.org/security/v1", {}]],
  ])("%j does not", async (context) => {
    const findings = await checker({ profile: "as2" });
    expect(brief(findings({ "@context": context, type: "Note" }))).toEqual(["as2/foreign-context /@context"]);
    // What is embedded has the context of the document around it.
    expect(brief(findings({ type: "Note", object: { "@context": context } }))).toEqual([]);
  });
});
