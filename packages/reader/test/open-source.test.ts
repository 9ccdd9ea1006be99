import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar, packTarGz, packZip, rawZip, writeFolder } from "@archive/fixtures";
import { ArchiveError } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { openContainer as openInBrowser } from "../src/browser/open-container.js";
import type { Container } from "../src/containers/container.js";
import { openContainer } from "../src/node/open-container.js";
import {
  bytesOf,
  DIGESTS,
  FILES,
  hasProc,
  openFiles,
  readAll,
  readWith,
  store,
  temporaryFolder,
} from "./container-helpers.js";

async function codeOf(opening: Promise<Container>): Promise<string> {
  try {
    await using _container = await opening;
    return "opened";
  } catch (error) {
    return error instanceof ArchiveError ? error.code : String(error);
  }
}

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
