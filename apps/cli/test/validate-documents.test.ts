import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { create, mastodonArchive, note, PUBLIC, packZip } from "@archive/fixtures";
import { beforeAll, describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";
import { expectSarif } from "./sarif-schema.js";
import { expectBySchema } from "./schemas.js";

const place = scratch();
const at = { cwd: place.path };
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const post = {
  "@context": "https://www.w3.org/ns/activitystreams",
  type: "Note",
  id: "https://a.example/1",
  to: PUBLIC,
};
const SECRET = "MOONLIT-RENDEZVOUS";
const direct = { ...post, id: "https://a.example/2", to: ["https://b.example/bob"] };

beforeAll(() => {
  const files = {
    "good.json": json({ ...post, content: "Hello" }),
    "bad.json": json({ ...post, published: "2024-13-45", content: 42 }),
    "direct.json": json({ ...direct, published: SECRET, contentMap: { [`${SECRET} x`]: SECRET } }),
    "broken.json": '{\n  "type": "Note",\n  "content": oops\n}\n',
    "outbox.json": json({ ...mastodonOutbox() }),
    "list.json": json({ ...post, type: "Collection", items: ["not an address at all"], totalItems: -1 }),
    "profile.json": json({ name: "ours", extends: "wild", rules: { "date/unreadable": "error" } }),
    "no-profile.json": json({ rules: { "as2/invalid-dote": "info" } }),
    "odd,name: 100%.json": json({ ...post, published: "yesterday" }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(place.at(name), text);
  mkdirSync(place.at("folder/deep"), { recursive: true });
  writeFileSync(place.at("folder/a.json"), files["good.json"]);
  writeFileSync(place.at("folder/deep/b.json"), files["bad.json"]);
  writeFileSync(place.at("folder/readme.txt"), "no JSON");
  symlinkSync("../bad.json", place.at("folder/link.json"));
  return () => place[Symbol.dispose]();
});

function mastodonOutbox(): object {
  const bytes = mastodonArchive({ activities: [create()] }).get("outbox.json");
  return JSON.parse(new TextDecoder().decode(bytes));
}

interface Report {
  readonly valid: boolean;
  readonly profile: string;
  readonly checked: { readonly documents: number; readonly items: number };
  readonly diagnostics: readonly {
    readonly code: string;
    readonly file: string;
    readonly pointer?: string;
  }[];
}

async function report(...argv: string[]): Promise<Report & { readonly exit: number }> {
  const { code, stdout, stderr } = await run(["validate", ...argv, "--json"], at);
  expect(stderr).toBe("");
  await expectBySchema("validate", stdout);
  const document: Report = JSON.parse(stdout);
  return { ...document, exit: code };
}

describe("validate: documents", () => {
  it("a single one is held against wild, and against what --profile names", async () => {
    const wild = await report("bad.json");
    expect(wild).toMatchObject({ exit: 1, valid: false, profile: "wild", checked: { documents: 1 } });
    expect(wild.diagnostics).toContainEqual(
      expect.objectContaining({ code: "as2/required-type", file: "bad.json", pointer: "/content" }),
    );
    expect(await report("good.json")).toMatchObject({ exit: 0, valid: true, profile: "wild" });
    expect(await report("good.json", "--profile", "as2")).toMatchObject({ profile: "as2" });
    const ours = await report("bad.json", "--profile", "./profile.json");
    expect(ours.profile).toBe("ours");
    expect(ours.diagnostics.find(({ code }) => code === "date/unreadable")).toMatchObject({
      severity: "error",
    });
  });

  it("several are always documents, also a bare outbox; one that is no JSON is a finding", async () => {
    const found = await report("good.json", "outbox.json", "broken.json", "./bad.json");
    expect(found).toMatchObject({ exit: 1, profile: "wild", checked: { documents: 4 } });
    expect(found.diagnostics).toContainEqual(
      expect.objectContaining({ code: "json/invalid", severity: "error", file: "broken.json" }),
    );
    expect(new Set(found.diagnostics.map(({ file }) => file))).toContain("./bad.json");
    expect((await report("outbox.json")).profile).toBe("mastodon-archive");
    expect(await report("broken.json")).toMatchObject({ exit: 1, checked: { documents: 1 } });
  });

  it("a collection that is no outbox is one document", async () => {
    const found = await report("list.json", "--profile", "as2");
    expect(found.checked.documents).toBe(1);
    expect(found.diagnostics).toContainEqual(expect.objectContaining({ pointer: "/totalItems" }));
  });

  it("a folder of JSON that is no archive is its documents, links left alone", async () => {
    const found = await report("folder");
    expect(found).toMatchObject({ exit: 1, profile: "wild", checked: { documents: 2 } });
    expect(new Set(found.diagnostics.map(({ file }) => file))).toEqual(new Set(["folder/deep/b.json"]));
  });

  it.each([
    [["nowhere.json"], 3],
    [["good.json", "nowhere.json"], 3],
    [["good.json", "--profile", "no-profile.json"], 2],
    [["good.json", "--profile", "broken.json"], 2],
  ])("%j ends with %i", async (argv, expected) => {
    const { code, stdout, stderr } = await run(["validate", ...argv], at);
    expect([code, stdout]).toEqual([expected, ""]);
    expect(stderr).toMatch(/^error: [^\n]+\n( {2}[^\n]+\n)?$/);
  });

  it("pretty shows line, column and what stands there", async () => {
    const { stdout } = await run(["validate", "bad.json"], at);
    const lines = stdout.split("\n");
    const text = json({ ...post, published: "2024-13-45", content: 42 }).split("\n");
    const line = text.findIndex((each) => each.includes('"content"'));
    const column = (text[line] ?? "").indexOf("42");
    expect(stdout).toContain(`bad.json:${line + 1}:${column + 1}  /content`);
    const shown = lines.findIndex((each) => each.includes('"content": 42'));
    expect(lines[shown]?.indexOf("42")).toBe(lines[shown + 1]?.indexOf("^^"));
    expect((await run(["validate", "broken.json"], at)).stdout).toContain("broken.json:3:14");
  });
});

describe("what is not public", () => {
  const formats = [["pretty"], ["json"], ["sarif"], ["github"]];

  it.each(formats)("is quoted in --format %s only with --show-content", async (format) => {
    for (const argv of [["direct.json"], ["good.json", "direct.json"]]) {
      const { code, stdout, stderr } = await run(
        ["validate", ...argv, "--profile", "as2", "--format", format, "--verbose"],
        at,
      );
      expect(code).toBe(1);
      expect(stdout + stderr).toContain("as2/invalid-date");
      expect(stdout + stderr).not.toContain(SECRET);
    }
    const shown = await run(
      ["validate", "direct.json", "--profile", "as2", "--format", format, "--show-content"],
      at,
    );
    expect(shown.stdout).toContain(SECRET);
  });

  it.each(formats)("a direct post of an archive is not quoted in --format %s", async (format) => {
    const activity = create(note({ content: SECRET }));
    const hidden = { ...activity, to: ["https://b.example/bob"], cc: [], published: SECRET };
    const object = {
      ...Object(activity.object),
      to: hidden.to,
      cc: [],
      updated: SECRET,
      name: { [SECRET]: SECRET },
    };
    const stdin = [await packZip(mastodonArchive({ activities: [{ ...hidden, object }] }))];
    const { code, stdout, stderr } = await run(["validate", "-", "--format", format], { stdin });
    expect(code).toBe(1);
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it("secrets are not quoted at all", async () => {
    const actor = {
      ...post,
      type: "Person",
      email: [SECRET],
      privateKeyPem: { [SECRET]: SECRET },
      bto: [` ${SECRET}`],
    };
    writeFileSync(place.at("actor.json"), json({ ...actor, inbox: 1, outbox: 2 }));
    for (const format of formats.flat()) {
      const { stdout } = await run(["validate", "actor.json", "--format", format], at);
      expect([format, stdout.includes(SECRET)]).toEqual([format, false]);
    }
  });
});

describe("--format sarif", () => {
  it("is a SARIF 2.1.0 log of documents, with lines", async () => {
    const argv = ["validate", "bad.json", "odd,name: 100%.json", "broken.json", "--format", "sarif"];
    const { code, stdout } = await run(argv, at);
    expect(code).toBe(1);
    const log = JSON.parse(stdout);
    expectSarif(log);
    const [{ artifacts, results, tool }] = log.runs;
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      for (const { physicalLocation } of locations) {
        const { uri, index } = physicalLocation.artifactLocation;
        expect(artifacts[index].location.uri).toBe(uri);
        expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      }
    }
    expect(artifacts.map(({ location }: { location: { uri: string } }) => location.uri)).toContain(
      "odd%2Cname%3A%20100%25.json",
    );
  });

  it("of a packed archive nests entries in it; of a folder names the files", async () => {
    const files = mastodonArchive({ activities: [{ type: "Create", id: "https://a.example/1" }, create()] });
    writeFileSync(place.at("a.zip"), await packZip(files));
    mkdirSync(place.at("unpacked"));
    for (const [path, bytes] of files) writeFileSync(place.at(`unpacked/${path}`), bytes);
    const logs = [];
    for (const input of ["a.zip", "unpacked"]) {
      const { stdout } = await run(["validate", input, "--format", "sarif"], at);
      logs.push(JSON.parse(stdout));
      expectSarif(logs.at(-1));
    }
    const [packed, folder] = logs.map((log) => log.runs[0].artifacts);
    expect(packed[0]).toEqual({ location: { uri: "a.zip" } });
    expect(packed).toContainEqual({ location: { uri: "outbox.json" }, parentIndex: 0 });
    expect(folder).toContainEqual({ location: { uri: "unpacked/outbox.json" } });
  });
});

describe("--format github", () => {
  it("is one workflow command for each finding, escaped", async () => {
    const argv = ["validate", "bad.json", "odd,name: 100%.json", "--format", "github"];
    const { code, stdout, stderr } = await run(argv, at);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split("\n");
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) (file=[^:,]+,line=\d+,col=\d+,)?title=[^:,]+::[^\n]+$/);
    }
    expect(lines.some((line) => line.includes("file=odd%2Cname%3A 100%25.json,line="))).toBe(true);
    expect(lines.some((line) => line.includes("%0A"))).toBe(true);
    expect(stderr).toContain("2 documents are not all valid (wild)");
  });

  it("names the archive for what is in it, and says what --max left out", async () => {
    const { stdout } = await run(["validate", "a.zip", "--format", "github", "--max", "0"], at);
    expect(stdout).toMatch(/^::notice title=outbox\/create-without-object::and 1 more/m);
    const full = await run(["validate", "a.zip", "--format", "github"], at);
    expect(full.stdout).toMatch(
      /^::error file=a\.zip,title=outbox\/create-without-object::.*%0Aoutbox\.json/m,
    );
  });
});
