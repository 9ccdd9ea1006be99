import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderSink } from "../src/node/folder-sink.js";
import { rewrites } from "./support/rewrites.js";

const KILLS = 6;
const HOOK = join(import.meta.dirname, "support/resolve-sources.mjs");
const WRITER = join(import.meta.dirname, "support/rewrite-forever.ts");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "killed-run-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Starts a writer and kills it, as `kill -9` does, so long after it began. */
async function killedAfter(milliseconds: number, folder: string, kind: string): Promise<void> {
  const writer: ChildProcess = spawn(
    process.execPath,
    ["--no-warnings", "--conditions=@archive/source", "--import", HOOK, WRITER, folder, kind],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => writer.once("exit", resolve));
  await new Promise((resolve) => writer.stdout?.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  writer.kill("SIGKILL");
  await ended;
}

/** The files below a folder, as the writer makes them. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== ".ap-archive.json")
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}

const whole = (kind: string, round: number) =>
  Object.fromEntries(rewrites(kind, round).map(({ path, content }) => [path, content]));

describe.each(["patch", "anew"])("a run that is killed while it writes (%s)", (kind) => {
  it("leaves one whole output, at the latest when the next run begins", { timeout: 120_000 }, async () => {
    const folder = join(root, "site");
    const outputs = [whole(kind, 0), whole(kind, 1)];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killedAfter(40 + 61 * kill, folder, kind);
      const next = folderSink(folder, {});
      await next.begin({ tool: "test", version: "1.0.0", command: "convert html" });
      await next.abort();
      expect(outputs).toContainEqual(contents(folder));
      expect(readdirSync(root)).toEqual(["site"]);
    }
  });
});
