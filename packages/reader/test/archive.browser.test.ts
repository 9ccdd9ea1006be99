import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packTarGz, packZip, rawZip, sampleArchive } from "@archive/fixtures";
import { type Browser, chromium } from "playwright-core";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MediaFile, openArchive } from "../src/index.js";
import { temporaryFolder } from "./container-helpers.js";

/** What a busy machine may need for one step of a page. */
const PATIENCE_MS = 100_000;
const CHROMIUM = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
const BUILT = existsSync(new URL("../dist/index.browser.js", import.meta.url));
const ORIGIN = "https://page.invalid";
const POLICY = "default-src 'none'; script-src 'self'";

interface Seen {
  readonly items: number;
  readonly ids: string;
  readonly actor: string | null;
  readonly mediaBytes: number;
  readonly container: string;
  readonly exportedAt: string | null;
  /** The members of each collection, as JSON. */
  readonly members: readonly string[];
  readonly codes: readonly string[];
}

/** Run in the page: `reader` is what the bundle exports. */
const PAGE = `
import { openArchive } from "./reader.js";
window.read = async (base64, name, options) => {
  const file = new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name);
  const codes = [];
  const onDiagnostic = ({ code }) => codes.push(code);
  let archive;
  try {
    archive = await openArchive(file, { ...options, onDiagnostic });
  } catch (error) {
    return { refused: error.code ?? String(error) };
  }
  const ids = [];
  for await (const { value } of archive.outbox({ onDiagnostic })) ids.push(value.id);
  const files = [];
  for await (const one of archive.media()) files.push(one);
  let mediaBytes = 0;
  for await (const { bytes } of archive.readMedia(files, { onDiagnostic })) {
    for await (const chunk of bytes) mediaBytes += chunk.length;
  }
  const members = [];
  for (const name of archive.has) {
    for await (const { value, pointer } of archive.collection(name, { onDiagnostic })) {
      members.push(JSON.stringify([name, pointer, value]));
    }
  }
  const actor = await archive.actor();
  const { container, exportedAt } = archive.info;
  await archive[Symbol.asyncDispose]?.();
  return { items: ids.length, ids: ids.join(), actor: actor?.value.id ?? null, mediaBytes, container, exportedAt, members, codes };
};
document.title = "ready";
`;

async function seenInNode(bytes: Uint8Array, name: string): Promise<Seen> {
  const codes: string[] = [];
  const onDiagnostic = ({ code }: { code: string }): void => {
    codes.push(code);
  };
  await using archive = await openArchive(bytes, { name, onDiagnostic });
  const ids: string[] = [];
  for await (const { value } of archive.outbox({ onDiagnostic })) ids.push(String(value.id));
  const files: MediaFile[] = [];
  for await (const file of archive.media()) files.push(file);
  let mediaBytes = 0;
  for await (const { bytes: chunks } of archive.readMedia(files, { onDiagnostic })) {
    for await (const chunk of chunks) mediaBytes += chunk.length;
  }
  const members: string[] = [];
  for (const collection of archive.has) {
    for await (const { value, pointer } of archive.collection(collection, { onDiagnostic })) {
      members.push(JSON.stringify([collection, pointer, value]));
    }
  }
  const actor = await archive.actor();
  const { container, exportedAt } = archive.info;
  return {
    items: ids.length,
    ids: ids.join(),
    actor: typeof actor?.value.id === "string" ? actor.value.id : null,
    mediaBytes,
    container,
    exportedAt,
    members,
    codes,
  };
}

/** The files of a settings page: of each header one, with what is odd in real ones. */
const CSV_FILES: Readonly<Record<string, string>> = {
  "following_accounts.csv":
    '\ufeffAccount address,Show boosts,Notify on new posts,Languages\r\nada@b.example,true,false,"en, de"\r\nmüßig@c.example,false,,\r\n',
  "muted_accounts.csv": "Account address,Hide notifications\nbo@c.example,true\n",
  "blocked_domains.csv": "#domain,#severity\nb.example,suspend\nnot a domain\n",
  "lists.csv": 'friends,ada@b.example\n"a ""list"", of two",bo@c.example\n',
  "bookmarks.csv": "https://b.example/users/ada/statuses/1\n",
};

// Needs a build, as `npm test` makes, and a Chromium: at CHROMIUM_PATH, or where Debian and Google put it.
describe.skipIf(CHROMIUM === undefined || !BUILT)("the browser build, in headless Chromium", () => {
  let browser: Browser;
  let bundle = "";

  beforeAll(async () => {
    await using folder = await temporaryFolder();
    // As an application bundles it: the package by its name, with the condition for browsers.
    await build({
      config: false,
      silent: true,
      entry: { reader: fileURLToPath(new URL("browser-entry.js", import.meta.url)) },
      outDir: folder.path,
      format: ["esm"],
      platform: "browser",
      noExternal: [/.*/],
      splitting: false,
      clean: false,
      dts: false,
    });
    const { readFile } = await import("node:fs/promises");
    bundle = await readFile(`${folder.path}/reader.js`, "utf8");
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
  });

  async function openPage(): Promise<{
    readonly read: (bytes: Uint8Array, name: string, options?: object) => Promise<unknown>;
    readonly errors: readonly string[];
  }> {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    const html = `<!doctype html><script type="module" src="/page.js"></script>`;
    const served = new Map([
      ["/", ["text/html", html]],
      ["/page.js", ["text/javascript", PAGE]],
      ["/reader.js", ["text/javascript", bundle]],
    ]);
    await page.route("**/*", (route) => {
      const [contentType, body] = served.get(new URL(route.request().url()).pathname) ?? [];
      if (contentType === undefined) return route.fulfill({ status: 404, body: "" });
      return route.fulfill({ contentType, body: body ?? "", headers: { "content-security-policy": POLICY } });
    });
    await page.goto(`${ORIGIN}/`);
    await page.waitForFunction("document.title === 'ready'");
    const read = (bytes: Uint8Array, name: string, options: object = {}): Promise<unknown> => {
      const call = [Buffer.from(bytes).toString("base64"), name, options].map((part) => JSON.stringify(part));
      return page.evaluate(`window.read(${call.join()})`);
    };
    return { read, errors };
  }

  it("imports nothing of Node's, and evaluates no text as code", () => {
    const suspect = /^import\b|\brequire\(|["']node:|\bnew Function\b|\beval\(/m.exec(bundle);
    expect(suspect?.[0] ?? null).toBeNull();
  });

  it("opens a chosen zip, tar.gz and bare outbox under a strict policy, and sees what Node sees", async () => {
    const files = sampleArchive();
    const { read, errors } = await openPage();
    const name = "archive-20240501100000-0a1b2c3d.zip";
    for (const bytes of [await packZip(files), await packTarGz(files), files.get("outbox.json")]) {
      if (bytes === undefined) throw new Error("the sample has an outbox");
      const inNode = await seenInNode(bytes, name);
      expect(inNode.items).toBeGreaterThan(100);
      expect(await read(bytes, name)).toEqual(inNode);
    }
    expect(errors).toEqual([]);
  });

  it("reads the CSV files of a settings page, alone and in an archive, as Node does", async () => {
    const encoder = new TextEncoder();
    const { read, errors } = await openPage();
    for (const [name, text] of Object.entries(CSV_FILES)) {
      const bytes = encoder.encode(text);
      const inNode = await seenInNode(bytes, name);
      expect(inNode).toMatchObject({ container: "csv", items: 0 });
      expect(inNode.members.length).toBeGreaterThan(0);
      expect(await read(bytes, name)).toEqual(inNode);
    }
    const files = new Map(sampleArchive());
    for (const [name, text] of Object.entries(CSV_FILES)) files.set(name, encoder.encode(text));
    const zip = await packZip(files);
    const inNode = await seenInNode(zip, "a.zip");
    for (const address of ["ada@b.example", "müßig@c.example", "bo@c.example"])
      expect(inNode.members.some((member) => member.includes(address))).toBe(true);
    expect(await read(zip, "a.zip")).toEqual(inNode);
    expect(errors).toEqual([]);
  });

  it("sees of cut and broken files what Node sees, and refuses what Node refuses", async () => {
    const files = sampleArchive();
    const { read } = await openPage();
    const zip = await packZip(files);
    const tarGz = await packTarGz(files);
    const broken = tarGz.slice();
    broken.fill(0xff, tarGz.length * 0.9, tarGz.length * 0.9 + 50);
    const outbox = files.get("outbox.json") ?? new Uint8Array();
    const cutOutbox = rawZip([{ name: "outbox.json", data: outbox, dataDescriptor: true }]);
    for (const bytes of [
      zip.slice(0, zip.length - 100),
      cutOutbox.slice(0, cutOutbox.length * 0.7),
      tarGz.slice(0, tarGz.length * 0.95),
      broken,
    ]) {
      const inNode = await seenInNode(bytes, "a").catch((error: { code: string }) => ({
        refused: error.code,
      }));
      expect(await read(bytes, "a")).toEqual(inNode);
    }
    const deceiving = rawZip([
      { name: "outbox.json", data: outbox },
      { name: "x", data: "y", hidden: true },
    ]);
    expect(await read(deceiving, "a")).toEqual({ refused: "zip/ambiguous" });
    expect(await read(deceiving, "a", { salvage: true })).toMatchObject({ container: "zip" });
  });
});
