import { mkdir, open, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  mastodonArchive,
  packTar,
  packTarGz,
  packZip,
  rawZip,
  sampleArchive,
  writeFolder,
} from "@archive/fixtures";
import { ArchiveError, type Progress } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { openContainer as openInBrowser } from "../src/browser/open-container.js";
import type { Container } from "../src/containers/container.js";
import { verifyEntries } from "../src/containers/verification.js";
import { openContainer } from "../src/node/open-container.js";
import {
  bytesOf,
  collect,
  hasProc,
  openFiles,
  readAll,
  readWith,
  sha256,
  store,
  temporaryFolder,
  textOf,
  WAYS,
} from "./container-helpers.js";

const FILES = new Map<string, Uint8Array>([
  ["outbox.json", bytesOf(`{"orderedItems":[${"1,".repeat(300_000)}2]}`)],
  [
    "media_attachments/files/000/001/original/a.png",
    new Uint8Array(70_000).map((_, at) => (at * 7919) % 251),
  ],
  ["empty.txt", new Uint8Array()],
  ["actor.json", bytesOf("{}")],
]);
const DIGESTS = new Map([...FILES].map(([path, bytes]) => [path, sha256(bytes)]));

async function codeOf(opening: Promise<Container>): Promise<string> {
  try {
    await using _container = await opening;
    return "opened";
  } catch (error) {
    return error instanceof ArchiveError ? error.code : String(error);
  }
}

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

describe.each([...WAYS])("every kind of container, from %s", (_way, openWay) => {
  it("gives the same entries and bytes", async () => {
    const packed = {
      zip: await packZip(FILES),
      tar: await packTar(FILES),
      "tar.gz": await packTarGz(FILES),
    };
    for (const [kind, bytes] of Object.entries(packed)) {
      const result = await readWith((run) => openWay(owned(bytes), run));
      expect(result.kind).toBe(kind);
      expect(result.paths).toEqual([...FILES.keys()]);
      expect(result.digests).toEqual(DIGESTS);
      expect(result.codes).toEqual([]);
    }
    const json = new Uint8Array(gzipSync("[]"));
    expect((await readWith((run) => openWay(owned(json), run))).paths).toEqual(["outbox.json"]);
  });

  it("verifies entries, the broken ones by name", async () => {
    const zip = rawZip([
      { name: "a", data: "whole" },
      { name: "b", data: "broken", crc: 1 },
      { name: "c", data: "whole", method: 0 },
    ]);
    for (const inFlight of [1, 2, 8]) {
      await using container = await openWay(owned(zip));
      const seen: string[] = [];
      for await (const { entry, bytes, codes } of verifyEntries(container, { inFlight })) {
        seen.push(`${entry.path} ${bytes} ${codes.join()}`);
      }
      expect(seen).toEqual(["a 5 ", "b 6 entry/damaged", "c 5 "]);
    }
    await using early = await openWay(owned(zip));
    for await (const { entry } of verifyEntries(early)) {
      expect(entry.path).toBe("a");
      break;
    }
    await using tar = await openWay(owned(await packTarGz(FILES)));
    let sum = 0;
    for await (const { bytes } of verifyEntries(tar)) sum += bytes;
    expect(sum).toBe([...FILES.values()].reduce((total, { length }) => total + length, 0));
  });

  it("gives all that a cut or broken file still holds, as any other way does", async () => {
    const cases: Uint8Array[] = [];
    for (const bytes of [await packZip(FILES), await packTar(FILES), await packTarGz(FILES)]) {
      for (const share of [0.2, 0.6, 0.95]) cases.push(bytes.slice(0, bytes.length * share));
      const broken = bytes.slice();
      broken.fill(0xff, bytes.length / 2, bytes.length / 2 + 100);
      cases.push(broken);
    }
    const described = [...FILES].map(([name, data]) => ({ name, data, dataDescriptor: true }));
    cases.push(rawZip(described, { withoutDirectory: true }));
    const two = [gzipSync("[1,"), gzipSync("2]"), new Uint8Array(20)];
    cases.push(new Uint8Array(Buffer.concat(two)));
    for (const bytes of cases) {
      const result = await readWith((run) => openWay(owned(bytes), run));
      const inNode = await readAll(bytes);
      expect(result.paths).toEqual(inNode.paths);
      expect(result.codes).toEqual(inNode.codes);
      expect(result.digests).toEqual(inNode.digests);
    }
  });

  it("stops when aborted, and closes after a read that fails", async () => {
    const reason = new Error("enough");
    for (const bytes of [await packZip(FILES), await packTarGz(FILES)]) {
      await using container = await openWay(owned(bytes));
      const controller = new AbortController();
      const reading = async (): Promise<void> => {
        for await (const { bytes: chunks } of container.scan(() => true, { signal: controller.signal })) {
          for await (const _chunk of chunks) controller.abort(reason);
        }
      };
      await expect(reading()).rejects.toBe(reason);
    }
  });
});

describe("a source of the caller's own", () => {
  it("is read through a file handle, which stays open", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "a.bin");
    for (const bytes of [await packZip(FILES), await packTar(FILES), await packTarGz(FILES)]) {
      await writeFile(path, bytes);
      const handle = await open(path);
      try {
        expect((await readAll(handle)).digests).toEqual(DIGESTS);
        expect((await handle.stat()).size).toBe(bytes.length);
      } finally {
        await handle.close();
      }
      await expect(readAll(handle)).rejects.toMatchObject({ code: "archive/unreadable" });
    }
    await using noFile = await open(folder.path);
    await expect(readAll(noFile)).rejects.toMatchObject({ code: "archive/unreadable" });
  });

  it("whose reads fail, at any of them, is an error and never a hang", async () => {
    for (const bytes of [await packZip(FILES), await packTar(FILES), await packTarGz(FILES)]) {
      for (const openWay of [openContainer, openInBrowser]) {
        for (const failing of [0, 1, 2, 3, 5, 9, 40]) {
          let reads = 0;
          const flaky = {
            size: bytes.length,
            read: async (offset: number, length: number): Promise<Uint8Array> => {
              reads += 1;
              if (reads > failing) throw new Error("the disk is gone");
              return bytes.slice(offset, offset + length);
            },
          };
          const outcome = await readWith((run) => openWay(flaky, run)).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "archive/unreadable" });
          else expect(reads).toBeLessThanOrEqual(failing);
        }
      }
    }
  });

  it("that gives too much, or has no size, is misused", async () => {
    const greedy = { size: 100, read: async () => new Uint8Array(1000) };
    await expect(openContainer(greedy)).rejects.toMatchObject({ code: "archive/unreadable" });
    await expect(openContainer({ ...greedy, size: Number.NaN })).rejects.toThrow(RangeError);
    await expect(openContainer(store(new Uint8Array()))).rejects.toMatchObject({ code: "archive/empty" });
  });
});

describe("every kind of container", () => {
  it("gives the same entries and bytes, from bytes and from a file with a misleading name", async () => {
    await using folder = await temporaryFolder();
    const packed = {
      zip: await packZip(FILES),
      tar: await packTar(FILES),
      "tar.gz": await packTarGz(FILES),
    };
    for (const [kind, bytes] of Object.entries(packed)) {
      const path = join(folder.path, `${kind}.jpg`);
      await writeFile(path, bytes);
      for (const source of [bytes, path]) {
        const result = await readAll(source);
        expect(result.kind).toBe(kind);
        expect(result.paths).toEqual([...FILES.keys()]);
        expect(result.digests).toEqual(DIGESTS);
        expect(result.codes).toEqual([]);
      }
    }
    await writeFolder(FILES, join(folder.path, "account.zip"));
    const result = await readAll(join(folder.path, "account.zip"));
    expect(result.kind).toBe("folder");
    expect(result.digests).toEqual(DIGESTS);
    expect(result.codes).toEqual([]);
  });

  it("reads the sample archive alike from zip and tar.gz", async () => {
    const files = sampleArchive();
    const zip = await readAll(await packZip(files));
    const tar = await readAll(await packTarGz(files));
    expect(zip.paths.length).toBe(files.size);
    expect(zip.digests).toEqual(tar.digests);
    expect(zip.codes).toEqual([]);
  });

  it("takes a bare outbox, also gzipped or after a byte order mark, as one entry", async () => {
    const json = bytesOf('{"type":"OrderedCollection","orderedItems":[]}');
    for (const source of [json, new Uint8Array(gzipSync(json)), bytesOf("\ufeff  []")]) {
      const result = await readAll(source);
      expect(result.kind).toBe("json");
      expect(result.paths).toEqual(["outbox.json"]);
      expect(result.codes).toEqual([]);
    }
    expect((await readAll(new Uint8Array(gzipSync(json)))).digests.get("outbox.json")).toBe(sha256(json));
  });

  it("gives the packed size, entry by entry access, and progress", async () => {
    for (const bytes of [await packZip(FILES), await packTar(FILES), await packTarGz(FILES)]) {
      await using container = await openContainer(bytes);
      expect(container.bytes).toBe(bytes.length);
      expect(await textOf(container, "actor.json")).toBe("{}");
      const seen: Progress[] = [];
      const text = await textOf(container, "outbox.json", { onProgress: (progress) => seen.push(progress) });
      const outbox = seen.filter(({ file }) => file === "outbox.json").at(-1);
      expect(outbox).toEqual({ file: "outbox.json", bytes: text.length, total: text.length, items: 0 });
    }
  });

  it("refuses an entry of another container", async () => {
    const foreign = { path: "nowhere", rawPath: new Uint8Array() };
    await using zip = await openContainer(await packZip(FILES));
    expect(() => zip.open(foreign)).toThrow(RangeError);
    await using tar = await openContainer(await packTar(FILES));
    await expect(collect(tar.open(foreign))).rejects.toThrow(RangeError);
  });

  it("stops between chunks when aborted, with the signal's reason", async () => {
    await using folder = await temporaryFolder();
    await writeFolder(FILES, join(folder.path, "f"));
    const reason = new Error("enough");
    for (const source of [
      await packZip(FILES),
      await packTar(FILES),
      await packTarGz(FILES),
      join(folder.path, "f"),
    ]) {
      await using container = await openContainer(source);
      const controller = new AbortController();
      const reading = async (): Promise<void> => {
        for await (const { bytes } of container.scan(() => true, { signal: controller.signal })) {
          for await (const _chunk of bytes) controller.abort(reason);
        }
      };
      await expect(reading()).rejects.toBe(reason);
      await expect(openContainer(source, { signal: controller.signal })).rejects.toBe(reason);
    }
  });
});

describe("sources that are no archive", () => {
  it("throw an error with a code", async () => {
    await using folder = await temporaryFolder();
    const noise = new Uint8Array(5000).map((_, at) => (at * 48271 + 11) % 253);
    const html = bytesOf("<!doctype html><title>Link expired</title>");
    const put = async (name: string, bytes: Uint8Array): Promise<string> => {
      await writeFile(join(folder.path, name), bytes);
      return join(folder.path, name);
    };
    await mkdir(join(folder.path, "empty-folder"));
    expect(await codeOf(openContainer(join(folder.path, "nothing.zip")))).toBe("archive/not-found");
    expect(await codeOf(openContainer("bad\0path"))).toBe("archive/not-found");
    expect(await codeOf(openContainer(await put("a.zip", new Uint8Array())))).toBe("archive/empty");
    expect(await codeOf(openContainer(new Uint8Array()))).toBe("archive/empty");
    expect(await codeOf(openContainer(join(folder.path, "empty-folder")))).toBe("archive/empty");
    expect(await codeOf(openContainer(rawZip([])))).toBe("archive/empty");
    expect(await codeOf(openContainer(await packTar(new Map())))).toBe("archive/empty");
    expect(await codeOf(openContainer(await packTarGz(new Map())))).toBe("archive/empty");
    expect(await codeOf(openContainer(await put("b.zip", html)))).toBe("archive/not-an-archive");
    expect(await codeOf(openContainer(await put("c.tar.gz", noise)))).toBe("archive/not-an-archive");
    expect(await codeOf(openContainer(new Uint8Array(gzipSync(html))))).toBe("archive/not-an-archive");
    expect(await codeOf(openContainer(new Uint8Array(1_000_000)))).toBe("archive/not-an-archive");
    expect(await codeOf(openContainer(bytesOf("PK\u0003\u0004 not a zip")))).toBe("archive/not-an-archive");
    expect(await codeOf(openContainer(new Uint8Array([0x1f, 0x8b])))).toBe("archive/empty");
    const locked = rawZip([{ name: "outbox.json", data: "{}", encrypted: true }]);
    expect(await codeOf(openContainer(await put("d.zip", locked)))).toBe("archive/encrypted");
  });

  it("name the file", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "x.zip");
    await writeFile(path, bytesOf("PK\u0003\u0004 not a zip"));
    await expect(openContainer(path)).rejects.toMatchObject({ file: path });
  });
});

describe.skipIf(!hasProc)("file handles", () => {
  it("are closed after early exits, errors and disposal", async () => {
    await using folder = await temporaryFolder();
    const paths: string[] = [];
    for (const [name, bytes] of Object.entries({
      "a.zip": await packZip(FILES),
      "a.tar": await packTar(FILES),
      "a.tar.gz": await packTarGz(FILES),
      "cut.zip": (await packZip(FILES)).slice(0, 2000),
      "outbox.json": bytesOf("{}"),
      "page.html": bytesOf("<html>"),
      "locked.zip": rawZip([{ name: "a", data: "b", encrypted: true }]),
    })) {
      paths.push(join(folder.path, name));
      await writeFile(join(folder.path, name), bytes);
    }
    await writeFolder(FILES, join(folder.path, "folder"));
    paths.push(join(folder.path, "folder"));

    const round = async (path: string): Promise<void> => {
      try {
        await using container = await openContainer(path);
        for await (const { bytes } of container.scan(() => true)) {
          for await (const _chunk of bytes) break;
          break;
        }
        for await (const entry of container.entries()) {
          for await (const _chunk of container.open(entry)) break;
        }
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
      }
    };
    for (const path of paths) await round(path);
    const before = openFiles();
    for (let times = 0; times < 5; times += 1) for (const path of paths) await round(path);
    expect(openFiles()).toBe(before);
  });
});

describe("folders", () => {
  it("leave links out, ignore junk and sort by name", async () => {
    await using folder = await temporaryFolder();
    const root = join(folder.path, "a");
    await writeFolder(
      new Map([...FILES, [".DS_Store", bytesOf("x")], ["__MACOSX/._outbox.json", bytesOf("x")]]),
      root,
    );
    await symlink("/etc/passwd", join(root, "passwd"));
    await symlink(folder.path, join(root, "loop"));
    const result = await readAll(root);
    expect(result.paths).toEqual([...FILES.keys()].toSorted());
    expect(result.diagnostics.filter(({ code }) => code === "entry/link").map(({ file }) => file)).toEqual([
      "loop",
      "passwd",
    ]);
    expect(result.diagnostics.filter(({ code }) => code === "entry/ignored").length).toBe(1);
  });

  it("report a file that vanished", async () => {
    await using folder = await temporaryFolder();
    await writeFolder(mastodonArchive(), folder.path);
    const codes: string[] = [];
    await using container = await openContainer(folder.path, {
      onDiagnostic: ({ code }) => codes.push(code),
    });
    const { rm } = await import("node:fs/promises");
    await rm(join(folder.path, "actor.json"));
    expect(await textOf(container, "actor.json")).toBe("");
    expect(codes).toEqual(["entry/unreadable"]);
  });
});
