import { hash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderSink } from "../src/node/folder-sink.js";
import { LARGEST, WritingThread } from "../src/node/writing-thread.js";
import { LazyContent } from "../src/sinks/content.js";

const MANIFEST = { tool: "test", version: "1.0.0", command: "convert html" };

let root: string;
let elsewhere: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writing-thread-"));
  elsewhere = mkdtempSync(join(tmpdir(), "writing-thread-"));
});
afterEach(() => {
  for (const folder of [root, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

const pathOf = (index: number): string => `${index % 7}/${index}/index.html`;
const bytesOf = (index: number): Uint8Array => new Uint8Array((index * 977) % 9000).fill(index);

/** Puts so many small files into a sink, without a commit. */
async function putMany(sink: ReturnType<typeof folderSink>, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += 1) {
    expect(await sink.put({ path: pathOf(index), content: bytesOf(index) })).toBe("written");
  }
}

describe("a thread that writes", () => {
  it("writes every file as it was given, though the bytes are used again, and however many there are", async () => {
    const thread = new WritingThread(root);
    const scratch = new Uint8Array(LARGEST);
    const sizes = [0, 1, LARGEST, 7, LARGEST - 1, LARGEST, LARGEST, LARGEST, LARGEST, 3];
    for (let index = 0; index < 120; index += 1) {
      const size = sizes[index % sizes.length] ?? 0;
      await thread.write(pathOf(index), scratch.fill(index).subarray(0, size));
    }
    await thread.end();
    for (let index = 0; index < 120; index += 1) {
      const written = readFileSync(join(root, pathOf(index)));
      expect(written.length).toBe(sizes[index % sizes.length]);
      expect(written.every((byte) => byte === index)).toBe(true);
    }
  });

  it("tells the hashes of those files of which they are wanted, in their order", async () => {
    const thread = new WritingThread(root);
    const told: string[] = [];
    const wanted: string[] = [];
    for (let index = 0; index < 900; index += 1) {
      const bytes = bytesOf(index);
      const isWanted = index % 3 > 0;
      if (isWanted) wanted.push(hash("sha256", bytes));
      await thread.write(pathOf(index), bytes, isWanted ? (one) => told.push(one) : null);
    }
    await thread.end();
    expect(told).toEqual(wanted);
  });

  it("takes what was put into its space as it takes any other bytes", async () => {
    const thread = new WritingThread(root);
    for (let index = 0; index < 900; index += 1) {
      const bytes = bytesOf(index);
      const space = await thread.space();
      expect(space.length).toBeGreaterThan(bytes.length);
      if (index % 5 === 0) await thread.write(pathOf(index), bytes);
      else {
        // What is put there and not written leaves nothing behind.
        if (index % 5 === 1) space.fill(255, 0, 20_000);
        space.set(bytes);
        if (index % 5 !== 2) await thread.write(pathOf(index), space.subarray(0, bytes.length));
      }
    }
    await thread.end();
    for (let index = 0; index < 900; index += 1) {
      const place = join(root, pathOf(index));
      if (index % 5 === 2) expect(existsSync(place)).toBe(false);
      else expect(readFileSync(place).equals(bytesOf(index))).toBe(true);
    }
  });

  it("tells which file it could not write, and why", async () => {
    writeFileSync(join(root, "1"), "no folder");
    const thread = new WritingThread(root);
    await thread.write("0/a.txt", bytesOf(1));
    await thread.write("1/b.txt", bytesOf(2));
    await expect(thread.end()).rejects.toMatchObject({
      code: "output/unwritable",
      file: join(root, "1/b.txt"),
      message: expect.stringContaining("stands in its p"),
    });
    await thread.stop();
  });

  it("writes over nothing", async () => {
    writeFileSync(join(root, "a.txt"), "mine");
    const thread = new WritingThread(root);
    await thread.write("a.txt", bytesOf(5));
    await expect(thread.end()).rejects.toMatchObject({ code: "output/unwritable" });
    await thread.stop();
    expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("mine");
  });

  it("writes nothing more once it was stopped", async () => {
    const thread = new WritingThread(root);
    for (let index = 0; index < 300; index += 1) await thread.write(pathOf(index), new Uint8Array(9000));
    await thread.stop();
    const left = readdirSync(root, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(readdirSync(root, { recursive: true })).toEqual(left);
  });
});

describe("a folder of many files", () => {
  it("holds texts of any size and script as they are, those made late as well", async () => {
    const texts = [
      "",
      "plain",
      "Zażółć gęślą jaźń ",
      "日本語の文章 ",
      "a \u{1f431}\u200d\u{1f464} ",
      "lone \ud800 ",
    ];
    const textOf = (index: number): string =>
      (texts[index % texts.length] ?? "").repeat(index % 97 === 0 ? 60_000 : (index * 31) % 700);
    const sink = folderSink(join(root, "site"));
    await sink.begin(MANIFEST);
    for (let index = 0; index < 1200; index += 1) {
      const text = textOf(index);
      const content = index % 2 === 0 ? text : new LazyContent(() => text);
      expect(await sink.put({ path: pathOf(index), content })).toBe("written");
    }
    await sink.commit();
    const manifest = readFileSync(join(root, "site", ".ap-archive.json"), "utf8");
    for (let index = 0; index < 1200; index += 1) {
      const written = readFileSync(join(root, "site", pathOf(index)));
      const bytes = new TextEncoder().encode(textOf(index));
      expect(written.equals(bytes)).toBe(true);
      expect(manifest).toContain(`"${pathOf(index)}": "${hash("sha256", bytes)}"`);
    }
  });

  const COUNT = 900;

  it("holds them all, and a second run knows each again", async () => {
    const out = join(root, "site");
    const first = folderSink(out);
    await first.begin(MANIFEST);
    await putMany(first, 0, COUNT);
    await first.commit();
    for (let index = 0; index < COUNT; index += 1) {
      expect(readFileSync(join(out, pathOf(index)))).toEqual(Buffer.from(bytesOf(index)));
    }
    expect(readdirSync(root)).toEqual(["site"]);

    const again = folderSink(out);
    await again.begin(MANIFEST);
    for (let index = 0; index < COUNT; index += 1) {
      expect(await again.put({ path: pathOf(index), content: bytesOf(index) })).toBe("unchanged");
    }
    await again.commit();
  });

  it("is listed in the order of the output with the hash of each, whoever wrote it, and when", async () => {
    const out = join(root, "site");
    const sink = folderSink(out);
    await sink.begin(MANIFEST);
    const files: Record<string, string> = {};
    for (let index = 0; index < 2 * COUNT; index += 1) {
      // What is large is not sent to the thread.
      const bytes = index % 300 === 299 ? new Uint8Array(LARGEST + index) : bytesOf(index);
      files[pathOf(index)] = hash("sha256", bytes);
      await sink.put({ path: pathOf(index), content: bytes });
    }
    await sink.commit();
    const listed: { files: object } = JSON.parse(readFileSync(join(out, ".ap-archive.json"), "utf8"));
    expect(Object.entries(listed.files)).toEqual(Object.entries(files));
  });

  it("is given up whole when one can't be written, and nothing stays behind", async () => {
    const out = join(root, "site");
    const sink = folderSink(out);
    await sink.begin(MANIFEST);
    await putMany(sink, 0, COUNT);
    // Somebody takes the folder away in which it is built.
    const [build = ""] = readdirSync(root);
    renameSync(join(root, build), join(elsewhere, "build"));
    writeFileSync(join(root, build), "");
    await expect(
      (async () => {
        await putMany(sink, COUNT, 2 * COUNT);
        await sink.commit();
      })(),
    ).rejects.toMatchObject({ code: "output/unwritable" });
    await sink.abort();
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(root)).toEqual([]);
  });

  it("leaves nothing behind when it is given up", async () => {
    const sink = folderSink(join(root, "site"));
    await sink.begin(MANIFEST);
    await putMany(sink, 0, COUNT);
    await sink.abort();
    await sink.abort();
    expect(readdirSync(root)).toEqual([]);
  });
});
