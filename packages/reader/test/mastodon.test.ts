import { actorObject, create, jsonBytes, mastodonArchive, note, packTarGz, packZip } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { mastodonEra } from "../src/dialects/mastodon-era.js";
import { openArchive } from "../src/index.js";

interface Shape {
  readonly actor: object;
  readonly items: readonly object[];
  readonly id?: string;
  readonly packed: "zip" | "tar.gz";
  readonly more?: Readonly<Record<string, string>>;
}

const omit = (object: object, ...keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

const post43 = note();
const post42 = omit(post43, "likes", "shares");
const post27 = omit(post42, "replies");
const wrap = (object: object, extra: object = {}): object => ({ ...create(), object, ...extra });
const actor43 = actorObject();
const actor41 = omit(actor43, "memorial", "indexable");
const signed = { signature: { type: "RsaSignature2017" } };

const SHAPES: readonly [string, Shape][] = [
  [
    "2.3-2.4",
    {
      actor: omit(actor41, "likes", "bookmarks"),
      items: [wrap(post27)],
      id: "https://a.example/users/tess/outbox",
      packed: "tar.gz",
      more: { "key.pem": "-----BEGIN" },
    },
  ],
  ["2.5-2.7", { actor: omit(actor41, "bookmarks"), items: [wrap(post27)], packed: "tar.gz" }],
  [
    "2.8-3.0",
    { actor: omit(actor41, "bookmarks"), items: [wrap(post42, { "@context": "x" })], packed: "tar.gz" },
  ],
  ["3.1-4.1", { actor: { ...actor41, devices: "x" }, items: [wrap(post42, signed)], packed: "tar.gz" }],
  ["4.2", { actor: { ...actor43, devices: "x" }, items: [wrap(post42)], packed: "zip" }],
  ["4.3-4.4", { actor: actor43, items: [wrap(post43)], packed: "zip" }],
  ["4.5", { actor: actor43, items: [wrap({ ...post43, interactionPolicy: {} })], packed: "zip" }],
  [
    "4.6+",
    {
      actor: { ...actor43, showFeatured: true },
      items: [wrap({ ...post43, interactionPolicy: {} })],
      packed: "zip",
    },
  ],
];

function filesOf({ actor, items, id = "outbox.json", more = {} }: Shape): Map<string, Uint8Array> {
  const files = new Map(mastodonArchive({ actor }));
  files.set("outbox.json", jsonBytes({ id, type: "OrderedCollection", orderedItems: items }));
  for (const [path, text] of Object.entries(more)) files.set(path, new TextEncoder().encode(text));
  return files;
}

describe("the era of a Mastodon export", () => {
  it.each(SHAPES)("%s shows", async (era, shape) => {
    const files = filesOf(shape);
    await using native = await openArchive(
      await (shape.packed === "zip" ? packZip(files) : packTarGz(files)),
    );
    expect(native.info).toMatchObject({ dialect: "mastodon", era });
    // Packed anew the other way, its documents still tell.
    await using repacked = await openArchive(
      await (shape.packed === "zip" ? packTarGz(files) : packZip(files)),
    );
    expect(repacked.info).toMatchObject({ dialect: "mastodon", era });
  });

  it("is not guessed where traits contradict each other, or are none", () => {
    const probes = { container: "folder", root: "", actor: null, envelope: new Map(), items: [] } as const;
    expect(mastodonEra([], probes)).toBe(null);
    expect(mastodonEra([], { ...probes, items: [wrap(post43, signed)] })).toBe(null);
  });
});

describe("the dialect", () => {
  it("is Mastodon's for a bare outbox of its kind", async () => {
    const bytes = mastodonArchive({ activities: [create()] }).get("outbox.json") ?? new Uint8Array();
    await using archive = await openArchive(bytes);
    expect(archive.info).toMatchObject({ container: "json", dialect: "mastodon", era: "4.3-4.4" });
  });

  it("is not Mastodon's for a Pleroma backup, though the files are named alike", async () => {
    const context = ["https://www.w3.org/ns/activitystreams", "https://b.example/schemas/litepub-0.1.jsonld"];
    const actor = {
      "@context": context,
      id: "https://b.example/users/x",
      type: "Person",
      likes: "likes.json",
    };
    const item = {
      type: "Create",
      id: "https://b.example/activities/1",
      directMessage: false,
      object: { type: "Note", content: "x" },
    };
    const files = filesOf({ actor, items: [item], packed: "zip" });
    await using archive = await openArchive(await packZip(files));
    expect(archive.info).toMatchObject({ dialect: "pleroma", era: "<2.7" });
  });
});
