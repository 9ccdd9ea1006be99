import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  actorObject,
  create,
  document,
  jsonBytes,
  mastodonArchive,
  note,
  packTarGz,
  packZip,
  sampleArchive,
  TESS,
  writeFolder,
} from "@archive/fixtures";
import { openContainer } from "@archive/reader";
import { beforeAll, describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";
import { expectBySchema } from "./schemas.js";

const place = scratch();
const cwd = { cwd: place.path };
const A = "media_attachments/files/1/original/a.png";
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

beforeAll(() => () => place[Symbol.dispose]());

/** The files of an output as bytes. */
async function filesOf(name: string): Promise<ReadonlyMap<string, Buffer>> {
  await using container = await openContainer(place.at(name));
  const files = new Map<string, Buffer>();
  for await (const { entry, bytes } of container.scan(() => true)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(new Uint8Array(chunk));
    files.set(entry.path, Buffer.concat(chunks));
  }
  return files;
}

/** Writes a zip whose outbox is this text, and repairs it. */
async function repaired(
  name: string,
  outbox: string | Uint8Array,
  more: ReadonlyMap<string, Uint8Array> = new Map(),
) {
  const bytes = typeof outbox === "string" ? encode(outbox) : outbox;
  writeFileSync(
    place.at(`${name}.zip`),
    await packZip(new Map([["outbox.json", bytes], ["actor.json", jsonBytes(actorObject())], ...more])),
  );
  const { code, stdout, stderr } = await run(
    ["repair", `${name}.zip`, "--out", `${name}-new.zip`, "--json"],
    cwd,
  );
  expect(stderr).toBe("");
  await expectBySchema("repair", stdout);
  const files = await filesOf(`${name}-new.zip`);
  return {
    code,
    report: JSON.parse(stdout),
    outbox: files.get("outbox.json")?.toString("utf8") ?? "",
    files,
  };
}

const item = (id: string, more = ""): string =>
  `{"type":"Create", "id":"${TESS.uri}/statuses/${id}/activity","actor":"${TESS.uri}","to":["https://www.w3.org/ns/activitystreams#Public"],"x\\u002dodd":1.50,"object":{"type":"Note","id":"${TESS.uri}/statuses/${id}","content":"caf\\u00e9"${more}}}`;
const envelope = (items: string, total = 2): string =>
  `{"@context" : "https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":${total},"orderedItems":[${items}]}`;

describe("`repair`", () => {
  it("leaves what is sound as it is, to the byte", async () => {
    const sample = sampleArchive();
    writeFileSync(place.at("sample.zip"), await packZip(sample));
    const { code, stdout } = await run(["repair", "sample.zip", "--out", "sample-new", "--json"], cwd);
    const { changed, unrepaired } = JSON.parse(stdout);
    // Its server counted posts that it did not export.
    expect([code, changed, unrepaired]).toEqual([0, { "outbox/total-differs": 1 }, {}]);
    const files = await filesOf("sample-new");
    expect([...files.keys()].sort()).toEqual([...sample.keys()].sort());
    const total = /(?<="totalItems":)\d+/;
    for (const [path, bytes] of sample) {
      const is = files.get(path) ?? Buffer.of();
      if (path !== "outbox.json") expect(is.equals(bytes), path).toBe(true);
      else expect(is.toString().replace(total, "")).toBe(Buffer.from(bytes).toString().replace(total, ""));
    }
  });

  it("changes what is wrong in an item, and not a byte around it", async () => {
    const wrong = item(
      "2",
      ',"published":"2024-05-01 10:00:00","contentMap":{"pt_br":"caf\\u00e9"},"cc":[null,"a"]',
    );
    const right = item("2", ',"published":"2024-05-01T10:00:00Z","contentMap":{"pt-BR":"café"},"cc":["a"]');
    const { code, report, outbox } = await repaired("dates", envelope(`${item("1")} ,\n ${wrong}`));
    expect(code).toBe(0);
    expect(outbox).toBe(envelope(`${item("1")} ,\n ${right}`));
    expect(report.changes).toEqual([
      { code: "post/date-without-zone", file: "outbox.json", pointer: "/orderedItems/1/object/published" },
      { code: "text/invalid-language", file: "outbox.json", pointer: "/orderedItems/1/object/contentMap" },
      { code: "as2/null-in-list", file: "outbox.json", pointer: "/orderedItems/1/object/cc" },
    ]);
  });

  it("puts totals right, and takes an empty list that stands twice away", async () => {
    const doubled = envelope(item("1"), 7).replace('"orderedItems"', '"orderedItems":[],"orderedItems"');
    const { report, outbox } = await repaired("totals", doubled);
    expect(outbox).toBe(envelope(item("1"), 1));
    expect(report.changed).toEqual({ "outbox/doubled-items": 1, "outbox/total-differs": 1 });
  });

  it("unites two lists, and closes one that breaks off", async () => {
    const two = `{"type":"OrderedCollection","orderedItems":[${item("1")}],"odd":[1, 2],"orderedItems":[${item("2")}]}`;
    const united = await repaired("two", two);
    expect(JSON.parse(united.outbox)).toMatchObject({ odd: [1, 2], orderedItems: [{}, {}] });
    expect(united.outbox).toContain(item("2"));
    const cut = await repaired("cut", envelope(`${item("1")},${item("2")}`).slice(0, -80));
    expect(cut.code).toBe(1);
    expect(JSON.parse(cut.outbox)).toMatchObject({ totalItems: 1, orderedItems: [{}] });
    expect(cut.report.changed).toMatchObject({ "json/truncated": 1, "outbox/total-differs": 1 });
    const { codes } = JSON.parse((await run(["validate", "cut-new.zip", "--json"], cwd)).stdout);
    expect(codes.filter(({ code: each }: { code: string }) => each.startsWith("json/"))).toEqual([]);
  });

  it("replaces bytes that are no UTF-8", async () => {
    const text = envelope(`${item("1")},${item("2", ',"summary":"marke?"')}`);
    const bytes = encode(text);
    bytes[text.lastIndexOf("marke?") + 5] = 0xe9;
    const { report, outbox } = await repaired("latin", bytes);
    expect(outbox).toBe(text.replace("marke?", "marke\ufffd"));
    expect(report.changed).toEqual({ "json/invalid-utf8": 1 });
  });

  it("tells what it can't repair, and drops no more than that", async () => {
    const { code, report, outbox } = await repaired(
      "broken",
      envelope(`${item("1")},{"type":"Create",,},${item("3")}`, 3),
    );
    expect(JSON.parse(outbox).orderedItems).toHaveLength(2);
    expect(report.unrepaired).toMatchObject({ "json/invalid-item": 1 });
    expect([0, 1]).toContain(code);
    writeFileSync(
      place.at("actor.zip"),
      await packZip(new Map([...mastodonArchive(), ["actor.json", encode('{"id":')]])),
    );
    const actor = JSON.parse((await run(["repair", "actor.zip", "--dry-run", "--json"], cwd)).stdout);
    expect(actor.unrepaired).toEqual({ "json/invalid": 1 });
  });

  it("salvages a zip that breaks off before its directory", async () => {
    const whole = await packZip(mastodonArchive({ activities: [create()], media: { [A]: "picture" } }));
    writeFileSync(place.at("half.zip"), whole.subarray(0, whole.length - 60));
    const { code, stdout } = await run(["repair", "half.zip", "--out", "half-new.zip", "--json"], cwd);
    expect(JSON.parse(stdout).changed).toMatchObject({ "zip/salvaged": 1 });
    expect([0, 1]).toContain(code);
    const inspected = JSON.parse((await run(["inspect", "half-new.zip", "--json"], cwd)).stdout);
    expect([inspected.posts.total, inspected.diagnostics.error]).toEqual([1, 0]);
  });

  it("gives media of old exports the paths that all others have", async () => {
    const disk = `/home/mastodon/live/public/system/${A}`;
    const files = mastodonArchive({
      activities: [create(note({ attachment: [document(`/system/${A}`)] }))],
      media: { [A]: "picture" },
    });
    writeFileSync(
      place.at("old.tar.gz"),
      await packTarGz(files, { rename: (path) => (path === A ? disk : path) }),
    );
    const { code, stdout } = await run(["repair", "old.tar.gz", "--out", "old-new.zip", "--json"], cwd);
    expect([code, JSON.parse(stdout).unrepaired]).toEqual([0, {}]);
    expect(JSON.parse(stdout).changed["entry/absolute-path"]).toBeGreaterThan(0);
    const out = await filesOf("old-new.zip");
    expect(out.get(A)?.toString()).toBe("picture");
    expect(out.get("outbox.json")?.toString()).toContain(`"/${A}"`);
    const { media } = JSON.parse((await run(["inspect", "old-new.zip", "--json"], cwd)).stdout);
    expect(media).toMatchObject({ referenced: 1, present: 1, missing: 0 });
  });

  it("writes nothing with --dry-run, and never touches the archive", async () => {
    await writeFolder(new Map([["outbox.json", encode(envelope(item("1"), 9))]]), place.at("folder"));
    const before = readFileSync(place.at("folder/outbox.json"));
    const { code, stdout } = await run(["repair", "folder", "--dry-run", "--out", "never"], cwd);
    expect([code, stdout]).toEqual([0, expect.stringContaining("1 change to make")]);
    expect(stdout).toContain("outbox/total-differs");
    expect(existsSync(place.at("never"))).toBe(false);
    expect(readFileSync(place.at("folder/outbox.json"))).toEqual(before);
    expect((await run(["repair", "folder"], cwd)).code).toBe(2);
    expect((await run(["repair", "folder", "--out", "folder"], cwd)).code).toBe(2);
  });

  it("is done after once: a repaired archive needs no repair", async () => {
    for (const name of ["dates", "totals", "two", "cut", "latin", "broken", "half", "old"]) {
      const { code, stdout } = await run(["repair", `${name}-new.zip`, "--dry-run", "--json"], cwd);
      const { changed, unrepaired } = JSON.parse(stdout);
      expect([name, code, changed, unrepaired]).toEqual([name, 0, {}, {}]);
    }
  });
});
