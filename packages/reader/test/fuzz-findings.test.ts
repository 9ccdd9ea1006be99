import { readdirSync, readFileSync } from "node:fs";
import { packTar } from "@archive/fixtures";
import type { Diagnostic } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { TARGETS } from "../fuzz/targets.js";
import { readItems } from "../src/index.js";
import { readAll } from "./container-helpers.js";

const FOLDER = new URL("fuzz-findings/", import.meta.url);

describe("what fuzzing found", () => {
  it.each(readdirSync(FOLDER))("stays mended: %s", async (name) => {
    const target = TARGETS.get(name.split("-")[0] ?? "");
    expect(target).toBeDefined();
    await target?.(new Uint8Array(readFileSync(new URL(name, FOLDER))));
  });

  it("stays mended: a drive letter behind a root, or behind what Windows takes for one", async () => {
    const names = ["/c:/file", "//?/c:/file", "a/b"];
    const tar = await packTar(new Map(names.map((name) => [name, new Uint8Array(1)])));
    const { paths, codes } = await readAll(tar);
    expect(paths).toEqual(["a/b"]);
    expect(codes).toEqual(["entry/drive-path"]);
  });

  it("stays mended: a comma before an envelope's end, and a key that is not UTF-8", async () => {
    const found: Diagnostic[] = [];
    async function* bytes(): AsyncGenerator<Uint8Array, void, undefined> {
      yield new Uint8Array([0x7b, 0x22, 0xb9, 0x22, 0x3a, 0x30, 0x2c, 0x7d]);
    }
    for await (const _ of readItems(bytes(), { onDiagnostic: (each) => found.push(each) }));
    expect(found.map(({ code, offset }) => [code, offset])).toEqual([
      ["json/invalid-utf8", 1],
      ["json/invalid", 7],
    ]);
  });
});
