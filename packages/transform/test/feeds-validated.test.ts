import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, select, type Target, writeOutput } from "@archive/transform";
import { atomTarget, type FeedOptions, jsonFeedTarget, rssTarget } from "@archive/transform/feeds";
import { folderSink } from "@archive/transform/node";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JSON_FEED_SCHEMA } from "./support/json-feed-schema.js";

const GRAMMAR = fileURLToPath(new URL("support/atom.rng", import.meta.url));
const HAS_XMLLINT = spawnSync("xmllint", ["--version"]).status === 0;
const PYTHON = "/usr/bin/python3";
const HAS_FEEDPARSER = spawnSync(PYTHON, ["-c", "import feedparser"]).status === 0;
/** A copy of github.com/w3c/feedvalidator, which no registry has. */
const W3C = process.env.FEEDVALIDATOR_PATH ?? "";

/** What feedparser makes of each file: whether it stumbled, and how many items it saw, with and without a date. */
const PARSE = `
import feedparser, json, sys
def seen(path):
    feed = feedparser.parse(path)
    return {"version": feed.version, "bozo": bool(feed.bozo), "title": feed.feed.get("title"), "ids": [e.get("id") for e in feed.entries],
            "dated": sum(1 for e in feed.entries if e.get("published_parsed")), "texts": sum(1 for e in feed.entries if e.get("content"))}
print(json.dumps([seen(path) for path in sys.argv[1:]]))
`;

/** What the validator of validator.w3.org/feed says that is not a mere recommendation. */
const VALIDATE = `
import json, sys
sys.path.insert(0, sys.argv[1])
import feedvalidator
from feedvalidator.logging import Error
errors = []
for path in sys.argv[2:]:
    try: events = feedvalidator.validateStream(open(path, "rb"), base="https://ada.example/feed/" + path.split("/feed/")[1])["loggedEvents"]
    except feedvalidator.logging.ValidationFailure as failure: events = [failure.event]
    errors += [type(e).__name__ + " " + str(e.params) for e in events if isinstance(e, Error)]
print(json.dumps(errors))
`;

interface Parsed {
  readonly version: string;
  readonly bozo: boolean;
  readonly title: string | null;
  readonly ids: readonly string[];
  readonly dated: number;
  readonly texts: number;
}

describe("feeds of the sample, by others’ validators", () => {
  let root = "";
  let posts = 0;
  const files = (format: string): string[] =>
    readdirSync(join(root, format), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:xml|json)$/.test(path) && !path.split("/").at(-1)?.startsWith("."))
      .map((path) => join(root, format, path));
  const python = (script: string, ...argv: string[]): string => {
    const { status, stdout, stderr } = spawnSync(PYTHON, ["-c", script, ...argv], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, expect.anything()]);
    return stdout;
  };

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "feeds-validated-"));
    await using archive = await openArchive(await packZip(sampleArchive()));
    const { selection } = await select(archive, { library: memoryLibrary() });
    for await (const _ of selection.posts("oldest")) posts += 1;
    const targets: readonly Target<FeedOptions>[] = [atomTarget, rssTarget, jsonFeedTarget];
    for (const target of targets) {
      for (const [folder, options] of [
        ["feed", { baseUrl: "https://ada.example/feed/" }],
        ["single", { single: true }],
      ] as const) {
        await writeOutput({
          target,
          selection,
          options,
          sink: folderSink(join(root, target.name, folder)),
          manifest: { tool: "test", version: "1.0.0", command: `convert ${target.name}` },
        });
      }
    }
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.skipIf(!HAS_XMLLINT)("Atom follows the grammar of RFC 4287 (skipped without xmllint)", () => {
    const refusedOf = (paths: readonly string[]): string[] =>
      spawnSync("xmllint", ["--noout", "--relaxng", GRAMMAR, ...paths], { encoding: "utf8" })
        .stderr.split("\n")
        .filter((line) => line !== "" && !line.endsWith(" validates"));
    expect(files("atom").length).toBeGreaterThan(2);
    expect(refusedOf(files("atom"))).toEqual([]);
    // The grammar is no rubber stamp.
    const [good = ""] = files("atom");
    const bad = join(root, "bad.xml");
    for (const [there, instead] of [
      [/<updated>/, "<updated>yesterday "],
      [/<id>[^<]*<\/id>/, ""],
      [/<content type="html">/, '<content type="htm">'],
    ] as const) {
      writeFileSync(bad, readFileSync(good, "utf8").replace(there, instead));
      expect([String(there), refusedOf([bad]).length > 0]).toEqual([String(there), true]);
    }
  });

  it.skipIf(!HAS_FEEDPARSER).each([
    ["atom", "atom10"],
    ["rss", "rss20"],
  ])("%s is read whole by feedparser, which stumbles at nothing (skipped without it)", (format, version) => {
    const parsed: Parsed[] = JSON.parse(python(PARSE, ...files(format)));
    expect(parsed.map(({ version: found, bozo }) => [found, bozo])).toEqual(
      parsed.map(() => [version, false]),
    );
    const paged = parsed.filter((_, at) => files(format)[at]?.includes("/feed/"));
    const single = parsed.filter((_, at) => files(format)[at]?.includes("/single/"));
    for (const all of [paged, single]) {
      expect(new Set(all.flatMap(({ ids }) => ids)).size).toBe(posts);
      expect(all.reduce((sum, { dated }) => sum + dated, 0)).toBeGreaterThan(posts * 0.9);
    }
  });

  it.skipIf(!existsSync(W3C))(
    "the W3C’s validator finds no error (skipped without FEEDVALIDATOR_PATH)",
    () => {
      const paged = ["atom", "rss"].flatMap(files).filter((path) => path.includes("/feed/"));
      expect(JSON.parse(python(VALIDATE, join(W3C, "src"), ...paged))).toEqual([]);
    },
  );

  it("JSON Feed follows the text of its version 1.1", () => {
    const validate = new Ajv2020({
      strict: true,
      strictRequired: false,
      formats: { uri: URL.canParse, "date-time": isRfc3339 },
    }).compile(JSON_FEED_SCHEMA);
    for (const path of files("jsonfeed")) {
      expect([path, validate(JSON.parse(readFileSync(path, "utf8"))), validate.errors]).toEqual([
        path,
        true,
        null,
      ]);
    }
  });
});

function isRfc3339(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}
