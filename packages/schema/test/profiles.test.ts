import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ArchiveError, createReporter, DIAGNOSTICS, isJsonObject } from "@archive/schema";
import {
  createValidator,
  loadProfile,
  PROFILES,
  profileNamed,
  resolveProfile,
} from "@archive/schema/validate";
import { describe, expect, it } from "vitest";
import { CORPORA } from "./corpus.js";
import { mastodonItem } from "./mastodon-item.js";

describe("the built-in profiles", () => {
  it("are plain JSON, valid as files, and each builds on one that is there", () => {
    for (const profile of PROFILES) {
      expect(loadProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
      const { schemas } = resolveProfile(profile);
      expect(Object.keys(schemas).sort()).toEqual(["actor", "collection", "document", "item", "outbox"]);
    }
    expect(PROFILES.map((profile) => profile.name)).toEqual([
      "as2",
      "activitypub",
      "wild",
      "mastodon-archive",
      "pleroma-archive",
      "akkoma-archive",
      "pixelfed-archive",
      "peertube-archive",
      "fep-6fcd",
    ]);
  });

  it("are found by their names", () => {
    expect(profileNamed("wild").name).toBe("wild");
    expect(() => profileNamed("wildest")).toThrow(
      /profile called "wildest"; there are as2, activitypub, wild/,
    );
  });

  it("demand of an era what its versions write", () => {
    const noted = (era: string | null): readonly string[] =>
      resolveProfile(profileNamed("mastodon-archive"), era).required.Note ?? [];
    expect(noted(null)).not.toContain("replies");
    expect(noted("2.3-2.4")).toEqual(noted(null));
    expect(noted("4.2")).toEqual([...noted(null), "replies"]);
    expect(noted("4.5")).toEqual([...noted(null), "replies", "likes", "shares", "interactionPolicy"]);
    expect(noted("9.9")).toEqual(noted(null));
  });
});

describe("a user's own profile", () => {
  it("adds to what it extends, key by key", () => {
    const own = loadProfile({
      $schema: "https://schemas.ap-archive.example/v1/profile.schema.json",
      name: "ours",
      extends: "mastodon-archive",
      schemas: { actor: "as2/document", outbox: null },
      rules: { "as2/null-in-list": "error", "as2/relative-id": "off" },
      required: { Note: ["summary"] },
      eras: { "4.2": { rules: { "as2/relative-id": "info" } } },
    });
    const { name, schemas, rules, required } = resolveProfile(own, "4.2");
    expect(name).toBe("ours");
    expect(schemas).toMatchObject({ item: "as2/document", actor: "as2/document", outbox: null });
    expect(rules).toMatchObject({
      "as2/null-in-list": "error",
      "as2/relative-id": "info",
      "as2/relative-url": "off",
    });
    expect(required.Note).toEqual(expect.arrayContaining(["content", "replies", "summary"]));
  });

  it.each<readonly [string, unknown, string]>([
    ["that is no object", [], "profile/invalid"],
    ["that is nothing", undefined, "profile/invalid"],
    ["without a name", {}, "profile/invalid"],
    ["with a schema that is not there", { name: "a", schemas: { item: "as3" } }, "profile/invalid"],
    ["with a kind that is not there", { name: "a", schemas: { thing: null } }, "profile/invalid"],
    [
      "with a severity that is not there",
      { name: "a", rules: { "as2/relative-id": "fatal" } },
      "profile/invalid",
    ],
    ["with a code that is not there", { name: "a", rules: { "as2/unheard-of": "off" } }, "profile/invalid"],
    [
      "with such a code in an era",
      { name: "a", eras: { x: { rules: { "a/b": "off" } } } },
      "profile/invalid",
    ],
    ["with a key that means nothing", { name: "a", rule: {} }, "profile/invalid"],
    ["that extends what is not there", { name: "a", extends: "as3" }, "profile/unknown"],
    ["that extends itself", { name: "a", extends: "a" }, "profile/unknown"],
  ])("%s is refused", (_what, value, code) => {
    try {
      loadProfile(value);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      expect(error.code).toBe(code);
      expect(error.message).toMatch(/ \S+.*\.$/);
    }
  });

  it("may stand alone and demand nothing but an object", async () => {
    const reporter = createReporter();
    const profile = loadProfile({ name: "nothing", rules: offForAll() });
    const validator = await createValidator({ profile, onDiagnostic: reporter.report });
    expect(validator.document({ id: 7, content: [[]] })).toBe(true);
    expect(reporter.samples()).toEqual([]);
  });
});

function offForAll(): Record<string, "off"> {
  return Object.fromEntries(Object.keys(DIAGNOSTICS).map((code) => [code, "off"]));
}

/** Errors by code, with the number of items they concern. */
async function errorsIn(outbox: unknown, profile: string, era: string | null): Promise<readonly string[]> {
  const reporter = createReporter();
  const validator = await createValidator({ profile, era, onDiagnostic: reporter.report });
  const items: unknown = isJsonObject(outbox) ? outbox.orderedItems : null;
  if (!Array.isArray(items) || items.length === 0) throw new Error("There are no items.");
  items.forEach((item: unknown, index) => {
    const pointer = `/orderedItems/${index}`;
    validator.document(item, { file: "outbox.json", kind: "item", pointer, offset: index });
  });
  validator.document({ ...Object(outbox), orderedItems: [] }, { file: "outbox.json", kind: "outbox" });
  return reporter
    .codes()
    .filter((each) => each.severity === "error")
    .map((each) => `${each.code} in ${each.items}`);
}

describe("what deviates from AS2", () => {
  it("is one code with the number of posts it concerns", async () => {
    const bare = { ...mastodonItem, object: { ...mastodonItem.object, attachment: [] } };
    const outbox = {
      id: "outbox.json",
      type: "OrderedCollection",
      orderedItems: [mastodonItem, bare, mastodonItem, bare],
    };
    expect(await errorsIn(outbox, "mastodon-archive", "4.3-4.4")).toEqual([]);
    expect(await errorsIn(outbox, "as2", null)).toEqual(["as2/relative-url in 2", "as2/relative-id in 1"]);
  });
});

const REAL = new URL("02-outboxes/", CORPORA);
const real = (path: string): string => fileURLToPath(new URL(path, REAL));
const GENERATOR = new URL("../tools/gen-archive.mjs", CORPORA);

describe.skipIf(!existsSync(REAL))("real archives of Mastodon", () => {
  it.each<readonly [string, () => string, string | null]>([
    ["4.0, re-indented", () => readFileSync(real("vidarh/outbox.json"), "utf8"), "3.1-4.1"],
    ["4.3", () => readFileSync(real("lmorchard-fossilizer/outbox.json"), "utf8"), null],
    [
      "a tar of 2022",
      () => unpacked("tar", ["-xOf", real("lmorchard-fossilizer/mastodon-export.tar"), "outbox.json"]),
      "3.1-4.1",
    ],
    [
      "a zip of 2023",
      () => unpacked("unzip", ["-p", real("lmorchard-fossilizer/mastodon-export.zip"), "outbox.json"]),
      "4.2",
    ],
  ])("%s: valid in their own profile, not by the letter", async (_what, read, era) => {
    const outbox: unknown = JSON.parse(read());
    expect(await errorsIn(outbox, "mastodon-archive", era)).toEqual([]);
    expect(await errorsIn(outbox, "as2", null)).toContain("as2/relative-id in 1");
  });
});

describe.skipIf(!existsSync(GENERATOR))("archives in the shapes of Mastodon", () => {
  it.each([
    ["3.5", "3.1-4.1"],
    ["4.2", "4.2"],
    ["4.5", "4.5"],
  ])("%s: valid in their own profile", async (shape, era) => {
    const folder = mkdtempSync(join(tmpdir(), "profiles-"));
    try {
      const out = join(folder, "outbox.json");
      const args = [
        fileURLToPath(GENERATOR),
        "--posts",
        "1000",
        "--shape",
        shape,
        "--format",
        "outbox",
        "--out",
        out,
      ];
      spawnSync(process.execPath, args);
      const outbox: unknown = JSON.parse(readFileSync(out, "utf8"));
      expect(await errorsIn(outbox, "mastodon-archive", era)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function unpacked(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
}
