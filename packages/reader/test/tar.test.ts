import { constants, gunzipSync, gzipSync } from "node:zlib";
import { packTar, packTarGz } from "@archive/fixtures";
import fc from "fast-check";
import { type Header, pack } from "tar-stream";
import { describe, expect, it } from "vitest";
import type { Entry } from "../src/containers/container.js";
import { openContainer } from "../src/node/open-container.js";
import { bytesOf, collect, readAll, sha256, textOf } from "./container-helpers.js";

const noise = (length: number): Uint8Array =>
  new Uint8Array(length).map((_, at) => Math.imul(at, 2654435761) >>> 24);

const FILES = new Map<string, Uint8Array>([
  ["media_attachments/files/a.png", noise(700_000)],
  ["outbox.json", bytesOf(`[${"1,".repeat(400_000)}1]`)],
  ["likes.json", bytesOf("[]")],
  ["actor.json", bytesOf("{}")],
]);

async function tarOf(
  members: readonly (Partial<Header> & { name: string; data?: string })[],
): Promise<Uint8Array> {
  const tar = pack();
  const chunks: Uint8Array[] = [];
  tar.on("data", (chunk: unknown) => {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  });
  const ended = new Promise<null>((resolve) => {
    tar.on("end", () => resolve(null));
  });
  for (const { data = "", ...header } of members) tar.entry(header, data);
  tar.finalize();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

async function collectPaths(entries: AsyncIterable<Entry>): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of entries) paths.push(entry.path);
  return paths;
}

describe("tar and tar.gz", () => {
  it("leave out links and devices, skip folders, and read long and foreign names", async () => {
    const long = `${"lang/".repeat(60)}日本.json`;
    const tar = await tarOf([
      { name: "dir/", type: "directory" },
      { name: "sym", type: "symlink", linkname: "/etc/passwd" },
      { name: "hard", type: "link", linkname: "outbox.json" },
      { name: "dev", type: "character-device" },
      { name: long, data: "long" },
      { name: "outbox.json", data: "{}" },
    ]);
    for (const bytes of [tar, new Uint8Array(gzipSync(tar))]) {
      const result = await readAll(bytes);
      expect(result.paths).toEqual([long, "outbox.json"]);
      expect(result.diagnostics.map(({ code, file }) => [code, file])).toEqual([
        ["entry/link", "sym"],
        ["entry/link", "hard"],
        ["entry/link", "dev"],
      ]);
    }
  });

  it("make absolute server paths relative, and say so once", async () => {
    const tar = await packTarGz(FILES, {
      rename: (path) => (path.includes("/") ? `/srv/mastodon/${path}` : path),
    });
    const result = await readAll(tar);
    expect(result.paths[0]).toBe("srv/mastodon/media_attachments/files/a.png");
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["entry/absolute-path"]);
  });

  it("refuse names that lead out, and let the last of two entries count", async () => {
    const tar = await tarOf([
      { name: "../evil", data: "x" },
      { name: "outbox.json", data: "first" },
      { name: "./outbox.json", data: "second" },
    ]);
    for (const bytes of [tar, new Uint8Array(gzipSync(tar))]) {
      const result = await readAll(bytes);
      expect(result.paths).toEqual(["outbox.json"]);
      expect(result.digests.get("outbox.json")).toBe(sha256("second"));
      expect(result.codes).toEqual(["entry/duplicate", "entry/unsafe-path"]);
    }
  });
});

describe("a tar.gz", () => {
  it("is read in one pass when the first call is a scan", async () => {
    await using container = await openContainer(await packTarGz(FILES));
    expect(container.access).toBe("sequential");
    let chunks = 0;
    const onProgress = (): void => {
      chunks += 1;
    };
    const got: string[] = [];
    const small = (entry: Entry): boolean => entry.path.endsWith(".json") && entry.path !== "outbox.json";
    for await (const { entry, bytes } of container.scan(small, { onProgress })) {
      got.push(`${entry.path} ${new TextDecoder().decode(await collect(bytes))}`);
    }
    expect(got).toEqual(["likes.json []", "actor.json {}"]);
    const afterScan = chunks;
    expect(await collectPaths(container.entries({ onProgress }))).toEqual([...FILES.keys()]);
    expect(chunks).toBe(afterScan);
    expect((await textOf(container, "outbox.json")).length).toBe(800_003);
  });

  it("skips what a consumer leaves unread, wholly or in part", async () => {
    await using container = await openContainer(await packTarGz(FILES));
    for (const _pass of ["first", "later"]) {
      const seen: string[] = [];
      for await (const { entry, bytes } of container.scan(() => true)) {
        seen.push(entry.path);
        if (entry.path === "outbox.json") for await (const _chunk of bytes) break;
        if (entry.path === "actor.json") expect(await collect(bytes)).toEqual(bytesOf("{}"));
      }
      expect(seen).toEqual([...FILES.keys()]);
    }
  });

  it("lists again after a pass that was broken off, and reports nothing twice", async () => {
    const tar = await tarOf([
      { name: "sym", type: "symlink", linkname: "x" },
      { name: "a", data: "a" },
      { name: "b", data: "b" },
    ]);
    const codes: string[] = [];
    await using container = await openContainer(new Uint8Array(gzipSync(tar)), {
      onDiagnostic: ({ code }) => codes.push(code),
    });
    for await (const { entry } of container.scan(() => true)) {
      expect(entry.path).toBe("a");
      break;
    }
    expect(await collectPaths(container.entries())).toEqual(["a", "b"]);
    expect(codes).toEqual(["entry/link"]);
  });

  it("that unpacks to far more than it holds is stopped", async () => {
    const tar = await packTarGz(
      new Map([
        ["a", bytesOf("a")],
        ["zeros", new Uint8Array(30_000_000)],
      ]),
    );
    const result = await readAll(tar, { limits: { ratioFreeBytes: 1_000_000, maxRatio: 50 } });
    expect(result.codes).toEqual(["entry/too-large", "tar/truncated"]);
    expect(result.digests.get("a")).toBe(sha256("a"));
  });

  it("with a wrong checksum is read, and the damage told", async () => {
    const tar = await packTarGz(FILES);
    const at = tar.length - 8;
    tar[at] = (tar[at] ?? 0) ^ 1;
    const result = await readAll(tar);
    expect(result.codes).toContain("entry/damaged");
    expect(result.paths).toEqual([...FILES.keys()]);
  });
});

describe("a cut tar", () => {
  it("gives all that precedes the cut, plain and gzipped", async () => {
    const tar = await packTar(FILES);
    const whole = FILES.get("media_attachments/files/a.png") ?? new Uint8Array();
    for (const length of [512, 700, 300_000, 699_999, 700_512, 701_200, 900_000]) {
      for (const bytes of [tar.slice(0, length), new Uint8Array(gzipSync(tar.slice(0, length)))]) {
        const result = await readAll(bytes);
        expect(result.codes).toEqual(["tar/truncated"]);
        const wanted = Math.max(0, Math.min(length - 512, whole.length));
        expect(result.sizes.get("media_attachments/files/a.png")).toBe(wanted);
        expect(result.digests.get("media_attachments/files/a.png")).toBe(sha256(whole.subarray(0, wanted)));
      }
    }
  });

  it("gives all that the cut gzip still holds", async () => {
    const packed = await packTarGz(FILES);
    for (const share of [0.1, 0.3, 0.7]) {
      const cut = packed.slice(0, Math.floor(packed.length * share));
      const result = await readAll(cut);
      const size = result.sizes.get("media_attachments/files/a.png") ?? 0;
      expect(result.codes).toEqual(["tar/truncated"]);
      const held = gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(512, 512 + 700_000);
      expect(size).toBe(held.length);
      expect(result.digests.get("media_attachments/files/a.png")).toBe(sha256(held));
    }
  });

  it("without the mark at its end is told, and so is a damaged header", async () => {
    const tar = await packTar(FILES);
    const unmarked = await readAll(tar.slice(0, tar.length - 1024));
    expect(unmarked.codes).toEqual(["tar/truncated"]);
    expect(unmarked.paths.length).toBe(4);
    const broken = tar.slice();
    broken.fill(65, 512 + 700_416, 512 + 700_416 + 40);
    const damaged = await readAll(broken);
    expect(damaged.codes).toEqual(["tar/truncated"]);
    expect(damaged.paths).toEqual(["media_attachments/files/a.png"]);
  });

  it("never hangs or crashes, whatever bytes are changed", async () => {
    const tar = await tarOf([
      { name: "a", data: "a".repeat(600) },
      { name: `${"b/".repeat(80)}c`, data: "b" },
      { name: "outbox.json", data: "{}" },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(tar.length),
        fc.boolean(),
        async (changes, length, gzipped) => {
          const broken = tar.slice(0, length);
          for (const [at, value] of changes) if (at < length) broken[at] = value;
          const source = gzipped ? new Uint8Array(gzipSync(broken)) : broken;
          const outcome = await readAll(source).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome.name).toBe("ArchiveError");
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});
