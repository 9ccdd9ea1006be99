import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { PUBLIC, packZip, sampleArchive, sampleSecrets } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { everything, type Run, run, scratch } from "./harness.js";

const sample = await packZip(sampleArchive());

interface Post {
  readonly published: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly object: { readonly type?: string };
}

/** The posts that anybody may read. */
const { orderedItems }: { orderedItems: readonly Post[] } = JSON.parse(
  new TextDecoder().decode(sampleArchive().get("outbox.json")),
);
const open = orderedItems.filter(({ to, cc }) => [...to, ...cc].includes(PUBLIC));

async function convert(cwd: string, ...options: string[]): Promise<Run> {
  if (!existsSync(`${cwd}/a.zip`)) writeFileSync(`${cwd}/a.zip`, sample);
  return run(["convert", "a.zip", ...options], { cwd });
}

describe("convert", () => {
  it("writes a site, says before who may read it and afterwards what became of it", async () => {
    using folder = scratch();
    const { code, stdout, stderr } = await convert(folder.path, "--to", "html", "--out", "site");
    expect(code).toBe(0);
    expect(stderr).toBe("Writing 319 posts as html to site: 315 public, 4 unlisted\n");
    expect(stdout).toMatch(/posts +319 of 339/);
    expect(stdout).toMatch(/left out +20 /);
    expect(stdout).toMatch(/media +\d+ copied, 1 missing/);
    expect(stdout).toContain("Open site/index.html in a browser.");
    expect(existsSync(folder.at("site/index.html"))).toBe(true);
    expect(readdirSync(folder.path).sort()).toEqual(["a.zip", "site"]);
  });

  it("--json prints the same facts as one document", async () => {
    using folder = scratch();
    const { code, stdout } = await convert(folder.path, "--to", "html", "--out", "site", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      archives: [{ path: "a.zip", container: "zip", dialect: "mastodon" }],
      target: "html",
      out: { path: "site", container: "folder", index: "site/index.html" },
      posts: {
        read: 339,
        written: 319,
        leftOut: { visibility: 20 },
        byVisibility: { public: 315, unlisted: 4, direct: 0 },
      },
      media: { missing: 1 },
      files: { unchanged: 0, keptEdited: 0 },
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: "media/missing", count: 1 })]),
    });
  });

  it("nothing of a private post is in the output, unless it is asked for", async () => {
    using folder = scratch();
    await convert(folder.path, "--to", "markdown", "--out", "public");
    await convert(
      folder.path,
      "--to",
      "markdown",
      "--out",
      "all",
      "--visibility",
      "public,unlisted,followers,direct",
    );
    const texts = (out: string): string =>
      everything(folder.at(out))
        .filter((path) => statSync(folder.at(`${out}/${path}`)).isFile())
        .map((path) => `${path}\n${readFileSync(folder.at(`${out}/${path}`), "latin1")}`)
        .join("\n");
    const [published, whole] = [texts("public"), texts("all")];
    const { texts: markers } = sampleSecrets();
    expect(markers.length).toBeGreaterThan(0);
    for (const marker of markers) expect(published).not.toContain(marker);
    expect(markers.some((marker) => whole.includes(marker))).toBe(true);
  });

  it("a second run writes nothing anew; a changed file is kept", async () => {
    using folder = scratch();
    await convert(folder.path, "--to", "markdown", "--out", "notes");
    const again = await convert(folder.path, "--to", "markdown", "--out", "notes", "--json");
    expect(JSON.parse(again.stdout)).toMatchObject({ files: { written: 0, keptEdited: 0 } });
    const [page = ""] = everything(folder.at("notes")).filter((path) => path.endsWith(".md"));
    writeFileSync(folder.at(`notes/${page}`), "my own words");
    const third = await convert(folder.path, "--to", "markdown", "--out", "notes", "--json");
    expect(third.code).toBe(0);
    expect(JSON.parse(third.stdout)).toMatchObject({ files: { keptEdited: 1 } });
    expect(readFileSync(folder.at(`notes/${page}`), "utf8")).toBe("my own words");
  });

  it.each(["zip", "tar"])("--out ending in .%s writes that", async (kind) => {
    using folder = scratch();
    const first = await convert(folder.path, "--to", "html", "--out", `site.${kind}`, "--json");
    expect(JSON.parse(first.stdout)).toMatchObject({ out: { container: kind, index: "index.html" } });
    const bytes = readFileSync(folder.at(`site.${kind}`));
    expect(bytes.subarray(0, 4).toString("latin1")).toBe(kind === "zip" ? "PK\u0003\u0004" : ".ap-");
    await convert(folder.path, "--to", "html", "--out", `site.${kind}`);
    expect(readFileSync(folder.at(`site.${kind}`)).equals(bytes)).toBe(true);
    expect(readdirSync(folder.path).sort()).toEqual(["a.zip", `site.${kind}`]);
  });

  it.each([
    [["--kinds", "poll"], { written: open.filter((post) => post.object.type === "Question").length }],
    [["--limit", "5"], { written: 5 }],
    [["--since", "2025-01-01"], { written: open.filter((post) => post.published > "2025").length }],
    [["--lang", "ja"], { written: 13 }],
    [["--visibility", "direct"], { written: 9, byVisibility: { direct: 9, public: 0 } }],
  ])("selects by %j", async (options, posts) => {
    using folder = scratch();
    const { code, stdout } = await convert(
      folder.path,
      "--to",
      "markdown",
      "--out",
      "o",
      "--no-media",
      "--json",
      ...options,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ posts });
  });

  it("--no-media copies none", async () => {
    using folder = scratch();
    const { stdout } = await convert(folder.path, "--to", "html", "--out", "o", "--no-media", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ media: { copied: 0 } });
    expect(everything(folder.at("o")).filter((path) => /\.(webp|png|jpe?g)$/.test(path))).toEqual([]);
  });

  it("--quiet says nothing, and wide visibility is told in colour", async () => {
    using folder = scratch();
    expect(await convert(folder.path, "--to", "html", "--out", "o", "--quiet")).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    const wide = ["convert", "a.zip", "--to", "html", "--out", "o", "--visibility", "public,direct"];
    const { stderr } = await run(wide, { cwd: folder.path, isTTY: true });
    expect(stderr).toContain("\u001b[1m\u001b[33m9 direct");
  });

  it("a cut archive is read as far as it goes and ends with 1", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample.subarray(0, 40_000));
    const { code, stdout } = await convert(folder.path, "--to", "html", "--out", "o", "--json");
    expect(code).toBe(1);
    const { posts }: { posts: { written: number } } = JSON.parse(stdout);
    expect(posts.written).toBeGreaterThan(0);
  });

  it("an interruption while it writes leaves neither output nor temporary files", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), sample);
    // Of this process: other tests run at the same time.
    const temporary = (): string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith(`ap-archive-${process.pid}`));
    const before = temporary();
    const controller = new AbortController();
    const interrupt = setInterval(() => {
      if (readdirSync(folder.path).some((name) => name.startsWith(".site.ap-archive-"))) controller.abort();
    }, 1);
    const argv = ["convert", "a.zip", "--to", "html", "--out", "site"];
    const { code, stdout } = await run(argv, { cwd: folder.path, signal: controller.signal });
    clearInterval(interrupt);
    expect([code, stdout]).toEqual([130, ""]);
    expect(everything(folder.path)).toEqual(["a.zip"]);
    expect(temporary().filter((name) => !before.includes(name))).toEqual([]);
  });
});
