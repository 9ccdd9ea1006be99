import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { openArchive } from "../src/index.js";

const corpus = fileURLToPath(new URL("../../../../shared/corpora/02-outboxes/", import.meta.url));
const present = existsSync(corpus);

describe.skipIf(!present)("real exports (corpora/02-outboxes)", () => {
  const expected: Record<
    string,
    { items: number; totalItems: number; activity_types: Record<string, number> }
  > = present ? JSON.parse(readFileSync(`${corpus}expected.json`, "utf8")) : {};

  async function summaryOf(source: string | Uint8Array) {
    const found: Diagnostic[] = [];
    await using archive = await openArchive(source, { onDiagnostic: (each) => found.push(each) });
    const raws: unknown[] = [];
    for await (const { raw } of archive.outbox({ onDiagnostic: (each) => found.push(each) })) raws.push(raw);
    const likes: string[] = [];
    for await (const { value } of archive.collection("likes")) likes.push(value.id);
    const bookmarks: string[] = [];
    for await (const { value } of archive.collection("bookmarks")) bookmarks.push(value.id);
    const media: string[] = [];
    for await (const { path } of archive.media()) media.push(path.slice(path.indexOf("media_attachments")));
    const actor = await archive.actor();
    const total = await archive.declaredTotal();
    return { info: archive.info, raws, likes, bookmarks, media, actor: actor?.raw, total, found };
  }

  it.each(["vidarh", "vidarh/outbox.json", "lmorchard-fossilizer/outbox.json"])(
    "counts %s as measured",
    async (path) => {
      const want = expected[path.endsWith(".json") ? path : `${path}/outbox.json`];
      const { raws, total, info, found } = await summaryOf(corpus + path);
      expect(raws).toHaveLength(want?.items ?? -1);
      expect(total).toBe(want?.totalItems);
      const types: Record<string, number> = {};
      for (const raw of raws) {
        const type = String(Reflect.get(Object(raw), "type"));
        types[type] = (types[type] ?? 0) + 1;
      }
      expect(types).toEqual(want?.activity_types);
      expect(info).toMatchObject({ dialect: "mastodon", era: "3.1-4.1" });
      expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    },
  );

  it("reads the same from a zip, a tar and a tar.gz, and from their bytes", async () => {
    const path = `${corpus}lmorchard-fossilizer/mastodon-export`;
    const zip = await summaryOf(`${path}.zip`);
    const tar = await summaryOf(`${path}.tar`);
    const packed = await summaryOf(`${path}.tar.gz`);
    expect(packed.raws).toEqual(tar.raws);
    expect(packed).toMatchObject({
      likes: tar.likes,
      bookmarks: tar.bookmarks,
      media: tar.media,
      actor: tar.actor,
    });
    expect(zip.raws.length).toBeGreaterThan(0);
    for (const one of [zip, tar, packed]) {
      expect(one.info.dialect).toBe("mastodon");
    }
    for (const kind of ["zip", "tar", "tar.gz"]) {
      const bytes = await summaryOf(new Uint8Array(readFileSync(`${path}.${kind}`)));
      const file = kind === "zip" ? zip : kind === "tar" ? tar : packed;
      expect(bytes).toEqual(file);
    }
  });
});
