import { readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { packTarGz, packZip, sampleArchive, sampleSecrets, writeFolder } from "@archive/fixtures";
import { beforeAll, describe, expect, it } from "vitest";
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

describe("findings", () => {
  it.each([
    ["inspect"],
    ["validate"],
    ["validate", "--format", "sarif"],
    ["validate", "--format", "github"],
    ["validate", "--profile", "as2"],
  ])("that `%s %s %s` prints quote no private text", async (...argv) => {
    for (const format of [[], ["--json"], ["--verbose"]]) {
      const { stdout, stderr } = await run([...argv, "sample.zip", ...format], { cwd: place.path });
      expect(search([{ name: "terminal", bytes: Buffer.from(stdout + stderr) }], secrets.texts)).toEqual([]);
    }
  });
});
