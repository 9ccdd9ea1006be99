import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { create, mastodonArchive, packTarGz, packZip } from "@archive/fixtures";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openArchive, openContainer } from "../src/index.js";
import { hasProc, openFiles, temporaryFolder } from "./container-helpers.js";

const FILES = mastodonArchive({ activities: [create(), create(), create()] });

async function* stream(bytes: Uint8Array, size = 100): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
  vi.stubEnv("TMPDIR", folder.path);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await folder[Symbol.asyncDispose]();
});

async function count(archive: Awaited<ReturnType<typeof openArchive>>): Promise<number> {
  let items = 0;
  for await (const _ of archive.outbox()) items += 1;
  return items;
}

describe("a stream", () => {
  it.each([
    ["zip", packZip],
    ["tar.gz", packTarGz],
  ] as const)("of a %s is read from memory, or from a file when it is long", async (kind, pack) => {
    const bytes = await pack(FILES);
    const listeners = process.listenerCount("exit");
    for (const maxMemoryBytes of [undefined, 10]) {
      const archive = await openArchive(stream(bytes), { maxMemoryBytes });
      expect(archive.info).toMatchObject({ container: kind, bytes: bytes.length });
      expect([await count(archive), await count(archive)]).toEqual([3, 3]);
      await archive[Symbol.asyncDispose]();
      expect(readdirSync(folder.path)).toEqual([]);
      expect(process.listenerCount("exit")).toBe(listeners);
    }
  });

  it("of a CSV or of text is read as well", async () => {
    async function* text(): AsyncGenerator<string, void, undefined> {
      yield "Account address,Show boosts\nada@b.exam";
      yield "ple,true\n";
    }
    await using archive = await openArchive(text(), { name: "following_accounts.csv", maxMemoryBytes: 5 });
    const members = [];
    for await (const { value } of archive.collection("following")) members.push(value.id);
    expect(members).toEqual(["ada@b.example"]);
  });

  it("that comes from a file is read as a stream, not as that file", async () => {
    const path = join(folder.path, "a.zip");
    await writeFile(path, await packZip(FILES));
    await using container = await openContainer(createReadStream(path));
    expect(container.kind).toBe("zip");
  });

  it("leaves nothing behind when it fails, is no archive, or is broken off", async () => {
    const before = hasProc ? openFiles() : 0;
    async function* failing(): AsyncGenerator<Uint8Array, void, undefined> {
      yield new Uint8Array(100);
      throw new Error("EPIPE");
    }
    const options = { maxMemoryBytes: 10 };
    await expect(openArchive(failing(), options)).rejects.toMatchObject({ code: "archive/unreadable" });
    await expect(openContainer(stream(new Uint8Array(50_000).fill(65)), options)).rejects.toMatchObject({
      code: "archive/not-an-archive",
    });
    const controller = new AbortController();
    async function* stopped(): AsyncGenerator<Uint8Array, void, undefined> {
      yield new Uint8Array(100);
      controller.abort();
      yield new Uint8Array(100);
    }
    const { signal } = controller;
    await expect(openArchive(stopped(), { ...options, signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(readdirSync(folder.path)).toEqual([]);
    if (hasProc) expect(openFiles()).toBeLessThanOrEqual(before);
  });

  it("sweeps what runs left that were killed, and nothing else", async () => {
    // The id of a process that is no more.
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    for (const name of [`ap-archive-input-${pid}-a`, `ap-archive-input-${process.ppid}-a`, "other"]) {
      mkdirSync(join(folder.path, name));
    }
    await using _ = await openContainer(stream(await packZip(FILES)), { maxMemoryBytes: 10 });
    expect(existsSync(join(folder.path, `ap-archive-input-${pid}-a`))).toBe(false);
    expect(existsSync(join(folder.path, `ap-archive-input-${process.ppid}-a`))).toBe(true);
    expect(existsSync(join(folder.path, "other"))).toBe(true);
  });

  it.skipIf(process.platform === "win32")("has no name in the file system while it is open", async () => {
    const bytes = await packZip(FILES);
    await using archive = await openArchive(stream(bytes), { maxMemoryBytes: 10 });
    expect(readdirSync(folder.path)).toEqual([]);
    expect(await count(archive)).toBe(3);
  });
});
