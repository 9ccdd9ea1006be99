import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { Writable } from "node:stream";
import { packZip, sampleArchive, sampleSecrets } from "@archive/fixtures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../src/main.js";
import { everything, run, scratch } from "./harness.js";

const place = scratch();
const secrets = sampleSecrets();
const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`ap-archive-${process.pid}`));

interface Serving {
  readonly url: string;
  readonly stderr: () => string;
  stop(): Promise<number>;
}

/** Starts the command and waits for its address. */
async function serve(...argv: string[]): Promise<Serving> {
  const stopping = new AbortController();
  let printed = "";
  let told = "";
  let tell: (url: string) => void = () => {};
  const address = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk);
      const url = /http:\/\/[^/\s"]+\//.exec(printed)?.[0];
      if (url !== undefined) tell(url);
      done();
    },
  });
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      told += String(chunk);
      done();
    },
  });
  const ended = main(["serve", ...argv], {
    stdout,
    stderr,
    stdin: (async function* () {})(),
    env: {},
    cwd: place.path,
    signal: stopping.signal,
    cores: 2,
    runSelf: async () => ({ exitCode: 0, stdout: "", stderr: "" }),
    deaf: async (work) => work(),
  });
  const url = await Promise.race([
    address,
    ended.then((code) => {
      throw new Error(`ended with ${code}: ${told}`);
    }),
  ]);
  return {
    url,
    stderr: () => told,
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks with a path and headers as they are given: `fetch` would put both right. */
function ask(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => void chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

describe("ap-archive serve", () => {
  let serving: Serving;

  beforeAll(async () => {
    writeFileSync(place.at("sample.zip"), await packZip(sampleArchive()));
    serving = await serve("sample.zip", "--links", "boosts,likes,bookmarks");
  });
  afterAll(async () => {
    await serving?.stop();
    place[Symbol.dispose]();
  });

  it("gives the very files that `convert --to html` writes", async () => {
    const { code } = await run(
      [
        ...["convert", "sample.zip", "--to", "html", "--out", "site"],
        ...["--base-url", serving.url, "--links", "boosts,likes,bookmarks"],
      ],
      { cwd: place.path },
    );
    expect(code).toBe(0);
    const site = place.at("site");
    const paths = everything(site).filter(
      (path) => statSync(`${site}/${path}`).isFile() && !path.startsWith("."),
    );
    expect(paths.length).toBeGreaterThan(60);
    const differing: string[] = [];
    for (const path of paths) {
      // What tells the next run of the same command which files are its own is no part of the site.
      if (/manifest/.test(path)) continue;
      // The page for unknown addresses is shown at any of them.
      if (path === "404.html" || /^(?:robots\.txt|sitemap.*\.xml)$/.test(path)) continue;
      const { status, body } = await ask(serving.url, `/${encodeURI(path.replaceAll("\\", "/"))}`);
      if (status !== 200 || !body.equals(readFileSync(`${site}/${path}`)))
        differing.push(`${status} ${path}`);
    }
    expect(differing).toEqual([]);
  });

  it("says nothing of posts that are not public, in pages and in the index", async () => {
    const seen: string[] = [];
    for (const path of [
      "/",
      "/search/facts.js",
      "/search/t0.js",
      "/search/p0.js",
      "/statistics/",
      "/about/",
    ]) {
      seen.push((await ask(serving.url, path)).body.toString("utf8"));
    }
    for (const secret of [...secrets.texts, ...secrets.ids]) {
      expect(
        seen.some((text) => text.includes(secret)),
        secret,
      ).toBe(false);
    }
  });

  it("has feeds that stand where it does, and pages of links", async () => {
    for (const [path, type] of [
      ["/feeds/atom.xml", "application/atom+xml"],
      ["/feeds/posts/rss.xml", "application/rss+xml"],
      ["/feeds/feed.json", "application/feed+json"],
    ] as const) {
      const { status, headers, body } = await ask(serving.url, path);
      expect([status, headers["content-type"]]).toEqual([200, `${type}; charset=utf-8`]);
      expect(body.toString()).toContain(`${serving.url}${path.slice(1)}`);
    }
    expect((await ask(serving.url, "/feeds/none.xml")).status).toBe(404);
    expect((await ask(serving.url, "/tags/none/atom.xml")).status).toBe(404);
    expect((await ask(serving.url, "/likes/")).body.toString()).toContain("<h1>");
  });

  it("shows what the person liked where that was asked for in the words of other commands", async () => {
    const liking = await serve("sample.zip", "--include-likes", "--no-media");
    expect((await ask(liking.url, "/likes/")).status).toBe(200);
    expect((await ask(liking.url, "/bookmarks/")).status).toBe(404);
    await liking.stop();
  });

  it("wears a theme, and refuses what is none", async () => {
    mkdirSync(place.at("theme"));
    writeFileSync(place.at("theme/theme.json"), JSON.stringify({ footer: "In my own words." }));
    writeFileSync(place.at("theme/theme.css"), "body { color: teal }");
    const themed = await serve("sample.zip", "--theme", "theme", "--no-media");
    expect((await ask(themed.url, "/about/")).body.toString()).toContain("In my own words.");
    expect((await ask(themed.url, "/assets/site.css")).body.toString()).toContain("teal");
    await themed.stop();
    const refused = await run(["serve", "sample.zip", "--theme", "nowhere"], { cwd: place.path });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("--theme")]);
  });

  it("answers folders, redirects to them, and knows what it does not have", async () => {
    expect((await ask(serving.url, "/")).status).toBe(200);
    const about = await ask(serving.url, "/about");
    expect([about.status, about.headers.location]).toEqual([302, "/about/"]);
    for (const path of [
      "/nothing",
      "/2024/13/",
      "/9999/",
      "/tags/none/",
      "/gallery/1800/",
      "/../../etc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/media/..%2f..%2flibrary.sqlite",
      "/search/..%2f..%2flibrary.sqlite",
      "/search/t9999.js",
      "/%ff",
      "/\\etc",
      "//evil.example/",
      "/2024/01/01-aaaaaaaa/index.html",
    ]) {
      const { status, headers, body } = await ask(serving.url, path);
      expect([path, status]).toEqual([path, 404]);
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(body.toString()).toContain('href="/index.html"');
    }
  });

  it("answers only who asks it by its own name", async () => {
    const { host } = new URL(serving.url);
    const port = host.split(":")[1] ?? "";
    const status = async (headers: Record<string, string>) => (await ask(serving.url, "/", headers)).status;
    expect(await status({ Host: host })).toBe(200);
    expect(await status({ Host: `localhost:${port}` })).toBe(200);
    expect(await status({ Host: "evil.example" })).toBe(403);
    expect(await status({ Host: `evil.example:${port}` })).toBe(403);
    expect(await status({ Host: `127.0.0.1.evil.example:${port}` })).toBe(403);
    expect(await status({ Host: "127.0.0.1:1" })).toBe(403);
    expect(await status({ Host: host, Origin: `http://${host}` })).toBe(200);
    expect(await status({ Host: host, Origin: "https://evil.example" })).toBe(403);
    expect(await status({ Host: host, Origin: "null" })).toBe(403);
    expect(await status({ Host: host, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" })).toBe(
      403,
    );
    expect((await ask(serving.url, "/", {}, "POST")).status).toBe(405);
    const { headers } = await ask(serving.url, "/");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("gives parts of media files, as players ask", async () => {
    const site = place.at("site");
    const [name = ""] = readdirSync(`${site}/media`);
    const whole = readFileSync(`${site}/media/${name}`);
    const part = await ask(serving.url, `/media/${name}`, { Range: "bytes=2-5" });
    expect(part.status).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes 2-5/${whole.length}`);
    expect(part.body.equals(whole.subarray(2, 6))).toBe(true);
    expect(
      (await ask(serving.url, `/media/${name}`, { Range: "bytes=-3" })).body.equals(whole.subarray(-3)),
    ).toBe(true);
    expect((await ask(serving.url, `/media/${name}`, { Range: `bytes=${whole.length}-` })).status).toBe(416);
    expect((await ask(serving.url, `/media/${name}`, { Range: "chapters=1" })).body.equals(whole)).toBe(true);
    expect((await ask(serving.url, `/media/${name}`, {}, "HEAD")).body.length).toBe(0);
  });

  it("speaks the language asked for, and takes the options that choose posts", async () => {
    const german = await serve(
      "sample.zip",
      "--locale",
      "de",
      "--limit",
      "3",
      "--no-media",
      "--title",
      "Mein Archiv",
    );
    const home = (await ask(german.url, "/")).body.toString();
    expect(home).toContain('<html lang="de"');
    expect(home).toContain("Mein Archiv");
    expect(german.stderr()).toContain("3 posts");
    await german.stop();
    const refused = await run(["serve", "sample.zip", "--locale", "tlh"], { cwd: place.path });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("--locale")]);
    expect((await run(["serve", "sample.zip", "--port", "70000"], { cwd: place.path })).code).toBe(2);
    const { port } = new URL(serving.url);
    const taken = await run(["serve", "sample.zip", "--port", port], { cwd: place.path });
    expect([taken.code, taken.stderr]).toEqual([4, expect.stringContaining("another program uses it")]);
  });

  it("ends when it is interrupted, and leaves nothing behind", async () => {
    const before = temporary();
    const other = await serve("sample.zip");
    await ask(other.url, "/search/facts.js", { Connection: "keep-alive" });
    expect(temporary().length).toBeGreaterThan(before.length);
    expect(await other.stop()).toBe(0);
    expect(temporary()).toEqual(before);
    await expect(ask(other.url, "/")).rejects.toThrow();
  });
});
