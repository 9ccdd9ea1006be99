import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ACTIVITY_TYPES, ACTOR_TYPES, COLLECTION_TYPES, isJsonObject, POST_TYPES } from "../src/index.js";
import {
  allClasses,
  allPropertyNames,
  allShapes,
  classNamed,
  isDatatype,
  isOfType,
  isSubclassOf,
  lineageOf,
  manyOf,
  NAMESPACES,
  propertiesNamed,
  propertiesOf,
  propertyNamed,
  propertyOfMap,
  shapeNamed,
  subclassesOf,
  type Term,
} from "../src/vocabulary/index.js";

const AS = "https://www.w3.org/ns/activitystreams#";
const CORPUS = new URL("../../../../shared/corpora/01-as2/w3c-activitystreams-ns/", import.meta.url);
const PAGE = new URL("../../../../shared/formats/as2-vocabulary.md", import.meta.url);
const terms: readonly Term[] = NAMESPACES.flatMap((namespace) => namespace.terms);

/** The IRIs that a JSON key or type name stands for, natural-language maps included. */
function irisOf(name: string): readonly string[] {
  return terms.flatMap((term) => {
    if (term.kind === "shape") return [];
    if (term.name === name) return [term.iri];
    return term.kind === "property" && term.map === name ? [term.iri] : [];
  });
}

describe("the tables", () => {
  it("are plain data", () => {
    expect(JSON.parse(JSON.stringify(NAMESPACES))).toEqual(NAMESPACES);
  });

  it("name only classes, shapes and datatypes that there are", () => {
    for (const term of terms) {
      if (term.kind === "class") {
        for (const name of [...term.extends, ...(term.disjointWith ?? [])])
          expect(classNamed(name), name).toBeDefined();
      }
      if (term.kind !== "property") continue;
      for (const name of term.domain)
        expect(classNamed(name) ?? shapeNamed(name), `${term.name}: ${name}`).toBeDefined();
      for (const name of term.range) {
        if (!isDatatype(name))
          expect(classNamed(name) ?? shapeNamed(name), `${term.name}: ${name}`).toBeDefined();
      }
    }
  });

  it("describe every term once per namespace, in a sentence, with a link", () => {
    for (const namespace of NAMESPACES) {
      const names = namespace.terms.map((term) => `${term.kind} ${term.name}`);
      expect(new Set(names).size, namespace.title).toBe(names.length);
    }
    for (const term of terms) {
      expect(term.description, term.name).toMatch(/^[A-Z].*\.$/);
      expect(new URL(term.link).protocol, term.name).toMatch(/^https?:$/);
      if (term.kind !== "shape") expect(term.iri, term.name).toMatch(/^(@id|@type|https?:\/\/\S+)$/);
    }
  });

  it("give no class two meanings", () => {
    const names = terms.filter((term) => term.kind === "class").map((term) => term.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("have every type name the rest of the package decides by", () => {
    for (const name of ACTIVITY_TYPES) expect(isSubclassOf(name, "Activity"), name).toBe(true);
    for (const name of COLLECTION_TYPES) expect(isSubclassOf(name, "Collection"), name).toBe(true);
    for (const name of [...POST_TYPES, ...ACTOR_TYPES]) expect(isSubclassOf(name, "Object"), name).toBe(true);
  });

  it("mark private keys as secret", () => {
    const secret = terms
      .filter((term) => term.kind === "property" && term.secret === true)
      .map((term) => term.name);
    expect(secret.sort()).toEqual([
      "privateKey",
      "privateKeyMultibase",
      "privateKeyPem",
      "secretKeyMultibase",
    ]);
  });
});

describe.skipIf(!existsSync(CORPUS))("against the normative documents", () => {
  it("every term of the context has the same IRI", () => {
    const document: unknown = JSON.parse(readFileSync(new URL("ns/activitystreams.jsonld", CORPUS), "utf8"));
    const context = isJsonObject(document) && isJsonObject(document["@context"]) ? document["@context"] : {};
    const prefixes: Record<string, string> = { as: AS, ldp: "http://www.w3.org/ns/ldp#" };
    const seen: string[] = [];
    for (const [name, definition] of Object.entries(context)) {
      if (["@vocab", "xsd", "as", "ldp", "vcard"].includes(name)) continue;
      const compact = isJsonObject(definition) ? definition["@id"] : definition;
      const [prefix = "", local = ""] = String(compact).split(":");
      const iri = prefix in prefixes ? `${prefixes[prefix]}${local}` : String(compact);
      expect(irisOf(name), name).toContain(iri);
      seen.push(name);
    }
    expect(seen.length).toBeGreaterThan(140);
  });

  it("every class has the parents, and every property the functionality, of the ontology", () => {
    const owl = readFileSync(new URL("activitystreams2.owl", CORPUS), "utf8");
    let classes = 0;
    let properties = 0;
    for (const block of owl.split(/\n(?=as:)/)) {
      const [, name = ""] = /^as:(\w+) a /.exec(block) ?? [];
      if (/^as:\w+ a owl:Class/.test(block) && name !== "OrderedItems") {
        const parents = [...block.matchAll(/subClassOf ((?:as:\w+[, ]*)+)/g)].flatMap(
          ([, list = ""]) => list.match(/(?<=as:)\w+/g) ?? [],
        );
        for (const parent of parents)
          expect(isSubclassOf(name, parent), `${name} under ${parent}`).toBe(true);
        expect(classNamed(name)?.iri).toBe(AS + name);
        classes += 1;
      } else if (/Property/.test(block.split(";")[0] ?? "")) {
        const term = propertyNamed(name);
        expect(term, name).toBeDefined();
        // The recommendation's text, unlike the ontology, lets a Tombstone have several former types.
        if (name !== "formerType" && name !== "replies") {
          expect(term?.functional, name).toBe(/owl:FunctionalProperty/.test(block));
        }
        properties += 1;
      }
    }
    expect(classes).toBeGreaterThan(50);
    expect(properties).toBeGreaterThan(60);
  });
});

describe.skipIf(!existsSync(PAGE))("against the page of extension terms", () => {
  /** In backquotes on the page, but no term: values, prefixes, documents, words of prose. */
  const NO_TERMS = new Set(
    (
      "toot ostatus schema sc misskey fedibird litepub pixelfed pt lemmy vcard sec gts sm zot dfrn diaspora thr rel name " +
      "podcast firefish sharkey always label thr"
    ).split(" "),
  );

  it("every term of section 5 is in a table", () => {
    const page = readFileSync(PAGE, "utf8");
    const section = page.slice(page.indexOf("## 5."), page.indexOf("Value-shape quirks"));
    const missing = [...section.matchAll(/`([^`]+)`/g)]
      .map(([, quoted = ""]) => quoted)
      .filter((quoted) => /^_?[A-Za-z][\w-]*$|^vcard:\w+$/.test(quoted) && !NO_TERMS.has(quoted))
      .filter((name) => irisOf(name).length === 0 && irisOf(`diaspora:${name}`).length === 0);
    expect(missing).toEqual([]);
  });
});

describe("look-ups", () => {
  it("find classes, properties and shapes by name", () => {
    expect(classNamed("Note")).toMatchObject({ iri: `${AS}Note`, extends: ["Object"] });
    expect(classNamed("note")).toBeUndefined();
    expect(propertyNamed("inbox")?.iri).toBe("http://www.w3.org/ns/ldp#inbox");
    expect(propertyNamed("constructor")).toBeUndefined();
    expect(propertyOfMap("contentMap")?.name).toBe("content");
    expect(shapeNamed("Endpoints")?.kind).toBe("shape");
    expect(allShapes().length).toBeGreaterThan(5);
  });

  it("answer with the most general of several meanings", () => {
    expect(propertiesNamed("quote").map((term) => term.iri)).toEqual([
      "https://w3id.org/fep/044f#quote",
      "https://bookwyrm.social/ns#quote",
    ]);
    expect(propertyNamed("movedTo")?.iri).toBe(`${AS}movedTo`);
  });

  it("know what is below and above", () => {
    expect(isSubclassOf("OrderedCollectionPage", "Collection")).toBe(true);
    expect(isSubclassOf("Invite", "Offer")).toBe(true);
    expect(isSubclassOf("Link", "Object")).toBe(false);
    expect(isSubclassOf("Unheard", "Unheard")).toBe(false);
    expect(subclassesOf("IntransitiveActivity").map((term) => term.name)).toEqual([
      "IntransitiveActivity",
      "Arrive",
      "Question",
      "Travel",
    ]);
    expect(lineageOf("OrderedCollectionPage")).toEqual([
      "OrderedCollectionPage",
      "OrderedCollection",
      "CollectionPage",
      "Collection",
      "Object",
    ]);
  });

  it("give a class its inherited properties", () => {
    const names = propertiesOf("Create").map((term) => term.name);
    expect(names).toEqual(expect.arrayContaining(["actor", "object", "published", "id", "type"]));
    expect(names).not.toContain("href");
    expect(propertiesOf("Endpoints").map((term) => term.name)).toContain("sharedInbox");
    expect(propertiesOf("Unheard")).toEqual([]);
  });

  it("count what the reference counts", () => {
    expect(allClasses().length).toBeGreaterThan(110);
    expect(allPropertyNames().length).toBeGreaterThan(350);
  });
});

describe("narrowing", () => {
  it("looks at every type of an object", () => {
    expect(isOfType({ type: "Note" }, "Note")).toBe(true);
    expect(isOfType({ type: ["Note", "x:Comment"] }, "Article", "Note")).toBe(true);
    for (const other of [{ type: "Article" }, { type: 7 }, {}, null, "Note", ["Note"]]) {
      expect(isOfType(other, "Note")).toBe(false);
    }
  });

  it("makes an array of one, many or none", () => {
    expect(manyOf("a")).toEqual(["a"]);
    expect(manyOf(["a", "b"])).toEqual(["a", "b"]);
    expect(manyOf<string>(null)).toEqual([]);
    expect(manyOf<string>(undefined)).toEqual([]);
  });
});
