import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openContainer } from "@archive/reader";
import { ArchiveError, type Diagnostic } from "@archive/schema";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EntrySource, extract, memorySink, pack, partOf } from "../src/index.js";
import { exactFolderSink, exactZipSink } from "../src/node/index.js";

const MANIFEST = { tool: "test", version: "1.0.0", command: "copy" };
type Content = Uint8Array | (() => AsyncIterable<Uint8Array>);

let root: string;
const at = (path: string): string => join(root, path);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "copy-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A container by hand. */
function sourceOf(
  files: Iterable<readonly [string, Content]>,
  access: EntrySource["access"] = "random",
): EntrySource {
  const byPath = new Map(files);
  const open: EntrySource["open"] = async function* ({ path }) {
    const content = byPath.get(path);
    if (content instanceof Uint8Array) yield content;
    else if (content !== undefined) yield* content();
  };
  const entries: EntrySource["entries"] = async function* () {
    for (const [path, content] of byPath) {
      yield { path, ...(content instanceof Uint8Array && { size: content.length }) };
    }
  };
  return {
    access,
    open,
    entries,
    async *scan(want, run) {
      for await (const entry of entries(run)) if (want(entry)) yield { entry, bytes: open(entry, run) };
    },
  };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const everything = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

describe("partOf", () => {
  it.each([
    ["outbox.json", "outbox"],
    ["export/Outbox.json", "outbox"],
    ["actor.json", "actor"],
    ["avatar.png", "media"],
    ["likes.json", "collections"],
    ["blocked_users.json", "collections"],
    ["following_accounts.csv", "collections"],
    ["export/peertube/videos.json", "secrets"],
    ["peertube/user-settings.json", "secrets"],
    ["key/publicKey.json", "secrets"],
    ["friendica-tomek.account", "secrets"],
    ["media_attachments/files/1/original/a.webm", "media"],
    ["media_attachments/files/1/original/a", "media"],
    ["key.pem", "secrets"],
    ["sharkey/ips.json", "secrets"],
    ["README.txt", "other"],
    ["id_ed25519", "other"],
    ["package.json", "other"],
  ])("%s is %s", (path, part) => {
    expect(partOf(path)).toBe(part);
  });
});

describe("round trips", () => {
  const part = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
    .filter((text) => /^[^\p{C}\p{Z}\\/<>:"|?*.]+$/u.test(text) && text.isWellFormed());
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join("/")}.dat`);

  it("what was packed comes out the same, or a finding names it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(path, fc.uint8Array({ maxLength: 300 })), { maxLength: 6 }),
        async (files) => {
          const zip = at("x.zip");
          rmSync(zip, { force: true });
          const found: Diagnostic[] = [];
          const run = { onDiagnostic: (each: Diagnostic) => void found.push(each) };
          const given = new Map(files);
          const report = await pack(sourceOf(given), { sink: exactZipSink(zip), manifest: MANIFEST }, run);
          const left = new Set(found.map(({ file }) => file));
          const sink = memorySink();
          if (report.files > 0) {
            await using container = await openContainer(zip);
            await extract(container, { sink, manifest: MANIFEST });
          }
          const expected = [...given]
            .filter(([name]) => !left.has(name))
            .sort(([a], [b]) => (a < b ? -1 : 1));
          expect([...sink.files].map(([name, content]) => [name, [...content]])).toEqual(
            expected.map(([name, content]) => [name, [...content]]),
          );
          expect(report.files + report.leftOut.failed).toBe(given.size);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("files larger than what is held in memory, and more of them than a plain zip counts", async () => {
    const large = async function* (): AsyncIterable<Uint8Array> {
      for (let n = 0; n < 40; n += 1) yield new Uint8Array(2 ** 18).fill(n);
    };
    const small = Array.from({ length: 66_000 }, (_, n): [string, Content] => [
      `n/${n}.dat`,
      new Uint8Array([n % 256]),
    ]);
    const zip = at("x.zip");
    await pack(sourceOf([["large.bin", large], ...small]), { sink: exactZipSink(zip), manifest: MANIFEST });
    await using container = await openContainer(zip, {
      onDiagnostic: ({ code }) => expect.unreachable(code),
    });
    let count = 0;
    let size = 0;
    for await (const entry of container.entries()) {
      count += 1;
      if (entry.path !== "large.bin") continue;
      for await (const chunk of container.open(entry)) size += chunk.length;
    }
    expect([count, size]).toEqual([66_001, 40 * 2 ** 18]);
  });

  it("a sequential container is copied in its own order, in one pass", async () => {
    const files = [
      ["b.dat", bytes("b")],
      ["a.dat", bytes("a")],
    ] as const;
    const sink = memorySink();
    await pack(sourceOf(files, "sequential"), { sink, manifest: MANIFEST });
    expect([...sink.files.keys()]).toEqual(["b.dat", "a.dat"]);
  });
});

describe("nothing is written but inside the output, also when somebody interferes", () => {
  const manifest = MANIFEST;

  /** A file whose content interferes when it is read. */
  const trap = (path: string, spring: () => void): [string, Content] => [
    path,
    async function* () {
      spring();
      yield bytes("evil");
    },
  ];
  const buildFolder = (): string => {
    const name = readdirSync(root).find((each) => each.startsWith(".out.ap-archive-"));
    if (name === undefined) throw new Error("There is no folder being built.");
    return at(name);
  };

  it.each([
    ["a link in place of a folder to come", () => symlinkSync(at("elsewhere"), join(buildFolder(), "later"))],
    ["a folder that is not ours", () => mkdirSync(join(buildFolder(), "later"))],
    [
      "a link in place of a file to come",
      () => {
        writeFileSync(at("elsewhere/victim"), "precious");
        symlinkSync(at("elsewhere/victim"), join(buildFolder(), "later.dat"));
      },
    ],
    ["a link in place of the output", () => symlinkSync(at("elsewhere"), at("out"))],
  ])("%s", async (_, spring) => {
    mkdirSync(at("elsewhere"));
    const files = [
      trap("first.dat", spring),
      ["later/a.dat", bytes("evil")],
      ["later.dat", bytes("evil")],
    ] as const;
    const run = extract(sourceOf(files), { sink: exactFolderSink(at("out")), manifest });
    await expect(run).rejects.toThrow(ArchiveError);
    for (const name of readdirSync(at("elsewhere"))) {
      expect(readFileSync(at(`elsewhere/${name}`), "utf8")).toBe("precious");
    }
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("the folder that is built is closed to others", async () => {
    let mode = 0;
    const files = [trap("a.dat", () => (mode = lstatSync(buildFolder()).mode & 0o777))];
    await extract(sourceOf(files), { sink: exactFolderSink(at("out")), manifest });
    expect(mode).toBe(0o700);
    expect(lstatSync(at("out")).mode & 0o777).toBe(lstatSync(mkdirOf("plain")).mode & 0o777);
  });

  it("an output that changes meanwhile is not overwritten", async () => {
    mkdirSync(at("out"));
    writeFileSync(at("out/a.dat"), "one");
    const files: [string, Content][] = [
      ["a.dat", bytes("one")],
      trap("b.dat", () => {
        renameSync(at("out"), at("moved"));
        mkdirSync(at("out"));
        writeFileSync(at("out/a.dat"), "two");
      }),
    ];
    const run = extract(sourceOf(files), { sink: exactFolderSink(at("out")), manifest });
    await run.catch(() => undefined);
    const kept = [at("out/a.dat"), ...readdirSync(root).map((name) => at(`${name}/a.dat`))];
    expect(kept.some((path) => existsSync(path) && readFileSync(path, "utf8") === "two")).toBe(true);
  });

  function mkdirOf(name: string): string {
    mkdirSync(at(name));
    return at(name);
  }

  it.each(["a.dat", "b.dat"])("an error while %s is read leaves nothing", async (path) => {
    const files: [string, Content][] = ["a.dat", "b.dat", "c.dat"].map((name) =>
      name === path
        ? trap(name, () => {
            throw new Error("broken pipe");
          })
        : [name, bytes(name)],
    );
    for (const sink of [exactFolderSink(at("out")), exactZipSink(at("out.zip"))]) {
      await expect(extract(sourceOf(files), { sink, manifest })).rejects.toThrow("broken pipe");
    }
    expect(everything(root)).toEqual([]);
  });

  it("an abort while a file is read leaves nothing", async () => {
    const controller = new AbortController();
    const files = [
      trap("a.dat", () => controller.abort(new Error("enough"))),
      ["b.dat", bytes("b")],
    ] as const;
    const run = { signal: controller.signal };
    await expect(
      extract(sourceOf(files), { sink: exactFolderSink(at("out")), manifest }, run),
    ).rejects.toThrow("enough");
    expect(everything(root)).toEqual([]);
  });
});
