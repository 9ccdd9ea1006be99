import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

/** Where a Chromium is; the tests that need one are skipped without. */
export const CHROMIUM: string | undefined = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));

const CONFIG = new URL("./astro.config.mjs", import.meta.url);
const DOCS_SITE = fileURLToPath(new URL("../../", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** The playground, built below `/x/` and served without any header of its own. */
export interface ServedPage extends AsyncDisposable {
  readonly origin: string;
  readonly url: string;
  readonly browser: Browser;
  /** Paths that were asked of the server. */
  readonly asked: string[];
  /** Opens the page; everything that tries to leave it, and every error, is kept in `trouble`. */
  open(
    options?: Parameters<Browser["newPage"]>[0],
  ): Promise<{ readonly page: Page; readonly trouble: string[] }>;
}

/** Builds the page and starts a server and a browser. */
export async function servedPage(): Promise<ServedPage> {
  const folder = mkdtempSync(join(tmpdir(), "playground-"));
  const out = join(folder, "site");
  // Not the whole environment: vitest sets MODE, BASE_URL and the like, which the build would take for its own.
  await promisify(execFile)(
    process.execPath,
    [
      join(DOCS_SITE, "node_modules/astro/bin/astro.mjs"),
      "build",
      "--config",
      relative(DOCS_SITE, fileURLToPath(CONFIG)),
    ],
    {
      cwd: DOCS_SITE,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PLAYGROUND_OUT: out,
        ASTRO_TELEMETRY_DISABLED: "1",
      },
    },
  );
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    asked.push(path);
    if (!path.startsWith("/x/")) {
      response.writeHead(404).end();
      return;
    }
    const inside = normalize(path.slice("/x/".length));
    const file = join(out, path.endsWith("/") ? join(inside, "index.html") : inside);
    readFile(file).then(
      (bytes) => response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // of a server that listens on TCP
  const origin = `http://127.0.0.1:${port}`;
  const url = `${origin}/x/playground/`;
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  return {
    origin,
    url,
    browser,
    asked,
    async open(options) {
      const page = await browser.newPage({ acceptDownloads: true, ...options });
      page.setDefaultTimeout(100_000);
      const trouble: string[] = [];
      page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning")
          trouble.push(`console: ${message.text()}`);
      });
      page.context().on("request", (request) => {
        const address = request.url();
        if (!address.startsWith(`${origin}/x/`) && !address.startsWith("blob:"))
          trouble.push(`request: ${address}`);
        if (request.method() !== "GET") trouble.push(`request: ${request.method()} ${address}`);
      });
      await page.goto(url);
      return { page, trouble };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Chooses a file, as the dialog of the first button does. */
export async function chooseFile(page: Page, file: string): Promise<void> {
  await page.getByLabel("Choose a file").setInputFiles(file);
}

/** Opens a file in the page, and waits until everything is read and checked. */
export async function openInPage(page: Page, file: string): Promise<void> {
  await chooseFile(page, file);
  await page.getByRole("tab", { name: /^Findings \(\d+\)$/ }).waitFor();
}

/** The words of a panel, shown. */
export async function panelText(page: Page, tab: RegExp): Promise<string> {
  await page.getByRole("tab", { name: tab }).click();
  return shownText(page.getByRole("tabpanel"));
}

/** Makes an output by the name of its offer and gives where the browser saved it. */
export async function download(
  page: Page,
  offer: string,
): Promise<{ readonly path: string; readonly name: string }> {
  await page.getByRole("tab", { name: /^Downloads/ }).click();
  const [event] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `Make ${offer}`, exact: true }).click(),
  ]);
  return { path: await event.path(), name: event.suggestedFilename() };
}

/** The text of an element as it is shown: with line ends, without what is folded away. */
export function shownText(element: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not to be in it.
  return element.innerText();
}
