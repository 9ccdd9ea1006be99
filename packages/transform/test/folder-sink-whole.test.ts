import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderSink } from "../src/node/folder-sink.js";
import { FIRST, MANIFEST, SinkPlace } from "./support/sink-place.js";

const place = new SinkPlace();

describe("an output appears whole or not at all", () => {
  it("abort leaves the earlier output and nothing else; twice is fine", async () => {
    await place.write(FIRST);
    const before = place.read();
    const sink = folderSink(place.out);
    await sink.begin(MANIFEST);
    await sink.put({ path: "index.html", content: "half" });
    await sink.abort();
    await sink.abort();
    expect(place.read()).toEqual(before);
    expect(readdirSync(place.root)).toEqual(["site"]);
  });

  it("abort also removes the folders that were made for it", async () => {
    const sink = folderSink(join(place.root, "a/b/site"));
    await sink.begin(MANIFEST);
    await sink.abort();
    expect(readdirSync(place.root)).toEqual([]);
  });

  it("nothing is at the place before commit", async () => {
    const sink = folderSink(place.out);
    await sink.begin(MANIFEST);
    await sink.put({ path: "index.html", content: "one" });
    expect(existsSync(place.out)).toBe(false);
    await sink.commit();
    expect(existsSync(place.out)).toBe(true);
  });

  it("puts back what a killed run had moved away, and sweeps its build", async () => {
    await place.write(FIRST);
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    renameSync(place.out, join(place.root, `.site.ap-archive-${dead}-00c0ffee.old`));
    mkdirSync(join(place.root, `.site.ap-archive-${dead}-00c0ffee`));
    writeFileSync(join(place.root, `.site.ap-archive-${dead}-00c0ffee/index.html`), "half");
    const results = await place.write(FIRST);
    expect(new Set(Object.values(results))).toEqual(new Set(["unchanged"]));
    expect(readdirSync(place.root)).toEqual(["site"]);
  });

  it("leaves alone what a run that is still going, or somebody else, has there", async () => {
    const names = [
      `.site.ap-archive-${process.ppid}-00c0ffee`,
      ".site.ap-archive-x-00c0ffee",
      ".site.ap-archive-1",
    ];
    for (const name of names) mkdirSync(join(place.root, name));
    await place.write(FIRST);
    expect(readdirSync(place.root).sort()).toEqual([...names, "site"].sort());
  });

  it("a stream that fails leaves nothing", async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error("cut");
    }
    const sink = folderSink(place.out);
    await sink.begin(MANIFEST);
    await expect(sink.put({ path: "x", content: broken() })).rejects.toThrow("cut");
    await sink.abort();
    expect(readdirSync(place.root)).toEqual([]);
  });
});
