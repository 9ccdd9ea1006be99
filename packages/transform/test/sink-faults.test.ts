import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sink } from "../src/sinks/sink.js";

/** What happens at the calls that change the disk: they are counted, and from one on they fail. */
const fault = vi.hoisted(() => ({
  calls: 0,
  at: Number.POSITIVE_INFINITY,
  /** Whether all further calls fail too, as if the process were no more. */
  isEnd: false,
  code: "ENOSPC",
}));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const changing = [
    "writeFileSync",
    "writeSync",
    "renameSync",
    "linkSync",
    "mkdirSync",
    "rmSync",
    "unlinkSync",
    "rmdirSync",
    "chmodSync",
    "fsyncSync",
    "copyFileSync",
    "utimesSync",
    "symlinkSync",
  ] as const;
  const failing = Object.fromEntries(
    changing.map((name) => [
      name,
      (...args: unknown[]): unknown => {
        fault.calls += 1;
        if (fault.calls === fault.at || (fault.isEnd && fault.calls > fault.at)) {
          throw Object.assign(new Error(fault.code), { code: fault.code, syscall: name });
        }
        return Reflect.apply(fs[name], fs, args);
      },
    ]),
  );
  return { ...fs, ...failing, default: { ...fs, ...failing } };
});

type Files = Readonly<Record<string, string>>;
type Kind = "folder" | "zip" | "tar" | "file";

let root: string;
let out: string;

beforeEach(() => {
  calm();
  root = realpathSync(mkdtempSync(join(tmpdir(), "sink-faults-")));
  out = join(root, "out");
});
afterEach(() => {
  calm();
  rmSync(root, { recursive: true, force: true });
});

function calm(): void {
  Object.assign(fault, { calls: 0, at: Number.POSITIVE_INFINITY, isEnd: false, code: "ENOSPC" });
}

/** The sinks as a new process has them: it knows nothing of what another one with the same id was doing. */
async function freshSink(kind: Kind): Promise<Sink> {
  vi.resetModules();
  return await makeSink(kind);
}

async function makeSink(kind: Kind): Promise<Sink> {
  switch (kind) {
    case "folder":
      return (await import("../src/node/folder-sink.js")).folderSink(out);
    case "zip":
      return (await import("../src/node/zip-sink.js")).zipSink(out);
    case "tar":
      return (await import("../src/node/tar-sink.js")).tarSink(out);
    case "file":
      return (await import("../src/node/file-sink.js")).fileSink(out);
  }
}

async function write(kind: Kind, files: Files): Promise<void> {
  const sink = await makeSink(kind);
  try {
    await sink.begin({ tool: "test", version: "1", command: "convert html" });
    for (const [path, content] of Object.entries(files)) await sink.put({ path, content });
    await sink.commit();
  } catch (error) {
    await sink.abort().catch(() => undefined);
    throw error;
  }
}

/** All that is below a path, as text that can be compared; `null` when nothing is there. */
function look(path: string): string | null {
  if (!existsSync(path)) return null;
  const read = (at: string, prefix: string): string[] =>
    readdirSync(at, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) =>
        entry.isDirectory()
          ? [`${prefix}${entry.name}/`, ...read(join(at, entry.name), `${prefix}${entry.name}/`)]
          : [`${prefix}${entry.name}: ${readFileSync(join(at, entry.name), "latin1")}`],
      );
  return readdirSafe(path) ? read(path, "").join("\n") : readFileSync(path, "latin1");
}

function filesOf(look: string | null): readonly string[] {
  return (look ?? "").split("\n").filter((line) => !line.endsWith("/"));
}

function readdirSafe(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

const OLD: Files = {
  "index.html": "one",
  "a/b.html": "b",
  "a/c.html": "c",
  "gone/x.html": "x",
  "same.css": "s",
};
const NEW: Files = {
  "index.html": "two",
  "a/b.html": "b",
  "a/c.html": "C",
  "new/d/y.html": "y",
  "same.css": "s",
};

/** A way in which an output comes to be: what stands there before, and what a person did to it. */
interface Scene {
  readonly kind: Kind;
  readonly before: Files | null;
  readonly after: Files;
  readonly meddle?: () => void;
}

const ONE: Files = { "posts.ndjson": "1\n" };
const SCENES: Readonly<Record<string, Scene>> = {
  "a first folder": { kind: "folder", before: null, after: NEW },
  "a folder of which little changes": { kind: "folder", before: OLD, after: NEW },
  "a folder in which a person worked": {
    kind: "folder",
    before: OLD,
    after: NEW,
    meddle: () => {
      writeFileSync(join(out, "mine.txt"), "mine");
      writeFileSync(join(out, "a/b.html"), "edited");
      writeFileSync(join(out, "gone/x.html"), "edited too");
    },
  },
  "a folder that is built anew": {
    kind: "folder",
    before: OLD,
    after: NEW,
    // A file stands where a folder has to be: what is there can't be changed, only replaced.
    meddle: () => writeFileSync(join(out, "new"), "mine"),
  },
  "a zip": { kind: "zip", before: OLD, after: NEW },
  "a tar": { kind: "tar", before: OLD, after: NEW },
  "a first file": { kind: "file", before: null, after: ONE },
  "a file": { kind: "file", before: { "posts.ndjson": "0\n" }, after: ONE },
};

async function stageScene({ kind, before, meddle }: Scene): Promise<void> {
  calm();
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  if (before !== null) await write(kind, before);
  meddle?.();
}

describe.each(Object.entries(SCENES))("%s", (_, scene) => {
  async function outcome(): Promise<{ old: string | null; made: string | null; calls: number }> {
    await stageScene(scene);
    const old = look(out);
    fault.calls = 0;
    await write(scene.kind, scene.after);
    return { old, made: look(out), calls: fault.calls };
  }

  it("killed anywhere, is the old or the new one, and the next run puts everything right", async () => {
    const { old, made, calls } = await outcome();
    const seen = { old: 0, made: 0, away: 0 };
    for (let at = 1; at <= calls; at += 1) {
      await stageScene(scene);
      Object.assign(fault, { calls: 0, at, isEnd: true });
      await write(scene.kind, scene.after).catch(() => undefined);
      calm();
      vi.resetModules();
      const now = look(out);
      if (now === made) seen.made += 1;
      else if (now === old) seen.old += 1;
      else {
        // Between two renames nothing stands there; the next run brings the old one back before anything else.
        expect([at, now]).toEqual([at, null]);
        seen.away += 1;
        const sink = await freshSink(scene.kind);
        await sink.begin({ tool: "test", version: "1", command: "convert html" });
        await sink.abort();
        expect([at, look(out)]).toEqual([at, old]);
      }
      await write(scene.kind, scene.after);
      expect([at, look(out)]).toEqual([at, made]);
      const rest = readdirSync(root).filter((name) => name.includes(".ap-archive-"));
      expect([at, rest]).toEqual([at, []]);
    }
    expect(seen.old).toBeGreaterThan(0);
    expect(seen.made).toBeGreaterThan(0);
  });

  it("on a full disk, leaves the old one wherever that happens, and says which file and why", async () => {
    const { old, made, calls } = await outcome();
    for (let at = 1; at <= calls; at += 1) {
      await stageScene(scene);
      Object.assign(fault, { calls: 0, at });
      const error: unknown = await write(scene.kind, scene.after).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      calm();
      const now = look(out);
      if (error === null) {
        // What may fail is a sweeping: of what the next run sweeps too, or of a folder that became empty.
        expect([at, filesOf(now)]).toEqual([at, filesOf(made)]);
        continue;
      }
      expect([at, error]).toEqual([
        at,
        expect.objectContaining({ code: "output/unwritable", file: expect.stringContaining(out) }),
      ]);
      expect(String(error)).toMatch(/can't be written: the disk is full/);
      expect([at, now === old || now === made]).toEqual([at, true]);
    }
  });
});

it.each([
  ["EROFS", "the disk can only be read"],
  ["EACCES", "you may not write there"],
  ["EDQUOT", "your quota of the disk is used up"],
])("%s is told in words", async (code, words) => {
  Object.assign(fault, { calls: 0, at: 1, code });
  await expect(write("folder", NEW)).rejects.toThrow(`${out} can't be written: ${words}.`);
});

describe("two runs at once", () => {
  const manifest = { tool: "test", version: "1", command: "convert html" };

  it.each([
    ["folder", OLD],
    ["folder", null],
    ["zip", OLD],
    ["tar", OLD],
    ["file", { "posts.ndjson": "0\n" }],
    ["file", null],
  ] as const)(
    "%s: the one that ends first stays whole, the other says what happened (%#)",
    async (kind, before) => {
      if (before !== null) await write(kind, before);
      const [first, second] = [await makeSink(kind), await makeSink(kind)];
      const path = kind === "file" ? "posts.ndjson" : "index.html";
      for (const [number, sink] of [first, second].entries()) {
        await sink.begin(manifest);
        await sink.put({ path, content: `run ${number}` });
      }
      await first.commit();
      const made = look(out);
      expect(made).not.toBeNull();
      await expect(second.commit()).rejects.toMatchObject({
        code: "output/busy",
        message: expect.stringContaining("another run"),
      });
      await second.abort();
      expect(look(out)).toBe(made);
      expect(readdirSync(root).filter((name) => name.includes(".ap-archive-"))).toEqual([]);
    },
  );
});
