import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { packZip, sampleArchive } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";

const sample = await packZip(sampleArchive());

describe("the options of `convert --to html`", () => {
  it("make pages of links, and put a theme in", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    mkdirSync(folder.at("look"));
    writeFileSync(
      folder.at("look/theme.json"),
      `{ "footer": "Kept by hand.", "tokens": { "accent": "#123456" } }`,
    );
    const argv = ["convert", "a.zip", "--to", "html", "--out", "site", "--links", "likes,boosts"];
    const { code } = await run([...argv, "--theme", folder.at("look")], { cwd: folder.path });
    expect(code).toBe(0);
    expect(readFileSync(folder.at("site/index.html"), "utf8")).toContain("Kept by hand.");
    expect(readFileSync(folder.at("site/assets/site.css"), "utf8")).toContain("--accent:#123456");
    expect(existsSync(folder.at("site/likes/index.html"))).toBe(true);
    expect(existsSync(folder.at("site/boosts/index.html"))).toBe(true);
    expect(existsSync(folder.at("site/bookmarks/index.html"))).toBe(false);
  });

  it("say whether search engines may list the site, whatever the account says", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    const argv = ["convert", "a.zip", "--to", "html", "--base-url", "https://me.example/"];
    const NOINDEX = '<meta name="robots" content="noindex">';
    for (const [choice, isClosed] of [
      ["account", false],
      ["refuse", true],
      ["allow", false],
    ] as const) {
      const { code } = await run([...argv, "--out", choice, "--search-engines", choice], {
        cwd: folder.path,
      });
      expect(code).toBe(0);
      expect(readFileSync(folder.at(`${choice}/index.html`), "utf8").includes(NOINDEX), choice).toBe(
        isClosed,
      );
    }
  });

  it.each([
    [["--search-engines", "some"], "account, allow, refuse"],
    [["--theme", "nowhere"], "no such folder, file or module"],
    [["--links", "followers"], "boosts, likes, bookmarks"],
    [["--image-sizes", "tiny"], "whole numbers"],
  ])("that mean nothing are told of: %j", async (options, message) => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    const argv = ["convert", "a.zip", "--to", "html", "--out", "site", ...options];
    const { code, stderr } = await run(argv, { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(folder.at("site"))).toBe(false);
  });
});
