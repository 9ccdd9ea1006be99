import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import {
  announce,
  brokenFixtures,
  create,
  mastodonArchive,
  note,
  packTar,
  packTarGz,
  packZip,
  rawZip,
} from "@archive/fixtures";

const encoder = new TextEncoder();
const json = (value: unknown, indent?: number): Uint8Array =>
  encoder.encode(JSON.stringify(value, null, indent));

const FILES = new Map([
  ...mastodonArchive({
    activities: [create(note({ content: "grüße" })), announce("https://b.example/1"), create()],
  }),
  ["blocked_accounts.csv", encoder.encode("ada@b.example\nmüßig@c.example\n")],
  ["media_attachments/files/001/original/0123456789abcdef.png", new Uint8Array(700).map((_, n) => n * 7)],
]);

const entry = (name: string, more: object = {}) => ({ name, data: `content of ${name} `.repeat(9), ...more });

/** Targets whose inputs begin with bytes that say how the rest is read, with such bytes, and whose inputs they take. */
const PREFIXED: ReadonlyMap<
  string,
  { readonly prefixes: readonly (readonly number[])[]; readonly of: readonly string[] }
> = new Map([
  [
    "guards",
    {
      prefixes: [
        [0, 0, 0xff, 0x0f],
        [0xff, 0xff, 0xff, 0x1f],
        [0x00, 0x1e, 0x46, 0x05],
      ],
      of: ["zip", "tar"],
    },
  ],
  [
    "spool",
    {
      prefixes: [
        [3, 0, 128],
        [200, 20, 255],
      ],
      of: ["zip", "tar", "csv"],
    },
  ],
  [
    "items",
    {
      prefixes: [
        [255, 31, 0, 0],
        [30, 8, 7, 128],
        [255, 63, 60, 200],
      ],
      of: ["splitter"],
    },
  ],
]);

/** Inputs to begin with, by target. */
export async function seedsOf(target: string, folder: string | undefined): Promise<readonly Uint8Array[]> {
  const prefixed = PREFIXED.get(target);
  if (prefixed === undefined) return plainSeeds(target, folder);
  const seeds = (await Promise.all(prefixed.of.map((each) => plainSeeds(each, folder)))).flat();
  return seeds.flatMap((seed) => prefixed.prefixes.map((prefix) => new Uint8Array([...prefix, ...seed])));
}

async function plainSeeds(target: string, folder: string | undefined): Promise<readonly Uint8Array[]> {
  const outbox = FILES.get("outbox.json") ?? new Uint8Array();
  const document: unknown = JSON.parse(new TextDecoder().decode(outbox));
  const given = folder === undefined ? [] : filesIn(folder);
  switch (target) {
    case "zip":
    case "tar": {
      const packed: Uint8Array[] = [];
      for (const { content } of (await brokenFixtures()).filter((each) => each.kind === "archive")) {
        const isZip = content instanceof Uint8Array && content[0] === 0x50;
        if (content instanceof Uint8Array && content.length < 65_536 && isZip === (target === "zip"))
          packed.push(content);
      }
      if (target === "tar") return [await packTar(FILES), await packTarGz(FILES), ...packed, ...given];
      return [
        await packZip(FILES),
        rawZip([entry("a"), entry("b", { method: 0 })]),
        rawZip([entry("a", { dataDescriptor: true }), entry("b", { dataDescriptor: true, method: 0 })]),
        rawZip([entry("a", { zip64Local: true, zip64Central: true, dataDescriptor: true })], {
          zip64End: true,
        }),
        rawZip([entry("a", { dataDescriptor: true }), entry("b")], { withoutDirectory: true }),
        rawZip([entry("a"), entry("a", { localName: "b" }), entry("c", { hidden: true })], {
          comment: "PK\u0005\u0006",
        }),
        rawZip([entry("a"), entry("b", { offset: 0 })], { prefix: encoder.encode("#!/bin/sh\n") }),
        ...packed,
        ...given,
      ];
    }
    case "csv":
      return [
        'Account address,Show boosts,Notify on new posts,Languages\nada@b.example,true,false,"en, de"\nbo@c.example,,,\n',
        "Account address,Hide notifications\nada@b.example,true\n",
        "#domain,#severity,#reject_media\nb.example,suspend,true\n",
        "b.example\nc.example\n",
        "friends,ada@b.example\nfriends,bo@c.example\n",
        "https://b.example/users/ada/statuses/1\n",
      ].map((text) => encoder.encode(text));
    default:
      return [
        outbox,
        // Long enough that items are guessed, which begins with the third.
        json(
          [...Array(9)].map((_, n) => ({ type: n % 3 === 0 ? "Announce" : "Create", id: n, object: { n } })),
        ),
        json(
          [...Array(9)].map((_, n) => create(note({ content: `${n}` }))),
          1,
        ),
        json(document, 2),
        json([1, "a", null, [], { id: "x", type: "Note", content: "" }]),
        json({ type: "OrderedCollection", first: { orderedItems: [create()] } }),
        json({ items: "https://b.example/1" }),
        ...[...FILES].filter(([path]) => /\.json$/.test(path)).map(([, bytes]) => bytes),
        ...given.filter((bytes) => bytes.length < 4096),
      ];
  }
}

function filesIn(folder: string): Uint8Array[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && extname(each.name) !== ".md")
    .map((each) => new Uint8Array(readFileSync(join(each.parentPath, each.name))))
    .filter((bytes) => bytes.length < 32_768);
}
