import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { create, mastodonArchive, note, packZip, rawZip } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { everything, run, scratch } from "./harness.js";

const archive = await packZip(mastodonArchive({ activities: [create(note({ content: "Hi" }))] }));

/** One line of what happened, one of advice, and no stack. */
function expectPlainError(stderr: string): void {
  expect(stderr).toMatch(/^error: [^\n]+\n( {2}[^\n]+\n)?$/);
  expect(stderr).not.toMatch(/\n\s+at /);
}

describe("help and version", () => {
  it.each([[[]], [["--help"]], [["help"]], [["-h"]]])("%j prints help", async (argv) => {
    const { code, stdout, stderr } = await run(argv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: ap-archive/);
    for (const command of [
      "inspect",
      "validate",
      "explain",
      "convert",
      "extract",
      "pack",
      "formats",
      "schema",
    ])
      expect(stdout).toContain(`\n  ${command} `);
    expect(stderr).toBe("");
  });

  it("a command's help lists its options and the common ones", async () => {
    const { code, stdout } = await run(["convert", "--help"]);
    expect(code).toBe(0);
    for (const option of [
      "--to",
      "--out",
      "--visibility",
      "--no-media",
      "--time-zone",
      "--json",
      "--force",
    ]) {
      expect(stdout).toContain(option);
    }
  });

  it("says nothing of switches being off", async () => {
    const { stdout } = await run(["validate", "--help"]);
    expect(stdout).toContain("--strict");
    expect(stdout).not.toContain("false");
  });

  it.each([[["--version"]], [["-V"]]])("%j prints the version", async (argv) => {
    expect(await run(argv)).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });
});

describe("wrong usage ends with 2 and a plain line", () => {
  it.each([
    [["inspekt", "a.zip"], /inspect/],
    [["inspect"], /archive/],
    [["inspect", "a.zip", "--jsn"], /--json/],
    [["inspect", "a.zip", "--time-zone", "Mars/Olympus"], /Mars\/Olympus/],
    [["inspect", "-", "-"], /once/],
    [["validate"], /archive or .json/],
    [["validate", "a.zip", "b.zip"], /a\.zip is no \.json file/],
    [["validate", "-", "a.json"], /Standard input is no \.json file/],
    [["validate", "a.zip", "--format", "xml"], /pretty, json, sarif, github/],
    [["validate", "a.zip", "--profile", "wlid"], /wild/],
    [["validate", "a.zip", "--max", "-1"], /whole number/],
    [["convert", "a.zip", "--out", "x"], /--to/],
    [["convert", "a.zip", "--to", "html"], /--out/],
    [["convert", "a.zip", "--to", "pdf", "--out", "x"], /html, markdown/],
    [["convert", "-", "-", "--to", "html", "--out", "x"], /once/],
    [["query", "a.zip"], /sql/],
    [["convert", "a.zip", "--to", "html", "--out", "x", "--visibility", "publik"], /publik/],
    [["convert", "a.zip", "--to", "html", "--out", "x", "--kinds", ""], /kinds/],
    [["convert", "a.zip", "--to", "html", "--out", "x", "--limit", "1e3"], /whole number/],
    [
      ["convert", "a.zip", "--to", "html", "--out", "x", "--since", "yesterday"],
      /--since is no date: yesterday/,
    ],
    [["query", "a.zip", "SELECT 1", "--until", "2024-02-31"], /--until is no date: 2024-02-31/],
    [["batch", "a.zip", "--to", "html", "--out", "x", "--lang", "!!"], /--lang is no language: !!/],
    [["convert", "a.zip", "--to", "html", "--out", "x", "--base-url", "ftp://a.example"], /base-url/],
    [["convert", "a.zip", "--to", "ndjson", "--out", "x", "--title", "T"], /--title/],
    [["convert", "a.zip", "--to", "html", "--out", ""], /--out/],
    [["explain"], /code/],
    [["explain", "media/mising"], /media\/missing/],
    [["explain", "no such thing at all"], /validate prints them/],
    [["schema", "as2/Nota"], /as2\/Note/],
    [["schema", "§§§§§§§"], /ap-archive schema/],
    [["schema", "Note", "--profile", "as3"], /as2, wild/],
    [["extract", "a.zip"], /--out/],
    [["extract", "a.zip", "--out", ""], /--out/],
    [["extract", "a.zip", "--out", "x", "--only", "outbox,toots"], /toots/],
    [["extract", "a.zip", "--out", "x", "--only", "media", "--no-media"], /nothing to unpack/],
    [["pack", "x"], /--out/],
    [["pack", "x", "--out", "x.tar"], /\.zip/],
    [["pack", "-", "--out", "x.zip"], /no folder/],
    [["frobnicate", "a.zip"], /unknown command/],
  ])("%j", async (argv, told) => {
    using folder = scratch();
    const { code, stdout, stderr } = await run(argv, { cwd: folder.path });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(told);
    expectPlainError(stderr);
    expect(everything(folder.path)).toEqual([]);
  });

  it.each(["--since", "--until", "--lang"])("%s that means nothing", async (option) => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), archive);
    const argv = ["convert", "a.zip", "--to", "html", "--out", "x", option, "§"];
    const { code, stderr } = await run(argv, { cwd: folder.path });
    expect(code).toBe(2);
    expectPlainError(stderr);
    expect(everything(folder.path)).toEqual(["a.zip"]);
  });
});

describe("what can't be read ends with 3", () => {
  const inputs: Record<string, (path: string) => void> = {
    "nothing at the path": () => undefined,
    "an empty file": (path) => writeFileSync(path, ""),
    "a text": (path) => writeFileSync(path, "Dear diary"),
    "a picture": (path) =>
      writeFileSync(path, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])),
    "JSON of something else": (path) => writeFileSync(path, '{"name":"package","version":"1.0.0"}'),
    "an empty folder": (path) => mkdirSync(path),
    "a folder without outbox": (path) => {
      mkdirSync(path);
      writeFileSync(`${path}/holiday.txt`, "sun");
    },
    "an encrypted zip": (path) =>
      writeFileSync(path, rawZip([{ name: "outbox.json", data: "secret", method: 8, encrypted: true }])),
    "a zip without outbox": (path) =>
      writeFileSync(path, rawZip([{ name: "readme.txt", data: "hi", method: 0 }])),
  };

  it.each(Object.keys(inputs))("%s", async (name) => {
    using folder = scratch();
    inputs[name]?.(folder.at("input"));
    const before = everything(folder.path);
    for (const argv of [
      ["inspect", "input"],
      ["inspect", "--json", "input"],
      ["validate", "input"],
      ["convert", "input", "--to", "html", "--out", "out"],
    ]) {
      const { code, stdout, stderr } = await run(argv, { cwd: folder.path });
      expect([argv, code, stdout]).toEqual([argv, 3, ""]);
      expect(stderr).toContain("input");
      expectPlainError(stderr);
    }
    expect(everything(folder.path)).toEqual(before);
  });

  it("an empty standard input", async () => {
    const { code, stderr } = await run(["inspect", "-"]);
    expect(code).toBe(3);
    expectPlainError(stderr);
  });

  it("--verbose adds the stack", async () => {
    const { code, stderr } = await run(["inspect", "/nowhere/to/be/found", "--verbose"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/\n\s+at /);
  });
});

describe("the output", () => {
  it("that exists and is not ours ends with 2; --force keeps it as .bak", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), archive);
    mkdirSync(folder.at("site"));
    writeFileSync(folder.at("site/mine.txt"), "mine");
    const argv = ["convert", "a.zip", "--to", "html", "--out", "site"];
    const refused = await run(argv, { cwd: folder.path });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--force");
    // Nobody waits for a large archive to be read first.
    expect(refused.stderr).not.toContain("Writing");
    expect(everything(folder.path)).toEqual(["a.zip", "site", "site/mine.txt"]);
    expect((await run([...argv, "--force"], { cwd: folder.path })).code).toBe(0);
    expect(readFileSync(folder.at("site.bak/mine.txt"), "utf8")).toBe("mine");
    expect(existsSync(folder.at("site/index.html"))).toBe(true);
  });

  it("of another target ends with 2", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), archive);
    expect((await run(["convert", "a.zip", "--to", "html", "--out", "o"], { cwd: folder.path })).code).toBe(
      0,
    );
    expect(
      (await run(["convert", "a.zip", "--to", "markdown", "--out", "o"], { cwd: folder.path })).code,
    ).toBe(2);
  });

  it.each(["file/site", "file/site.zip", "file/site.tar"])(
    "that can't be written ends with 4: %s",
    async (out) => {
      using folder = scratch();
      writeFileSync(folder.at("a.zip"), archive);
      writeFileSync(folder.at("file"), "");
      const { code, stderr } = await run(["convert", "a.zip", "--to", "html", "--out", out], {
        cwd: folder.path,
      });
      expect(code).toBe(4);
      expect(stderr).toContain(out);
      expectPlainError(stderr.slice(stderr.indexOf("error:")));
      expect(everything(folder.path)).toEqual(["a.zip", "file"]);
    },
  );

  it("that lies in the archive, or the archive in it, ends with 2, even with --force", async () => {
    using folder = scratch();
    mkdirSync(folder.at("export"));
    writeFileSync(folder.at("export/a.zip"), archive);
    for (const [input, out] of [
      ["export", "export/site"],
      ["export/a.zip", "export"],
      ["export/a.zip", "export/a.zip"],
    ] as const) {
      const argv = ["convert", input, "--to", "html", "--out", out, "--force"];
      expect((await run(argv, { cwd: folder.path })).code).toBe(2);
    }
    expect(everything(folder.path)).toEqual(["export", "export/a.zip"]);
  });
});

describe("an interruption ends with 130 and leaves nothing", () => {
  it.each(["inspect", "validate", "convert", "extract"])("%s", async (command) => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), archive);
    const target = command === "convert" ? ["--to", "html"] : [];
    const rest = command === "convert" || command === "extract" ? [...target, "--out", "site"] : [];
    const signal = AbortSignal.abort();
    const { code, stdout, stderr } = await run([command, "a.zip", ...rest], { cwd: folder.path, signal });
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(everything(folder.path)).toEqual(["a.zip"]);
  });
});
