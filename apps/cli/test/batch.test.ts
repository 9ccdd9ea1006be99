import { appendFileSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { create, mastodonArchive, note, packTarGz, packZip, writeFolder } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import type { BatchDocument } from "../src/commands/batch/document.js";
import { everything, type Run, run, scratch } from "./harness.js";
import { expectBySchema } from "./schemas.js";

const archive = (text: string) => mastodonArchive({ activities: [create(note({ content: text }))] });

async function exportsIn(folder: ReturnType<typeof scratch>): Promise<void> {
  mkdirSync(folder.at("in/deep"), { recursive: true });
  writeFileSync(folder.at("in/ada.zip"), await packZip(archive("of Ada")));
  writeFileSync(folder.at("in/bob.tar.gz"), await packTarGz(archive("of Bob")));
  await writeFolder(archive("of Cleo"), folder.at("in/cleo"));
  writeFileSync(folder.at("in/broken.zip"), "PK not");
  writeFileSync(folder.at("in/notes.txt"), "no archive");
  writeFileSync(folder.at("in/deep/ada.zip"), await packZip(archive("of another Ada")));
}

function batch(cwd: string, ...argv: string[]): Promise<Run> {
  return run(["batch", ...argv], { cwd });
}

async function document(cwd: string, ...argv: string[]): Promise<BatchDocument> {
  const { stdout } = await batch(cwd, ...argv, "--json");
  await expectBySchema("batch", stdout);
  return JSON.parse(stdout);
}

describe("batch", () => {
  it("converts what is in a folder; a broken archive stops none of the others", async () => {
    using folder = scratch();
    await exportsIn(folder);
    const { code, stdout, stderr } = await batch(folder.path, "in", "--to", "ndjson", "--out", "out");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^failed: .*broken\.zip/);
    expect(stdout).toMatch(/archives +4\ndone +3\nfailed +1\n/);
    const made = everything(folder.at("out")).filter((name) => !name.startsWith("."));
    expect(made).toEqual(["ada.ndjson", "batch.ndjson", "bob.ndjson", "cleo.ndjson"]);
    expect(readFileSync(folder.at("out/bob.ndjson"), "utf8")).toContain("of Bob");
  });

  it("what was done is not done again, unless the archive changed or something else is asked for", async () => {
    using folder = scratch();
    await exportsIn(folder);
    const argv = ["in", "--to", "ndjson", "--out", "out"];
    expect(await document(folder.path, ...argv)).toMatchObject({ done: 3, failed: 1, skipped: 0 });
    // A line that a killed run cut off does not count, and harms nothing.
    appendFileSync(folder.at("out/batch.ndjson"), '{"input":"x","fi');
    appendFileSync(folder.at("out/batch.ndjson"), "\n");
    expect(await document(folder.path, ...argv)).toMatchObject({ done: 0, failed: 1, skipped: 3 });
    utimesSync(folder.at("in/ada.zip"), 1, 1);
    expect(await document(folder.path, ...argv)).toMatchObject({ done: 1, failed: 1, skipped: 2 });
    expect(await document(folder.path, ...argv, "--kinds", "reply")).toMatchObject({ done: 3, skipped: 0 });
  });

  it("patterns and lists name archives too; two of one name have outputs of their own", async () => {
    using folder = scratch();
    await exportsIn(folder);
    const found = await document(folder.path, "in/**/ada.zip", "--to", "html", "--out", "sites");
    expect(found).toMatchObject({ archives: 2, done: 2, failed: 0 });
    for (const { output } of found.results)
      expect(existsSync(folder.at(`sites/${output}/index.html`))).toBe(true);
    expect(new Set(found.results.map(({ output }) => output)).size).toBe(2);

    const stdin = [new TextEncoder().encode("in/ada.zip\r\nin/deep/ada.zip\n\nin/gone.zip")];
    const argv = ["batch", "-", "--to", "csv", "--out", "rows", "--json"];
    const listed: BatchDocument = JSON.parse((await run(argv, { cwd: folder.path, stdin })).stdout);
    expect(listed).toMatchObject({ archives: 3, done: 2, failed: 1 });
    expect(new Set(listed.results.flatMap(({ output }) => output ?? [])).size).toBe(2);
  });

  it("shards share the list: each archive is in just one", async () => {
    using folder = scratch();
    mkdirSync(folder.at("in"));
    const bytes = await packZip(archive("x"));
    for (let at = 0; at < 12; at += 1) writeFileSync(folder.at(`in/${at}.zip`), bytes);
    const seen: string[] = [];
    for (const index of [1, 2, 3]) {
      const argv = ["in", "--to", "text", "--out", `out${index}`, "--shard", `${index}/3`];
      seen.push(...(await document(folder.path, ...argv)).results.map(({ input }) => input));
    }
    expect(seen.toSorted()).toEqual(
      Array.from({ length: 12 }, (_, at) => folder.at(`in/${at}.zip`)).toSorted(),
    );
  });

  it("an interruption ends it, and what was done stays done", async () => {
    using folder = scratch();
    await exportsIn(folder);
    const interruption = new AbortController();
    interruption.abort();
    const argv = ["batch", "in", "--to", "ndjson", "--out", "out"];
    const { code, stderr } = await run(argv, { cwd: folder.path, signal: interruption.signal });
    expect([code, stderr]).toEqual([130, expect.stringContaining("Interrupted")]);
    expect(await document(folder.path, ...argv.slice(1))).toMatchObject({ done: 3, failed: 1 });
  });

  it.each([
    [["gone", "--to", "text", "--out", "o"], 3, /gone: no such file/],
    [["*.zip", "--to", "text", "--out", "o"], 3, /nothing matches/],
    [["in", "--to", "text", "--out", "in"], 2, /lie in one another/],
    [["in", "--to", "text", "--out", "o", "--shard", "3/2"], 2, /second of eight/],
    [["in", "--to", "text", "--out", "o", "--title", "T"], 2, /--title is an option of/],
  ])("%j ends with %d", async (argv, expected, told) => {
    using folder = scratch();
    await exportsIn(folder);
    const { code, stderr } = await batch(folder.path, ...argv);
    expect(code).toBe(expected);
    expect(stderr).toMatch(told);
    expect(existsSync(folder.at("o"))).toBe(false);
  });
});
