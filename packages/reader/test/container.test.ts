import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar, packTarGz, packZip, rawZip, sampleArchive, writeFolder } from "@archive/fixtures";
import type { Progress } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { verifyEntries } from "../src/containers/verification.js";
import { openContainer } from "../src/node/open-container.js";
import {
  bytesOf,
  collect,
  DIGESTS,
  FILES,
  readAll,
  readWith,
  sha256,
  temporaryFolder,
  textOf,
  WAYS,
} from "./container-helpers.js";

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
