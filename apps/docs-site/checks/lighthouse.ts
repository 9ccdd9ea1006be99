import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveSite } from "../test/site-server.ts";

// Lighthouse's figures for the built site: node checks/lighthouse.ts. Takes Lighthouse from npm and Chromium from the
// machine; on a busy machine the figure for performance says more about the machine. The playground's SEO and agentic
// browsing can't be whole: Lighthouse asks for robots.txt and llms.txt from within the page, which connect-src 'none' refuses.
const LIGHTHOUSE = "lighthouse@13";
const PAGES = ["", "guides/moving/", "playground/"];

const chromium = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find(
  (path) => path !== undefined && existsSync(path),
);
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const home = readFileSync(join(dist, "index.html"), "utf8");
const site = await serveSite(dist, /href="([^"]*)favicon\.svg"/.exec(home)?.[1] ?? "/");

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string; readonly explanation?: string }>
  >;
}

try {
  for (const page of PAGES) await report(page);
} finally {
  await site[Symbol.asyncDispose]();
}

async function report(page: string): Promise<void> {
  const child = await run([
    "--yes",
    "--package",
    LIGHTHOUSE,
    "--",
    "lighthouse",
    site.url + page,
    "--quiet",
    "--output=json",
    "--output-path=stdout",
    "--preset=desktop",
    "--chrome-flags=--headless=new --no-sandbox",
  ]);
  const { categories, audits }: Report = JSON.parse(child);
  const scores = Object.entries(categories).map(
    ([name, { score }]) => `${name} ${Math.round((score ?? 0) * 100)}`,
  );
  process.stdout.write(`/${page}: ${scores.join(", ")}\n`);
  for (const [name, { auditRefs }] of Object.entries(categories)) {
    if (name === "performance") continue;
    for (const { id } of auditRefs) {
      const audit = audits[id];
      if (audit !== undefined && audit.score !== null && audit.score < 1)
        process.stdout.write(`  ${id}: ${audit.title}. ${audit.explanation ?? ""}\n`);
    }
  }
}

/** Asynchronous, for the pages are served by this very process. */
async function run(argv: readonly string[]): Promise<string> {
  const child = spawn("npx", argv, {
    env: { ...process.env, ...(chromium === undefined ? {} : { CHROME_PATH: chromium }) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const part of child.stdout) text += String(part);
  return text;
}
