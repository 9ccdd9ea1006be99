import { readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import {
  mastodonArchive,
  packTarGz,
  packZip,
  sampleArchive,
  sampleSecrets,
  writeFolder,
} from "@archive/fixtures";
import { beforeAll, describe, expect, it } from "vitest";
import { SOFTWARE } from "../src/commands/migrate/options.js";
import { TARGET_NAMES } from "../src/targets/names.js";
import { run, scratch } from "./harness.js";
import { filesOf, holdsBytes, search } from "./support-search.js";

const secrets = sampleSecrets();
const sample = sampleArchive();
const hiddenFiles = secrets.mediaPaths.map((path) => basename(path));
const needles = [...secrets.texts, ...secrets.ids, ...hiddenFiles];
const place = scratch();

beforeAll(async () => {
  writeFileSync(place.at("sample.zip"), await packZip(sample));
  writeFileSync(place.at("sample.tar.gz"), await packTarGz(sample));
  await writeFolder(sample, place.at("sample"));
  return () => place[Symbol.dispose]();
});

const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`ap-archive-${process.pid}`));

describe("the search itself", () => {
  it("finds every secret in the input, packed or not", async () => {
    for (const name of ["sample", "sample.zip", "sample.tar.gz"]) {
      const files = await filesOf(place.at(name));
      for (const needle of needles) expect(search(files, [needle.toUpperCase()]), needle).not.toEqual([]);
      for (const path of secrets.mediaPaths) {
        expect(holdsBytes(files, sample.get(path) ?? new Uint8Array()), path).not.toEqual([]);
      }
    }
    expect(needles.length).toBeGreaterThan(30);
  });
});

describe.each(["html", "markdown"])("what `convert --to %s` writes by default", (target) => {
  it.each([
    ["sample.zip", "site"],
    ["sample.tar.gz", "site-of-tar"],
    ["sample", "site.zip"],
    ["sample.zip", "site.tar"],
  ])("from %s to %s holds nothing of a followers-only or direct post", async (input, output) => {
    const out = `${target}-${output}`;
    const { code, stdout, stderr } = await run(["convert", input, "--to", target, "--out", out], {
      cwd: place.path,
    });
    expect(stderr).not.toContain("error:");
    expect(code).toBe(0);
    const files = await filesOf(place.at(out));
    expect(files.length).toBeGreaterThan(100);
    expect(search(files, needles)).toEqual([]);
    for (const path of secrets.mediaPaths)
      expect(holdsBytes(files, sample.get(path) ?? new Uint8Array())).toEqual([]);
    expect(search([{ name: "terminal", bytes: Buffer.from(stdout + stderr) }], secrets.texts)).toEqual([]);
    expect(temporary()).toEqual([]);
  });

  it("widened by --visibility, holds what was asked for", async () => {
    const out = `${target}-all`;
    const argv = ["convert", "sample.zip", "--to", target, "--out", out];
    const { code } = await run([...argv, "--visibility", "public,unlisted,followers,direct"], {
      cwd: place.path,
    });
    expect(code).toBe(0);
    const files = await filesOf(place.at(out));
    expect(search(files, secrets.texts).length).toBeGreaterThan(secrets.texts.length / 2);
  });
});

describe("a site with everything that can be asked for", () => {
  it.each(["whole", "whole.zip", "whole.tar"])("as %s holds nothing of a private post", async (out) => {
    const argv = [
      "convert",
      "sample.zip",
      "--to",
      "html",
      "--out",
      out,
      "--base-url",
      "https://x.example/a/",
    ];
    const all = ["--keep-urls", "--links", "boosts,likes,bookmarks", "--include-history", "--include-gone"];
    const { code, stdout, stderr } = await run([...argv, ...all], { cwd: place.path });
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error:")]);
    const files = await filesOf(place.at(out));
    for (const part of ["_redirects", "webfinger", "atom.xml", "sitemap", "search", "statistics"]) {
      expect(
        files.some(({ name }) => name.includes(part)),
        part,
      ).toBe(true);
    }
    expect(search(files, needles)).toEqual([]);
    for (const path of secrets.mediaPaths)
      expect(holdsBytes(files, sample.get(path) ?? new Uint8Array())).toEqual([]);
    expect(search([{ name: "terminal", bytes: Buffer.from(stdout + stderr) }], secrets.texts)).toEqual([]);
    expect(temporary()).toEqual([]);
  });
});

const others = TARGET_NAMES.filter((name) => name !== "html" && name !== "markdown");

/** Formats that have no place for private posts, or whose importers would show them to others: whatever is asked for. */
const NEVER_PRIVATE: ReadonlySet<string> = new Set(["gotosocial", "csv-kit"]);
/** Formats that have a place for some of them. */
const SOME_PRIVATE: ReadonlySet<string> = new Set(["sharkey", "pleroma"]);

describe.each(others)("what `convert --to %s` writes by default", (target) => {
  it.each(["out.zip", "out.xml", "out.json", "out"])(
    "to %s holds nothing of a followers-only or direct post",
    async (out) => {
      const path = `${target}-${out}`;
      const argv = ["convert", "sample.zip", "--to", target, "--out", path];
      for (const options of [[], ["--visibility", "public,unlisted,followers,direct"]]) {
        const { code, stdout, stderr } = await run([...argv, ...options, "--force"], { cwd: place.path });
        expect([code, stderr]).toEqual([0, expect.not.stringContaining("error:")]);
        const found = search(await filesOf(place.at(path)), [...secrets.texts, ...secrets.ids]);
        if (options.length > 0 && !NEVER_PRIVATE.has(target)) {
          expect(found.length).toBeGreaterThan(SOME_PRIVATE.has(target) ? 0 : secrets.texts.length / 2);
        } else {
          const files = await filesOf(place.at(path));
          expect(search(files, needles)).toEqual([]);
          for (const media of secrets.mediaPaths)
            expect(holdsBytes(files, sample.get(media) ?? new Uint8Array())).toEqual([]);
          expect(search([{ name: "terminal", bytes: Buffer.from(stdout + stderr) }], secrets.texts)).toEqual(
            [],
          );
        }
        expect(temporary()).toEqual([]);
      }
    },
  );
});

describe.each(SOFTWARE)("the kit that `migrate --to %s` writes", (software) => {
  it.each(["kit", "kit.zip"])("as %s holds nothing of a followers-only or direct post", async (out) => {
    const path = `${software}-${out}`;
    const argv = [
      "migrate",
      "sample.zip",
      "--to",
      software,
      "--out",
      path,
      "--base-url",
      "https://x.example",
    ];
    const { code, stdout, stderr } = await run(software === "wordpress" ? argv : argv.slice(0, -2), {
      cwd: place.path,
    });
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error:")]);
    const files = await filesOf(place.at(path));
    expect(files.length).toBeGreaterThan(4);
    expect(search(files, needles)).toEqual([]);
    for (const media of secrets.mediaPaths)
      expect(holdsBytes(files, sample.get(media) ?? new Uint8Array())).toEqual([]);
    expect(search([{ name: "terminal", bytes: Buffer.from(stdout + stderr) }], secrets.texts)).toEqual([]);
    expect(temporary()).toEqual([]);
  });
});

describe("`query`", () => {
  it("finds nothing of a followers-only or direct post", async () => {
    const { code, stdout } = await run(["query", "sample.zip", "SELECT * FROM post", "--json"], {
      cwd: place.path,
    });
    expect([code, JSON.parse(stdout).length]).toEqual([0, 319]);
    expect(search([{ name: "rows", bytes: Buffer.from(stdout) }], needles)).toEqual([]);
    expect(temporary()).toEqual([]);
  });
});

describe("findings", () => {
  it.each([
    ["inspect"],
    ["validate"],
    ["validate", "--format", "sarif"],
    ["validate", "--format", "github"],
    ["validate", "--profile", "as2"],
    ["audit"],
    ["diff", "sample.zip"],
    ["merge", "--out", "merged.zip", "--force"],
    ["repair", "--dry-run"],
  ])("that `%s %s %s` prints quote no private text", async (...argv) => {
    for (const format of [[], ["--json"], ["--verbose"]]) {
      const { stdout, stderr } = await run([...argv, "sample.zip", ...format], { cwd: place.path });
      expect(search([{ name: "terminal", bytes: Buffer.from(stdout + stderr) }], secrets.texts)).toEqual([]);
    }
  });
});

describe("`diff` and `audit`", () => {
  it("count what is private, and name none of it", async () => {
    writeFileSync(place.at("empty.zip"), await packZip(mastodonArchive()));
    for (const argv of [
      ["diff", "sample.zip", "empty.zip"],
      ["diff", "empty.zip", "sample.zip", "--max", "1000"],
      ["audit", "sample.zip", "--max", "1000"],
    ]) {
      for (const format of [[], ["--json"]]) {
        const { code, stdout, stderr } = await run([...argv, ...format], { cwd: place.path });
        expect([argv, code]).toEqual([argv, 0]);
        const printed = [{ name: "terminal", bytes: Buffer.from(stdout + stderr) }];
        expect(search(printed, [...secrets.texts, ...secrets.ids])).toEqual([]);
      }
    }
  });
});

describe("`merge`", () => {
  it("keeps a private post private: `convert` leaves it out of a merged archive, gone or not", async () => {
    const later = mastodonArchive();
    writeFileSync(place.at("archive-20990101000000-0a1b2c3d.zip"), await packZip(later));
    for (const inputs of [["sample.zip"], ["sample.zip", "archive-20990101000000-0a1b2c3d.zip"]]) {
      const merged = ["merge", ...inputs, "--out", "whole.zip", "--force"];
      expect((await run(merged, { cwd: place.path })).code).toBe(0);
      expect(search(await filesOf(place.at("whole.zip")), secrets.texts).length).toBeGreaterThan(10);
      for (const gone of [[], ["--include-gone", "--include-history"]]) {
        const argv = ["convert", "whole.zip", "--to", "ndjson", "--out", "whole.ndjson", "--force", ...gone];
        expect((await run(argv, { cwd: place.path })).code).toBe(0);
        expect(search(await filesOf(place.at("whole.ndjson")), needles)).toEqual([]);
      }
    }
  });
});
