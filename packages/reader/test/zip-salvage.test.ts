import { constants, inflateRawSync } from "node:zlib";
import { packZip, rawZip } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { openContainer } from "../src/node/open-container.js";
import { bytesOf, collect, readAll, sha256, textOf } from "./container-helpers.js";
import { expectTwo, OUTBOX, TWO } from "./zip-helpers.js";

describe("salvage of a zip", () => {
  it("reads a zip without its directory", async () => {
    await expectTwo(rawZip(TWO, { withoutDirectory: true }), ["zip/salvaged"]);
    await expectTwo(rawZip(TWO, { withoutDirectory: true, prefix: bytesOf("junk") }).slice(4), [
      "zip/salvaged",
    ]);
    const described = TWO.map((entry) => ({ ...entry, dataDescriptor: true }));
    await expectTwo(rawZip(described, { withoutDirectory: true }), ["zip/salvaged"]);
    await expectTwo(
      rawZip(
        described.map((entry) => ({ ...entry, method: 0 })),
        { withoutDirectory: true },
      ),
      ["zip/salvaged"],
    );
    await expectTwo(
      rawZip(
        described.map((entry) => ({ ...entry, descriptorSignature: false, zip64Local: true })),
        {
          withoutDirectory: true,
        },
      ),
      ["zip/salvaged"],
    );
  });

  it("reads a zip whose directory is cut", async () => {
    await expectTwo(rawZip(TWO, { truncate: 30 }), ["zip/salvaged"]);
    await expectTwo(rawZip(TWO, { truncate: 100 }), ["zip/salvaged"]);
  });

  it("gives what precedes a cut, to the last byte that can be inflated", async () => {
    for (const dataDescriptor of [false, true]) {
      const whole = rawZip([{ name: "outbox.json", data: OUTBOX, dataDescriptor }], {
        withoutDirectory: true,
      });
      for (const share of [0.1, 0.5, 0.9, 0.999]) {
        const cut = whole.slice(0, Math.floor(whole.length * share));
        const result = await readAll(cut);
        expect(result.codes).toEqual(["entry/truncated", "zip/salvaged"]);
        await using container = await openContainer(cut);
        const text = await textOf(container, "outbox.json");
        const held = inflateRawSync(cut.subarray(30 + "outbox.json".length), {
          finishFlush: constants.Z_SYNC_FLUSH,
        });
        expect(text).toBe(held.toString());
      }
    }
  });

  it("keeps whole entries before the cut whole", async () => {
    const zip = await packZip(
      new Map([
        ["actor.json", bytesOf("{}")],
        ["outbox.json", bytesOf(OUTBOX)],
      ]),
    );
    const result = await readAll(zip.slice(0, 5000));
    expect(result.digests.get("actor.json")).toBe(sha256("{}"));
    expect(result.codes).toEqual(["entry/truncated", "zip/salvaged"]);
  });

  it("reads on in a zip whose offsets wrapped around at 4 GiB", async () => {
    // The same contradiction in small: the directory stands far behind where its record says, and not by a prefix.
    const zip = rawZip(TWO);
    const view = new DataView(zip.buffer);
    view.setUint32(zip.length - 6, 0xfffffff0, true);
    await expectTwo(zip, ["zip/salvaged"]);
  });

  it("takes work in proportion to the file, however headers are nested", async () => {
    const header = { name: "a", method: 0, dataDescriptor: true };
    const nested = Array.from({ length: 3000 }, () =>
      rawZip([header], { withoutDirectory: true }).slice(0, 31),
    );
    const limits = { ratioFreeBytes: 0, maxRatio: 20 };
    const result = await readAll(new Uint8Array(Buffer.concat(nested)), { limits });
    expect(result.codes).toContain("zip/salvaged");
    expect(result.codes).toContain("archive/too-large");
  });

  it("can be broken off", async () => {
    await using container = await openContainer(rawZip(TWO, { withoutDirectory: true }));
    for await (const { entry, bytes } of container.scan(() => true)) {
      for await (const chunk of bytes) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect((await collect(container.open(entry))).length).toBeGreaterThan(0);
    }
  });
});
