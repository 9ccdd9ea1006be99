import { existsSync, readdirSync, readFileSync } from "node:fs";
import { DIAGNOSTICS, isJsonObject, type JsonObject } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemRules } from "../src/rules/index.js";

const ACTOR = { id: "https://a.example/users/ada", type: "Person" };
const ID = "https://a.example/notes/1";

function check(item: JsonObject, actor: JsonObject | null = null): string[] {
  return itemRules.flatMap((rule) =>
    [...rule.check(item, { actor, profile: "wild" })].map(({ code, pointer }) => `${code} ${pointer}`),
  );
}

const post = (fields: JsonObject = {}): JsonObject => ({
  type: "Note",
  id: ID,
  attributedTo: ACTOR.id,
  to: ["https://www.w3.org/ns/activitystreams#Public"],
  cc: [`${ACTOR.id}/followers`],
  published: "2024-05-01T10:00:00Z",
  content: "<p>hello</p>",
  ...fields,
});
const activity = (object: unknown = post(), fields: JsonObject = {}): JsonObject => ({
  type: "Create",
  id: `${ID}/activity`,
  actor: ACTOR.id,
  to: ["https://www.w3.org/ns/activitystreams#Public"],
  cc: [`${ACTOR.id}/followers`],
  object,
  ...fields,
});

describe("rules", () => {
  it("know their codes, and find only those", () => {
    for (const { codes } of itemRules) for (const code of codes) expect(DIAGNOSTICS).toHaveProperty(code);
  });

  it("find nothing in a sound activity", () => {
    expect(check(activity(), ACTOR)).toEqual([]);
  });

  it("never throw, and point at what is there", () => {
    const codes = new Set<string>(itemRules.flatMap((rule) => rule.codes));
    const key = fc.constantFrom(
      ..."id type actor object to cc published updated attributedTo name contentMap content oneOf anyOf votersCount replies items totalItems focalPoint mediaType units href tag url a/b m~n".split(
        " ",
      ),
    );
    const leaf = fc.oneof(
      fc.constantFrom(
        "Create",
        "Question",
        "Link",
        "Emoji",
        "Note",
        "https://a.example/1",
        "2024-05-01T10:00:00Z",
      ),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    const tree = fc.letrec<{ object: JsonObject; value: unknown }>((tie) => ({
      object: fc.dictionary(key, tie("value"), { maxKeys: 8 }),
      value: fc.oneof({ depthSize: "small" }, leaf, tie("object"), fc.array(tie("value"), { maxLength: 4 })),
    })).object;
    fc.assert(
      fc.property(tree, tree, (item, actor) => {
        for (const rule of itemRules) {
          for (const { code, pointer } of rule.check(item, { actor, profile: "wild" })) {
            expect(codes.has(code)).toBe(true);
            // What is missing is told at the object that lacks it, a count below it may be what lacks.
            expect(
              resolves(item, pointer) || pointer.endsWith("/totalItems") || pointer === "/votersCount",
            ).toBe(true);
          }
        }
      }),
    );
  });

  it("look no deeper than a call stack holds", () => {
    let item: JsonObject = { type: "Question" };
    for (let depth = 0; depth < 20_000; depth += 1) item = { object: item };
    expect(check(item)).toEqual([]);
  });
});

function resolves(root: unknown, pointer: string): boolean {
  let at = root;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(at)) at = at[Number(key)];
    else if (isJsonObject(at) && Object.hasOwn(at, key)) at = at[key];
    else return false;
  }
  return at !== undefined;
}

describe("ids and authors", () => {
  it("compare origins by scheme, host and port, whatever the case", () => {
    for (const [id, differs] of [
      ["HTTPS://A.example/1", false],
      ["https://a.example:443/1", false],
      ["https://a.example?x", false],
      ["tag:a.example,2017:1", false],
      ["http://a.example/1", true],
      ["https://a.example.evil/1", true],
      ["https://a.example:8443/1", true],
    ] as const) {
      expect(check(post({ id })), id).toEqual(differs ? ["id/other-origin /id"] : []);
    }
  });

  it("take authors in any of their shapes", () => {
    for (const attributedTo of [
      ACTOR.id,
      [ACTOR.id],
      { id: ACTOR.id },
      [{ id: ACTOR.id }, "https://a.example/team"],
      null,
    ]) {
      expect(check(activity(post({ attributedTo })))).toEqual([]);
    }
    expect(check(activity(post({ attributedTo: "https://a.example/users/eve" })))).toEqual([
      "post/attribution-differs /object/attributedTo",
    ]);
    expect(check(activity([post({ attributedTo: "https://a.example/users/eve" })]))).toEqual([
      "post/attribution-differs /object/0/attributedTo",
    ]);
  });

  it("hold the outbox's own activities to its owner, not what they bring along", () => {
    const foreign = activity(post(), { actor: "https://a.example/users/eve" });
    expect(check(foreign, ACTOR)).toContain("activity/other-actor /actor");
    expect(
      check({ type: "Announce", id: "https://a.example/b", actor: ACTOR.id, object: foreign }, ACTOR),
    ).not.toContain("activity/other-actor /object/actor");
  });

  it("compare addressing as sets, with every spelling of Public", () => {
    const spelled = activity(
      post({ to: "as:Public", cc: [`${ACTOR.id}/followers`, `${ACTOR.id}/followers`] }),
    );
    expect(check(spelled)).toEqual([]);
    expect(check(activity(post({ cc: [] })))).toEqual(["post/addressing-differs /object/cc"]);
    expect(check(activity(post({ to: null, cc: null })))).toEqual([]);
  });
});

describe("dates", () => {
  it.each([
    ["2024-05-01T10:00:00Z", null],
    ["2024-05-01T10:00:00.123456Z", null],
    ["2024-05-01T10:00+02:00", null],
    ["2024-02-29T10:00:00Z", null],
    ["2023-02-29T10:00:00Z", "date/unreadable"],
    ["2024-04-31T10:00:00Z", "date/unreadable"],
    ["2024-05-01", "date/not-rfc3339"],
    ["2024-05-01 10:00:00Z", "date/not-rfc3339"],
    ["2024-05-01T10:00:00+0200", "date/not-rfc3339"],
    ["2024-05-01t10:00:00z", "date/not-rfc3339"],
    ["2024-05-01T10:00:00", "post/date-without-zone"],
    ["soon", "date/unreadable"],
    ["", "date/unreadable"],
  ])("%s: %s", (published, code) => {
    expect(check(post({ published }))).toEqual(code === null ? [] : [`${code} /published`]);
  });

  it("follow each other, across time zones", () => {
    expect(check(post({ updated: "2024-05-01T11:30:00+02:00" }))).toEqual(["date/out-of-order /updated"]);
    expect(check(post({ updated: "2024-05-01T12:00:00+02:00" }))).toEqual([]);
    expect(
      check({ type: "Event", startTime: "2024-05-02T00:00:00Z", endTime: "2024-05-01T00:00:00Z" }),
    ).toEqual(["date/out-of-order /endTime"]);
  });

  it("that close a poll may be a yes or an address instead", () => {
    for (const closed of [true, "https://a.example/closing", "2024-05-01T10:00:00Z"]) {
      expect(check({ type: "Question", oneOf: [{ name: "a" }], closed })).toEqual([]);
    }
  });
});

describe("polls", () => {
  const option = (name: string, totalItems: unknown): JsonObject => ({
    type: "Note",
    name,
    replies: { totalItems },
  });
  const poll = (fields: JsonObject): string[] => check({ type: "Question", ...fields });

  it("of one choice have at most as many votes as voters, of several each option", () => {
    const options = [option("a", 2), option("b", 3)];
    expect(poll({ oneOf: options, votersCount: 5 })).toEqual([]);
    expect(poll({ oneOf: options, votersCount: 4 })).toEqual(["poll/tally-exceeds-voters /votersCount"]);
    expect(poll({ anyOf: options, votersCount: 3 })).toEqual([]);
    expect(poll({ anyOf: options, votersCount: 2 })).toEqual(["poll/tally-exceeds-voters /votersCount"]);
    expect(poll({ oneOf: options, votersCount: null })).toEqual([]);
  });

  it("may hide their counts, and have one list empty", () => {
    expect(poll({ oneOf: [option("a", null), option("b", "7")], anyOf: [], votersCount: "9" })).toEqual([]);
  });

  it("are told of what is no count and no option", () => {
    expect(poll({ oneOf: [option("a", -1), "just text", { type: "Note" }], votersCount: 0.5 })).toEqual([
      "poll/tally-invalid /oneOf/0/replies/totalItems",
      "poll/option-malformed /oneOf/1",
      "poll/option-malformed /oneOf/2",
      "poll/tally-invalid /votersCount",
    ]);
  });
});

describe("texts", () => {
  it("take any well-formed tag, and one of the map for the plain text", () => {
    const contentMap = { und: "x", "zh-Hant-TW": "<p>hello</p>", "x-klingon": "y" };
    expect(check(post({ contentMap }))).toEqual([]);
    expect(check(post({ contentMap: { "": "<p>hello</p>" } }))).toEqual([
      "text/invalid-language /contentMap/",
    ]);
    expect(check(post({ content: null, contentMap: { en: "alone" } }))).toEqual([]);
  });

  it("are plain in a name: tags are found, smaller-than signs are not", () => {
    for (const name of ["I <3 you", "a < b > c", "<script", "use <T> here", "if (a<b && c>d)"]) {
      expect(check(post({ name })), name).toEqual([]);
    }
    for (const name of ["<b>bold</b>", "line<br>break", "x <IMG SRC=a onerror=b>"]) {
      expect(check(post({ name })), name).toEqual(["text/html-in-name /name"]);
    }
    expect(check(post({ nameMap: { "en/a~b": "<i>x</i>" } }))).toContain(
      "text/html-in-name /nameMap/en~1a~0b",
    );
  });
});

describe("secrets", () => {
  it("are found without being quoted", () => {
    const pem = "-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----";
    const actor = {
      ...ACTOR,
      publicKey: { id: `${ACTOR.id}#k`, publicKeyPem: pem },
      assertionMethod: [{ secretKeyMultibase: "z3u" }],
    };
    const found = itemRules.flatMap((rule) => [...rule.check(actor, { actor: null, profile: "wild" })]);
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "secret/private-key /publicKey/publicKeyPem",
      "secret/private-key /assertionMethod/0/secretKeyMultibase",
    ]);
    expect(JSON.stringify(found)).not.toMatch(/MII|z3u/);
  });
});

const CORPUS = new URL("../../../../shared/corpora/", import.meta.url).pathname;

describe.skipIf(!existsSync(CORPUS))("documents of other people", () => {
  const documents = (folder: string): JsonObject[] =>
    readdirSync(CORPUS + folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json"))
      .flatMap((path) => {
        try {
          const value: unknown = JSON.parse(readFileSync(`${CORPUS}${folder}/${path}`, "utf8"));
          return isJsonObject(value) ? [value] : [];
        } catch {
          return [];
        }
      });

  it("of 700 objects of forty programs none is an error", () => {
    const items = documents("03-objects");
    expect(items.length).toBeGreaterThan(600);
    const found = items.flatMap((item) => check(item).map((each) => each.split(" ")[0] ?? ""));
    const errors = found.filter((code) => severityOf(code) === "error");
    expect(errors).toEqual([]);
  });

  it("of the specification's own examples none is an error", () => {
    const found = documents("01-as2/w3c-activitystreams-test").flatMap((item) => check(item));
    expect(found.filter((each) => severityOf(each.split(" ")[0] ?? "") === "error")).toEqual([]);
  });
});

function severityOf(code: string): string | undefined {
  return Object.entries(DIAGNOSTICS).find(([each]) => each === code)?.[1].severity;
}
