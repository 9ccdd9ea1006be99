import { describe, expect, it } from "vitest";
import proposals from "../contexts/fep.json" with { type: "json" };
import { isJsonObject, type JsonObject } from "../src/json.js";
import { CONTEXT_ADDRESSES, contextName } from "../src/jsonld/context-address.js";
import { bundledContext, FEDIVERSE_ADDRESS } from "../src/jsonld/contexts.js";
import { expand, loadContext } from "../src/jsonld/index.js";
import { NAMESPACES } from "../src/vocabulary/tables.js";
import { AS2, as, collect, withoutNetwork } from "./jsonld-support.js";

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

withoutNetwork();

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

  it("of BookWyrm has the terms of its serializers and no others", () => {
    const terms = NAMESPACES.find(({ iri }) => iri === "https://bookwyrm.social/ns#")?.terms ?? [];
    const iris = terms.map((term) => [term.name, "iri" in term ? term.iri : ""]);
    expect(definitionsOf(bundledContext("https://bookwyrm.social/ns"))).toEqual(Object.fromEntries(iris));
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

  it("tell credentials, without taking a note's words for theirs", async () => {
    const credential = {
      type: "VerifiableCredential",
      issuer: "https://a.example/ada",
      validFrom: "2024-01-01T00:00:00Z",
    };
    const CREDENTIALS = "https://www.w3.org/2018/credentials#";
    const document = {
      "@context": [AS2, "https://www.w3.org/ns/credentials/v2"],
      name: "x",
      object: credential,
    };
    const { found, onDiagnostic } = collect();
    const [expanded] = (await expand(document, { onDiagnostic })) ?? [];
    expect(found).toEqual([]);
    expect(expanded).toMatchObject({
      [as("name")]: [{ "@value": "x" }],
      [as("object")]: [
        {
          "@type": [`${CREDENTIALS}VerifiableCredential`],
          [`${CREDENTIALS}issuer`]: [{ "@id": "https://a.example/ada" }],
        },
      ],
    });
  });
});
