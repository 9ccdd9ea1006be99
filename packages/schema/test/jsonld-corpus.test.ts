import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Diagnostic } from "../src/diagnostic/diagnostic.js";
import { isJsonObject } from "../src/json.js";
import { CONTEXT_ADDRESSES } from "../src/jsonld/context-address.js";
import { compact, expand, loadContext, normalize } from "../src/jsonld/index.js";

const CORPORA = join(import.meta.dirname, "../../../../shared/corpora");
const FOLDERS = ["01-as2", "03-objects"].filter((folder) => existsSync(join(CORPORA, folder)));

interface Sample {
  readonly file: string;
  readonly document: unknown;
}

/** PyLD writes doubles with all digits (`5.000000000000000E-01`), where the canonical form is `5.0E-1`. */
function withoutFractions(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === "number" ? Math.round(value) : value,
  );
}

function samplesOf(folder: string): readonly Sample[] {
  return globSync(`${folder}/**/*.{json,jsonld}`, { cwd: CORPORA })
    .sort()
    .flatMap((file) => {
      try {
        return [{ file, document: JSON.parse(readFileSync(join(CORPORA, file), "utf8")) as unknown }];
      } catch {
        return []; // Some are no JSON on purpose: nothing that this could be given.
      }
    });
}

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

describe.skipIf(FOLDERS.length < 2)("documents of the corpora", () => {
  it.each(FOLDERS)(
    "%s expand, compact and normalize without a network and without throwing",
    async (folder) => {
      const samples = samplesOf(folder);
      expect(samples.length).toBeGreaterThan(300);
      const invalid: string[] = [];
      for (const { file, document } of samples) {
        const found: Diagnostic[] = [];
        const onDiagnostic = (one: Diagnostic): void => void found.push(one);
        const expanded = await expand(document, { onDiagnostic });
        const failure = found.find(({ code }) => code === "jsonld/invalid");
        // A result or a finding, never both and never neither.
        expect(expanded === null, file).toBe(failure !== undefined);
        if (failure !== undefined) invalid.push(file);
        const canonical = await normalize(document);
        if (expanded === null) continue;
        expect(typeof canonical, file).toBe("string");
        expect(await normalize(expanded), file).toBe(canonical);
      }
      // Only what the W3C's tests say must fail, such as a number for a context.
      expect(invalid.filter((file) => !file.includes("/fail/"))).toEqual([]);
    },
  );

  it("survive a round trip through their own context", async () => {
    let trips = 0;
    for (const { file, document } of samplesOf("03-objects")) {
      if (!isJsonObject(document) || document["@context"] === undefined || document["@context"] === null)
        continue;
      const found: Diagnostic[] = [];
      const expanded = await expand(document, { fediverse: false, onDiagnostic: (one) => found.push(one) });
      // A context that is unknown can't bring back the words it took away.
      if (expanded === null || found.length > 0) continue;
      const compacted = await compact(expanded, document["@context"]);
      expect(compacted, file).not.toBeNull();
      expect(await normalize(compacted, { fediverse: false }), file).toBe(
        await normalize(expanded, { fediverse: false }),
      );
      trips += 1;
    }
    expect(trips).toBeGreaterThan(300);
  });
});

const PYTHON = ["python3", "/usr/bin/python3"].find(
  (python) => spawnSync(python, ["-c", "import pyld"]).status === 0,
);

const PYLD = `
import json, sys
from pyld import jsonld
given = json.load(sys.stdin)
def load(url, options=None):
    return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": given["contexts"][url]}
out = []
for document in given["documents"]:
    try:
        out.append(jsonld.normalize(document, {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}))
    except jsonld.JsonLdError as e:
        out.append(None)
json.dump(out, sys.stdout)
`;

/** Every address that stands in a context, as written. */
function addressesOf(value: unknown, inContext = false): readonly string[] {
  if (typeof value === "string") return inContext ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => addressesOf(entry, inContext));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => addressesOf(below, key === "@context"));
}

describe.skipIf(PYTHON === undefined)("canonical N-Quads agree with PyLD", () => {
  const compare = async (given: readonly Sample[]): Promise<number> => {
    const samples = given.map(({ file, document }) => ({ file, document: withoutFractions(document) }));
    const contexts: Record<string, unknown> = {};
    const addresses = [
      ...Object.keys(CONTEXT_ADDRESSES).map((address) => `https://${address}`),
      ...addressesOf(samples.map(({ document }) => document)),
    ];
    // PyLD takes an empty context for null, which would undo those before it.
    for (const address of addresses)
      contexts[address] = (await loadContext(address)) ?? { "@context": { "@version": 1.1 } };
    const input = JSON.stringify({ contexts, documents: samples.map(({ document }) => document) });
    const { stdout, stderr, status } = spawnSync(PYTHON ?? "", ["-c", PYLD], { input, maxBuffer: 2 ** 28 });
    expect(status, String(stderr)).toBe(0);
    const theirs: unknown = JSON.parse(String(stdout));
    if (!Array.isArray(theirs)) throw new TypeError("no list");
    let compared = 0;
    for (const [index, { file, document }] of samples.entries()) {
      const expected: unknown = theirs[index];
      if (expected === null) continue;
      expect(await normalize(document, { fediverse: false }), file).toBe(expected);
      compared += 1;
    }
    return compared;
  };

  it("on own documents of many kinds", async () => {
    const AS2 = "https://www.w3.org/ns/activitystreams";
    const documents: readonly unknown[] = [
      {
        "@context": AS2,
        id: "https://m.example/1",
        type: "Note",
        contentMap: { en: "a", de: "b" },
        tag: [{ name: "x" }],
      },
      {
        "@context": [AS2, "https://p.example/schemas/litepub-0.1.jsonld", { "@language": "und" }],
        id: "https://p.example/1",
        name: "x",
        conversation: "tag:p.example,2020:1",
        votersCount: 3,
      },
      {
        "@context": [
          AS2,
          {
            toot: "http://joinmastodon.org/ns#",
            focalPoint: { "@id": "toot:focalPoint", "@container": "@list" },
          },
        ],
        id: "https://m.example/2",
        attachment: [{ type: "Image", focalPoint: [0.25, -0.5] }],
      },
      {
        "@context": [AS2, "https://w3id.org/security/data-integrity/v2"],
        id: "https://m.example/3",
        proof: {
          type: "DataIntegrityProof",
          created: "2024-01-01T00:00:00Z",
          proofPurpose: "assertionMethod",
          proofValue: "z1",
        },
      },
      {
        "@context": [AS2, "https://www.w3.org/ns/cid/v1"],
        id: "https://m.example/4",
        assertionMethod: [{ id: "https://m.example/4#k", type: "Multikey", publicKeyMultibase: "z6Mk" }],
      },
      {
        "@context": "https://schema.org",
        "@id": "https://x.example/",
        "@type": "Article",
        url: "https://x.example/",
        headline: "x",
      },
    ];
    expect(await compare(documents.map((document, index) => ({ file: `own ${index}`, document })))).toBe(
      documents.length,
    );
  });

  it.skipIf(FOLDERS.length < 2)("on a sample of the corpora", async () => {
    const samples = FOLDERS.flatMap((folder) => samplesOf(folder))
      .filter(({ document }) => isJsonObject(document) && addressesOf(document).length > 0)
      // Templates make IRIs with characters that IRIs can't have, and the two escape them differently.
      .filter(({ document }) => !JSON.stringify(document).includes("{{"))
      .filter((_, index) => index % 3 === 0);
    expect(await compare(samples)).toBeGreaterThan(150);
  });
});
