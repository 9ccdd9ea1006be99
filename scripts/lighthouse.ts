// Lets Lighthouse judge the home page and the fullest month of the sample's site, as a phone on a slow line sees it:
// `node scripts/lighthouse.ts`, after a build. Lighthouse itself is fetched for the run and is no dependency.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIGHTHOUSE = "lighthouse@13.5.0";
/** It reads robots.txt as the page itself would, and the pages' policy rightly lets no page read anything. */
const UNREADABLE = "robots-txt";
const CATEGORIES = "performance,accessibility,best-practices,seo";
const ASKED = 99;
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

interface Report {
  readonly categories: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
const site = join(folder, "site");

/** Answers as a common web server does: small files packed, all of them kept by the browser. */
const server = createServer((request, response) => {
  const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  const file = join(site, normalize(asked.endsWith("/") ? `${asked}index.html` : asked));
  if (!file.startsWith(site) || !existsSync(file) || statSync(file).isDirectory()) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(file)];
  const bytes = readFileSync(file);
  response.setHeader("Cache-Control", "public, max-age=31536000");
  if (type === undefined) response.end(bytes);
  else response.writeHead(200, { "Content-Type": type, "Content-Encoding": "gzip" }).end(gzipSync(bytes));
});

function monthOf(folder: string): string {
  const months = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /^\d{4}\/\d{2}\/index\.html$/.test(path),
  );
  const size = (path: string): number => statSync(join(folder, path)).size;
  return (months.toSorted((a, b) => size(b) - size(a))[0] ?? "").replace("index.html", "");
}

function judged(url: string, output: string): Promise<Report> {
  const chrome = "--headless=new --no-sandbox --disable-dev-shm-usage";
  const options = [
    "--quiet",
    `--only-categories=${CATEGORIES}`,
    `--skip-audits=${UNREADABLE}`,
    "--output=json",
    `--output-path=${output}`,
    `--chrome-flags=${chrome}`,
  ];
  return new Promise((resolve, reject) => {
    const running = spawn("npx", ["--yes", LIGHTHOUSE, url, ...options], { stdio: "inherit" });
    running.once("error", reject);
    running.once("exit", (code) => {
      if (code === 0) resolve(JSON.parse(readFileSync(output, "utf8")));
      else reject(new Error(`Lighthouse ended with ${code}`));
    });
  });
}

let failed = false;
try {
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const base = `http://127.0.0.1:${port}/`;
  const sample = join(root, "packages/fixtures/dist/sample.zip");
  const command = ["convert", sample, "--to", "html", "--out", site, "--base-url", base, "--quiet"];
  const made = spawnSync(process.execPath, [join(root, "apps/cli/dist/bin.js"), ...command], {
    stdio: "inherit",
  });
  if (made.status !== 0) throw new Error("The sample's site could not be made; build first.");
  for (const path of ["", monthOf(site)]) {
    const { categories, audits } = await judged(base + path, join(folder, "report.json"));
    const scores = Object.values(categories).map(
      ({ title, score }) => [title, Math.round((score ?? 0) * 100)] as const,
    );
    process.stdout.write(`/${path}: ${scores.map(([title, score]) => `${title} ${score}`).join(", ")}\n`);
    if (scores.every(([, score]) => score >= ASKED)) continue;
    failed = true;
    const lost = Object.values(audits).filter(({ score }) => score !== null && score < 1);
    process.stdout.write(lost.map(({ title }) => `  ${title}\n`).join(""));
  }
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
