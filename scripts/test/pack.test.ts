import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, watch } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["packages/schema", "packages/reader", "packages/transform", "apps/cli"];
const PUBLISHED = ["schema", "reader", "transform", "cli"];
const sample = join(root, "packages/fixtures/dist/sample.zip");
// pnpm and npm are command files on Windows, which only a shell can start.
const shell = process.platform === "win32";

// npm and the compiler are programs of their own: on a small machine with much to do they take their time.
vi.setConfig({ testTimeout: 180_000 });

let work: string;
let project: string;

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8", shell });
  if (error !== undefined) throw error;
  // What the program said is the finding.
  if (status !== 0)
    throw new Error(`${program} ${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** The packages as the registry would hand them out, installed into an empty project. */
beforeAll(async () => {
  const unbuilt = FOLDERS.filter((folder) => !existsSync(join(root, folder, "dist")));
  if (unbuilt.length > 0) throw new Error(`Not built: ${unbuilt.join(", ")}. Run pnpm build first.`);
  work = await mkdtemp(join(tmpdir(), "packed-"));
  project = join(work, "project");
  await mkdir(project);
  await writeFile(join(project, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }');
  for (const folder of FOLDERS) run("pnpm", ["pack", "--pack-destination", work], join(root, folder));
  const tarballs = (await readdir(work))
    .filter((name) => name.endsWith(".tgz"))
    .map((name) => join(work, name));
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...tarballs], project);
}, 180_000);

afterAll(() => rm(work, { recursive: true, force: true, maxRetries: 3 }));

const installed = (name: string, file: string): string => join(project, "node_modules/@archive", name, file);

describe.each(PUBLISHED)("the packed @archive/%s", (name) => {
  it("has a manifest that means something outside this repository", async () => {
    const manifest = await readFile(installed(name, "package.json"), "utf8");
    expect(manifest).not.toContain("workspace:");
    expect(manifest).not.toContain("catalog:");
    expect(manifest).not.toContain("@archive/source");
    expect(JSON.parse(manifest)).not.toHaveProperty("dependencies.@archive/fixtures");
  });

  it("carries its licence, and neither sources nor tests", async () => {
    const files = await readdir(installed(name, "."));
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "dist", "package.json"]));
    expect(files).not.toEqual(expect.arrayContaining(["src"]));
    expect(files).not.toEqual(expect.arrayContaining(["test"]));
  });
});

describe("the installed command", () => {
  const command = (...args: string[]): string => run("npm", ["exec", "--", "ap-archive", ...args], project);

  it("says its version", async () => {
    const { version }: { version: string } = JSON.parse(
      await readFile(installed("cli", "package.json"), "utf8"),
    );
    expect(command("--version").trim()).toBe(version);
  });

  it("inspects an archive", () => {
    const report: { account: { handle: string }; posts: { total: number } } = JSON.parse(
      command("inspect", sample, "--json"),
    );
    expect(report.account.handle).toBe("@nour@wattenmeer.example");
    expect(report.posts.total).toBeGreaterThan(0);
  });

  it("writes a site with all that its pages need", async () => {
    command("convert", sample, "--to", "html", "--out", "site");
    const home = await readFile(join(project, "site/index.html"), "utf8");
    const styles = [...home.matchAll(/<link[^>]*rel="stylesheet"[^>]*>/g)].map(([tag]) => tag);
    const addresses = styles.map((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? "");
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(existsSync(join(project, "site", address))).toBe(true);
  });
});

// What is asked of workers is tried here, for they are a program of their own: a script beside the command.
describe("the installed command, given many archives", () => {
  const batch = (...more: string[]): readonly string[] => [
    ...[installed("cli", "dist/bin.js"), "batch", join(work, "archives"), "--jobs", "2", ...more],
  ];

  beforeAll(async () => {
    await mkdir(join(work, "archives"));
    for (let n = 0; n < 12; n += 1) await copyFile(sample, join(work, "archives", `${n}.zip`));
    await writeFile(join(work, "archives", "broken.zip"), "PK not");
  });

  it("converts them by its workers; a broken one stops none", async () => {
    const argv = batch("--to", "ndjson", "--out", join(work, "rows"), "--json");
    const { status, stdout } = spawnSync(process.execPath, argv, { encoding: "utf8" });
    const { done, failed, results }: { done: number; failed: number; results: { error: string | null }[] } =
      JSON.parse(stdout);
    expect([status, done, failed]).toEqual([1, 12, 1]);
    expect(results.flatMap(({ error }) => error ?? [])).toEqual([expect.stringContaining("broken.zip")]);
    const rows = (await readdir(join(work, "rows"))).filter((name) => /^\d+\.ndjson$/.test(name));
    expect(rows).toHaveLength(12);
  });

  it.skipIf(process.platform === "win32")("leaves no half of one behind at Ctrl-C", async () => {
    const [out, temporary] = [join(work, "sites"), join(work, "batch-temporary")];
    await mkdir(temporary);
    const program = spawn(process.execPath, batch("--to", "html", "--out", out), {
      env: { ...process.env, TMPDIR: temporary },
      stdio: "ignore",
    });
    try {
      let ended: number | null = null;
      program.once("exit", (code) => {
        ended = code;
      });
      const made = (): readonly string[] => (existsSync(out) ? readdirSync(out) : []);
      await expect.poll(() => made().includes("batch.ndjson"), { timeout: 60_000, interval: 5 }).toBe(true);
      program.kill("SIGINT");
      await expect.poll(() => ended, { timeout: 60_000, interval: 20 }).toBe(130);
      expect(made().filter((name) => name.startsWith("."))).toEqual([]);
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      program.kill("SIGKILL");
    }
  });
});

describe("the installed command, asked a query whose rows never end", () => {
  it("ends quietly when nobody reads on", async () => {
    const rows = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n";
    const program = spawn(
      process.execPath,
      [installed("cli", "dist/bin.js"), "query", sample, rows, "--csv"],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let told = "";
    program.stderr.on("data", (chunk) => {
      told += chunk;
    });
    program.stdout.once("data", () => program.stdout.destroy());
    const [code] = await once(program, "exit");
    expect([code, told]).toEqual([0, ""]);
  });
});

// On Windows Ctrl-C is no signal that a test could send.
describe.skipIf(process.platform === "win32")("the installed command, asked a query that never ends", () => {
  const ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n";

  it("ends at Ctrl-C, and leaves nothing behind", async () => {
    const temporary = join(work, "temporary");
    await mkdir(temporary);
    let seen = 0;
    // The private files are there for a moment only, which looking now and then could miss.
    const watcher = watch(temporary, () => {
      seen += 1;
    });
    const program = spawn(process.execPath, [installed("cli", "dist/bin.js"), "query", sample, ENDLESS], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: "ignore",
    });
    try {
      let ended: string | number | null = null;
      program.once("exit", (code, signal) => {
        ended = signal ?? code;
      });
      const left = (): readonly string[] => readdirSync(temporary);
      // They are there while the archive is read, and have no name any more once it is asked.
      await expect.poll(() => seen, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
      await expect.poll(left, { timeout: 60_000, interval: 5 }).toEqual([]);
      program.kill("SIGINT");
      await expect.poll(() => ended, { timeout: 60_000, interval: 50 }).not.toBeNull();
      // By the signal itself once it is asked, by the program a moment before.
      expect(["SIGINT", 130]).toContain(ended);
      expect(left()).toEqual([]);
    } finally {
      watcher.close();
      program.kill("SIGKILL");
    }
  });
});

describe("the types, for a strict consumer that checks every declaration", () => {
  // ES2023 has no Disposable: the declarations must bring what they name.
  const strict = { target: "es2023", strict: true, skipLibCheck: false, noEmit: true, types: [] };

  it.each([
    ["nodenext", { module: "nodenext" }],
    ["bundler", { module: "esnext", moduleResolution: "bundler" }],
  ])("compile under %s", async (name, options) => {
    const entries: string[] = [];
    for (const each of PUBLISHED) {
      const { exports }: { exports: Record<string, unknown> } = JSON.parse(
        await readFile(installed(each, "package.json"), "utf8"),
      );
      for (const path of Object.keys(exports)) {
        // What a pattern names are JSON files.
        if (path !== "./package.json" && !path.includes("*"))
          entries.push(`@archive/${each}${path.slice(1)}`);
      }
    }
    expect(entries).toEqual(
      expect.arrayContaining(["@archive/schema", "@archive/reader", "@archive/transform"]),
    );
    const consumer = entries.map((entry, index) => `export * as entry${index} from "${entry}";`);
    await writeFile(join(project, `${name}.ts`), [...consumer, USE].join("\n"));
    const config = { compilerOptions: { ...strict, ...options }, files: [`${name}.ts`] };
    await writeFile(join(project, `tsconfig.${name}.json`), JSON.stringify(config));
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    expect(run(process.execPath, [compiler, "-p", `tsconfig.${name}.json`], project)).toBe("");
  });
});

/** What a person who installs the libraries would write. */
const USE = `
import { type Diagnostic, audienceOf, type Visibility } from "@archive/schema";
import { openArchive } from "@archive/reader";
import type { ArchiveSource } from "@archive/transform";

export async function visibilities(path: string): Promise<Map<Visibility, number>> {
  const found: Diagnostic[] = [];
  const counts = new Map<Visibility, number>();
  await using archive = await openArchive(path, { onDiagnostic: (each) => found.push(each) });
  const source: ArchiveSource = archive;
  for await (const item of source.outbox()) {
    const { visibility } = audienceOf({ activity: item.raw, object: null, actor: null });
    counts.set(visibility, (counts.get(visibility) ?? 0) + 1);
  }
  return counts;
}
`;
