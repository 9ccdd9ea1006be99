import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  create,
  mastodonArchive,
  packTar,
  packTarGz,
  packZip,
  rawZip,
  sampleArchive,
} from "@archive/fixtures";
import { pack as tarPack } from "tar-stream";
import { Open } from "unzipper";
import { describe, expect, it } from "vitest";
import { everything, run, scratch } from "./harness.js";
import { expectBySchema } from "./schemas.js";

const KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEsecret\n-----END RSA PRIVATE KEY-----\n";
const sample = sampleArchive();
const small = mastodonArchive({ activities: [create()] });

function filesIn(folder: string): Map<string, Buffer> {
  const files = everything(folder).filter((path) => lstatSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]));
}

const sorted = (files: ReadonlyMap<string, Uint8Array>): [string, Buffer][] =>
  [...files]
    .map(([path, bytes]): [string, Buffer] => [path, Buffer.from(bytes)])
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe("extract and pack", () => {
  it.each(["zip", "tar", "tar.gz"])(
    "a %s comes out file by file, and packed again holds the same",
    async (kind) => {
      using folder = scratch();
      const packed = { zip: packZip, tar: packTar, "tar.gz": packTarGz }[kind];
      writeFileSync(folder.at("input"), (await packed?.(sample)) ?? "");
      const out = await run(["extract", "input", "--out", "out", "--json"], { cwd: folder.path });
      expect([out.code, out.stderr]).toEqual([0, ""]);
      await expectBySchema("extract", out.stdout);
      const report = JSON.parse(out.stdout);
      expect(report.input).toEqual({ path: "input", container: kind });
      expect(report.files).toMatchObject({ written: sample.size, byPart: { outbox: 1, actor: 1 } });
      expect(sorted(filesIn(folder.at("out")))).toEqual(sorted(sample));
      expect(readdirSync(folder.path).sort()).toEqual(["input", "out"]);

      const packing = await run(["pack", "out", "--out", "again.zip", "--json"], { cwd: folder.path });
      expect([packing.code, packing.stderr]).toEqual([0, ""]);
      await expectBySchema("pack", packing.stdout);
      const again = await Open.file(folder.at("again.zip"));
      const held = await Promise.all(
        again.files.map(async (f): Promise<[string, Buffer]> => [f.path, await f.buffer()]),
      );
      expect(sorted(new Map(held))).toEqual(sorted(sample));
      expect(held.map(([path]) => path)).toEqual([...held.map(([path]) => path)].sort());
    },
  );

  it("pack gives the same bytes whatever the times, the order and the name of the folder", async () => {
    using folder = scratch();
    for (const [name, order] of [
      ["a", [...small]],
      ["b", [...small].reverse()],
    ] as const) {
      mkdirSync(folder.at(name));
      for (const [path, bytes] of order) {
        mkdirSync(join(folder.at(name), path, ".."), { recursive: true });
        writeFileSync(join(folder.at(name), path), bytes);
        utimesSync(join(folder.at(name), path), order.length, name === "a" ? 1 : 1_700_000_000);
      }
      const { code } = await run(["pack", name, "--out", `${name}.zip`], { cwd: folder.path });
      expect(code).toBe(0);
    }
    expect(readFileSync(folder.at("a.zip")).equals(readFileSync(folder.at("b.zip")))).toBe(true);
  });

  it("takes containers without an outbox, and a bare document", async () => {
    using folder = scratch();
    writeFileSync(folder.at("notes.zip"), await packZip(new Map([["deep/er/a.txt", Buffer.from("hello")]])));
    expect((await run(["extract", "notes.zip", "--out", "n"], { cwd: folder.path })).code).toBe(0);
    expect(filesIn(folder.at("n"))).toEqual(new Map([["deep/er/a.txt", Buffer.from("hello")]]));
    const outbox = small.get("outbox.json") ?? new Uint8Array();
    const { code } = await run(["extract", "-", "--out", "o"], { cwd: folder.path, stdin: [outbox] });
    expect(code).toBe(0);
    expect(sorted(filesIn(folder.at("o")))).toEqual([["outbox.json", Buffer.from(outbox)]]);
  });

  it("keeps the times of entries, which say when an archive was exported", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.tar"), await packTar(small));
    await run(["extract", "a.tar", "--out", "out"], { cwd: folder.path });
    expect(statSync(folder.at("out/outbox.json")).mtime.toISOString()).toBe("2025-11-08T10:00:00.000Z");
  });

  it("--only and --no-media choose parts", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), await packZip(sample));
    const media = [...sample.keys()].filter((path) => !/\.(json|csv)$/.test(path));
    expect(media.length).toBeGreaterThan(5);
    for (const [options, expected] of [
      [
        ["--only", "outbox,actor"],
        ["actor.json", "outbox.json"],
      ],
      [["--only", "media"], media.toSorted()],
      [["--no-media"], [...sample.keys()].filter((path) => !media.includes(path)).toSorted()],
    ] as const) {
      const out = options.join("");
      const { code, stdout } = await run(["extract", "a.zip", "--out", out, ...options, "--json"], {
        cwd: folder.path,
      });
      expect(code).toBe(0);
      expect([...filesIn(folder.at(out)).keys()]).toEqual(expected);
      expect(JSON.parse(stdout).leftOut.notSelected).toBe(sample.size - expected.length);
    }
  });

  it("private keys stay out of both, under whatever name, unless they are asked for", async () => {
    using folder = scratch();
    const keys = {
      "key.pem": KEY,
      "backup/id_rsa": KEY,
      "ips.json": "[]",
      "public.pem": "-----BEGIN PUBLIC KEY-----",
    };
    const files = new Map([
      ...small,
      ...Object.entries(keys).map(([p, text]): [string, Buffer] => [p, Buffer.from(text)]),
    ]);
    writeFileSync(folder.at("a.zip"), await packZip(files));
    const { code, stdout } = await run(["extract", "a.zip", "--out", "out"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain("--include-secrets");
    expect(stdout).toContain("secret/private-key");
    const held = [...filesIn(folder.at("out")).keys()];
    expect(held).toContain("public.pem");
    for (const secret of ["key.pem", "backup/id_rsa", "ips.json"]) expect(held).not.toContain(secret);

    await run(["extract", "a.zip", "--out", "whole", "--include-secrets"], { cwd: folder.path });
    expect(sorted(filesIn(folder.at("whole")))).toEqual(sorted(files));
    await run(["extract", "a.zip", "--out", "only", "--only", "secrets"], { cwd: folder.path });
    expect([...filesIn(folder.at("only")).keys()]).toEqual(["ips.json", "key.pem"]);

    for (const [options, there] of [
      [[], false],
      [["--include-secrets"], true],
    ] as const) {
      const argv = ["pack", "whole", "--out", `${there}.zip`, ...options];
      expect((await run(argv, { cwd: folder.path })).code).toBe(0);
      const names = (await Open.file(folder.at(`${there}.zip`))).files.map(({ path }) => path);
      expect(names.includes("key.pem")).toBe(there);
    }
  });
});

describe("hostile containers", () => {
  const hostile = {
    "zip-slip": rawZip([
      { name: "../../evil.txt", data: "evil" },
      { name: "a/../../evil.txt", data: "evil" },
      { name: "..\\evil.txt", data: "evil" },
      { name: "C:\\evil.txt", data: "evil" },
      { name: "good.txt", data: "good" },
    ]),
    "absolute names": rawZip([
      { name: "/etc/evil.txt", data: "confined" },
      { name: "good.txt", data: "good" },
    ]),
    "a link as a folder": rawZip([
      { name: "link", data: "..", externalAttributes: (0o120777 << 16) >>> 0 },
      { name: "link/evil.txt", data: "confined" },
      { name: "good.txt", data: "good" },
    ]),
    "names that differ in case": rawZip([
      { name: "good.txt", data: "good" },
      { name: "GOOD.txt", data: "evil" },
      { name: "Good.txt/evil.txt", data: "evil" },
    ]),
    "names of devices and streams": rawZip([
      { name: "good.txt", data: "good" },
      { name: "aux.txt", data: "evil" },
      { name: "good.txt:stream", data: "evil" },
      { name: "good.txt.", data: "evil" },
    ]),
  };

  it.each(Object.entries(hostile))("%s: nothing leaves the output", async (name, bytes) => {
    using folder = scratch();
    mkdirSync(folder.at("in/side"), { recursive: true });
    writeFileSync(folder.at("in/side/a.zip"), bytes);
    const { code, stdout } = await run(["extract", "a.zip", "--out", "out", "--verbose"], {
      cwd: folder.at("in/side"),
    });
    expect(stdout).toContain("entry/");
    expect(code).toBe(name === "absolute names" ? 0 : 1);
    const all = everything(folder.path);
    for (const path of all) expect(path).toMatch(/^in(\/side(\/(a\.zip|out(\/.*)?))?)?$/);
    for (const path of all) expect(lstatSync(folder.at(path)).isSymbolicLink()).toBe(false);
    const held = filesIn(folder.at("in/side/out"));
    expect(held.get("good.txt")?.toString()).toBe("good");
    for (const content of held.values()) expect(content.toString()).not.toBe("evil");
  });

  it("a tar with links that lead out, and files behind them", async () => {
    using folder = scratch();
    const tar = tarPack();
    tar.entry({ name: "out", type: "symlink", linkname: folder.at("elsewhere") });
    tar.entry({ name: "out/evil.txt" }, "confined");
    tar.entry({ name: "hard.txt", type: "link", linkname: "/etc/passwd" });
    tar.entry({ name: "good.txt" }, "good");
    tar.finalize();
    const chunks: Buffer[] = [];
    for await (const chunk of tar) if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    mkdirSync(folder.at("elsewhere"));
    const { code } = await run(["extract", "-", "--out", "x"], {
      cwd: folder.path,
      stdin: [Buffer.concat(chunks)],
    });
    expect(code).toBe(1);
    expect(everything(folder.path)).toEqual(["elsewhere", "x", "x/good.txt", "x/out", "x/out/evil.txt"]);
    expect(readFileSync(folder.at("x/out/evil.txt"), "utf8")).toBe("confined");
  });

  it("pack follows no links, and says so", async () => {
    using folder = scratch();
    mkdirSync(folder.at("dir"));
    writeFileSync(folder.at("private.txt"), "elsewhere");
    writeFileSync(folder.at("dir/a.txt"), "a");
    symlinkSync("../private.txt", folder.at("dir/link.txt"));
    symlinkSync("..", folder.at("dir/up"));
    const { code, stdout } = await run(["pack", "dir", "--out", "x.zip"], { cwd: folder.path });
    expect(code).toBe(1);
    expect(stdout).toContain("entry/link");
    expect((await Open.file(folder.at("x.zip"))).files.map(({ path }) => path)).toEqual(["a.txt"]);
  });

  it("what can't be unpacked leaves no empty file in its place, and ends with 1", async () => {
    using folder = scratch();
    const bytes = rawZip([
      { name: "locked.txt", data: "secret", encrypted: true },
      { name: "odd.txt", data: "?", method: 99 },
      { name: "broken.txt", data: "broken", method: 0, crc: 1 },
      { name: "good.txt", data: "good" },
    ]);
    const argv = ["extract", "-", "--out", "out", "--json"];
    const { code, stdout } = await run(argv, { cwd: folder.path, stdin: [bytes] });
    expect(code).toBe(1);
    const held = [...filesIn(folder.at("out")).keys()];
    expect(held).toContain("good.txt");
    expect(held).not.toContain("locked.txt");
    expect(held).not.toContain("odd.txt");
    const codes = JSON.parse(stdout).diagnostics.map(({ code: each }: { code: string }) => each);
    expect(codes).toEqual(expect.arrayContaining(["entry/encrypted", "entry/unsupported", "entry/damaged"]));
  });

  it("an ambiguous zip is refused, and read with --salvage", async () => {
    using folder = scratch();
    const bytes = rawZip([
      { name: "good.txt", data: "good" },
      { name: "shown.txt", localName: "other.txt", data: "two names" },
    ]);
    const refused = await run(["extract", "-", "--out", "out"], { cwd: folder.path, stdin: [bytes] });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("salvage");
    expect(everything(folder.path)).toEqual([]);
    const salvaged = await run(["extract", "-", "--out", "out", "--salvage"], {
      cwd: folder.path,
      stdin: [bytes],
    });
    expect(salvaged.stdout).toContain("zip/ambiguous");
    expect(readFileSync(folder.at("out/good.txt"), "utf8")).toBe("good");
  });
});

describe("the manners of extract and pack", () => {
  it("an earlier output is left as it is or completed; anything else ends with 2, or is kept with --force", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), await packZip(small));
    const argv = ["extract", "a.zip", "--out", "out"];
    expect((await run([...argv, "--only", "actor"], { cwd: folder.path })).code).toBe(0);
    expect((await run(argv, { cwd: folder.path })).code).toBe(0);
    const { ino } = statSync(folder.at("out"));
    expect((await run(argv, { cwd: folder.path })).code).toBe(0);
    expect(statSync(folder.at("out")).ino).toBe(ino);

    for (const spoil of [
      () => writeFileSync(folder.at("out/mine.txt"), "mine"),
      () => writeFileSync(folder.at("out/actor.json"), "mine"),
      () => mkdirSync(folder.at("out/mine")),
      () => symlinkSync("actor.json", folder.at("out/mine")),
    ]) {
      spoil();
      const before = everything(folder.path);
      const refused = await run(argv, { cwd: folder.path });
      expect([refused.code, refused.stdout]).toEqual([2, ""]);
      expect(refused.stderr).toContain("--force");
      expect(everything(folder.path)).toEqual(before);
      expect((await run([...argv, "--force"], { cwd: folder.path })).code).toBe(0);
      expect(sorted(filesIn(folder.at("out")))).toEqual(sorted(small));
    }
    expect(readFileSync(folder.at("out.bak/mine.txt"), "utf8")).toBe("mine");
    expect(readFileSync(folder.at("out.bak-2/actor.json"), "utf8")).toBe("mine");
  });

  it("pack replaces what it packed before, and nothing else", async () => {
    using folder = scratch();
    mkdirSync(folder.at("dir"));
    writeFileSync(folder.at("dir/a.txt"), "a");
    const argv = ["pack", "dir", "--out", "x.zip"];
    expect((await run(argv, { cwd: folder.path })).code).toBe(0);
    writeFileSync(folder.at("dir/b.txt"), "b");
    expect((await run(argv, { cwd: folder.path })).code).toBe(0);
    expect((await Open.file(folder.at("x.zip"))).files).toHaveLength(2);
    writeFileSync(folder.at("x.zip"), await packZip(small));
    expect((await run(argv, { cwd: folder.path })).code).toBe(2);
    expect((await run([...argv, "--force"], { cwd: folder.path })).code).toBe(0);
    expect(existsSync(folder.at("x.zip.bak"))).toBe(true);
  });

  it("what is not there ends with 3, what can't be written with 4, a file to pack with 2", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), await packZip(small));
    writeFileSync(folder.at("file"), "Dear diary");
    const before = everything(folder.path);
    for (const [argv, expected] of [
      [["extract", "nowhere", "--out", "x"], 3],
      [["extract", "file", "--out", "x"], 3],
      [["pack", "nowhere", "--out", "x.zip"], 3],
      [["extract", "a.zip", "--out", "file/x"], 4],
      [["pack", "a.zip", "--out", "x.zip"], 2],
      [["extract", "a.zip", "--out", "a.zip"], 2],
      [["extract", "a.zip", "--out", "file"], 2],
      [["pack", ".", "--out", "x.zip"], 2],
    ] as const) {
      const { code, stderr } = await run(argv, { cwd: folder.path });
      expect([argv, code]).toEqual([argv, expected]);
      expect(stderr).toMatch(/^error: [^\n]+\n( {2}[^\n]+\n)?$/);
    }
    expect(everything(folder.path)).toEqual(before);
  });

  it("an interruption in the middle leaves nothing", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), await packZip(sample));
    const controller = new AbortController();
    const running = run(["extract", "a.zip", "--out", "out"], {
      cwd: folder.path,
      signal: controller.signal,
    });
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect((await running).code).toBe(130);
    expect(everything(folder.path)).toEqual(["a.zip"]);
  });
});
