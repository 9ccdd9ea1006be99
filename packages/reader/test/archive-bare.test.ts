import { gzipSync } from "node:zlib";
import { mastodonArchive, packTar, packTarGz, packZip, sampleArchive } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { openArchive as openInBrowser } from "../src/browser/open-archive.js";
import { openArchive } from "../src/index.js";
import { contentOf, encoder, errorOf, json, write } from "./archive-helpers.js";

describe("bare documents", () => {
  const note = { type: "Note", content: "x" };
  it.each<[string, unknown, number]>([
    ["an outbox", { type: "OrderedCollection", orderedItems: [{ type: "Create", object: note }] }, 1],
    [
      "an outbox with its type last",
      { orderedItems: [{ type: "Create", object: note }], type: "OrderedCollection" },
      1,
    ],
    ["a page", { type: "OrderedCollectionPage", items: [note] }, 1],
    ["a list of activities", [{ type: "Announce", object: "https://b.example/1" }], 1],
    ["a list of posts", [null, note], 1],
    ["an empty outbox", { type: "OrderedCollection", orderedItems: [] }, 0],
  ])("%s is an archive", async (_, value, count) => {
    for (const bytes of [json(value), new Uint8Array(gzipSync(json(value)))]) {
      const content = await contentOf(bytes);
      expect(content.outbox).toHaveLength(count);
      expect(content.info).toMatchObject({ container: "json", dialect: "activitystreams", era: null });
    }
  });

  it.each<[string, string]>([
    [
      "a post",
      JSON.stringify({ "@context": "https://www.w3.org/ns/activitystreams", ...note, items: [note] }),
    ],
    ["an activity", JSON.stringify({ type: "Create", object: note })],
    ["an actor", JSON.stringify({ type: "Person", id: "https://a.example" })],
    ["a package.json", JSON.stringify({ name: "x", version: "1.0.0", type: "module" })],
    ["numbers", "[1,2,3]"],
    ["nothing in a list", "[]"],
    ["unrelated things", JSON.stringify([{ name: "x" }])],
    ["what is no JSON", "{ hello"],
  ])("%s is none", async (_, text) => {
    expect(await errorOf(encoder.encode(text))).toMatchObject({ code: "archive/not-an-archive" });
  });
});

describe("what can't be opened", () => {
  it("says why, and names the file", async () => {
    const path = await write(await packZip(new Map([["a.txt", json(1)]])));
    expect(await errorOf(path)).toMatchObject({ code: "archive/no-outbox", file: path });
    expect((await errorOf(`${await write(new Uint8Array())}-is-not-there`)).code).toBe("archive/not-found");
    expect((await errorOf(new Uint8Array())).code).toBe("archive/empty");
  });

  it("says that an archive breaks off before its outbox, as a download of media first may", async () => {
    let state = 1;
    const noise = new Uint8Array(50_000).map(() => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    });
    const files = new Map([["media_attachments/a.png", noise], ...mastodonArchive()]);
    for (const pack of [packZip, packTar, packTarGz]) {
      const whole = await pack(files);
      for (const open of [openArchive, openInBrowser]) {
        const error = await open(whole.slice(0, 30_000)).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({
          code: "archive/no-outbox",
          message: expect.stringContaining("breaks off"),
        });
      }
    }
  });

  it("says that the outbox is encrypted", async () => {
    const bytes = await packZip(mastodonArchive());
    // Bit 0 of the flags, in the local header (6 bytes in) and in the directory (8 bytes in) of each outbox.
    const view = Buffer.from(bytes);
    for (const [signature, flags, name] of [
      ["PK\x03\x04", 6, 30],
      ["PK\x01\x02", 8, 46],
    ] as const) {
      for (
        let at = view.indexOf(signature, 0, "latin1");
        at >= 0;
        at = view.indexOf(signature, at + 1, "latin1")
      ) {
        if (view.toString("latin1", at + name, at + name + 11) === "outbox.json")
          view[at + flags] = 1 | (view[at + flags] ?? 0);
      }
    }
    expect((await errorOf(new Uint8Array(view))).code).toBe("archive/encrypted");
  });

  it("stops when the signal says so", async () => {
    const abort = new AbortController();
    await using archive = await openArchive(await packZip(sampleArchive()));
    const reading = (async () => {
      for await (const { index } of archive.outbox({ signal: abort.signal })) if (index === 1) abort.abort();
      // The outbox may have been in memory already; the next read sees the signal in any case.
      await archive.actor({ signal: abort.signal });
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    await expect(
      openArchive(await packZip(sampleArchive()), { signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
  });
});
