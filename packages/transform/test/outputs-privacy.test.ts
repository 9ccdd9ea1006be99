import {
  announce,
  create,
  document,
  EXPORT_SECRET,
  exportFixtures,
  mastodonArchive,
  mediaPath,
  note,
  packZip,
  question,
  sampleArchive,
  sampleSecrets,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { Diagnostic } from "@archive/schema";
import { memoryLibrary, type Selection, select } from "@archive/transform";
import { gotosocialTarget, sharkeyTarget } from "@archive/transform/fediverse";
import {
  type KitPosts,
  MOVE_SOFTWARE,
  type MoveSoftware,
  migrateTarget,
} from "@archive/transform/migrate-kit";
import { wordPressTarget } from "@archive/transform/wordpress";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MEASURED } from "./support/measured-targets.js";
import { parquetRows } from "./support/parquet-rows.js";
import { EVERYTHING, filesWith, selecting } from "./support/round-trip.js";
import { sampleBytes } from "./support/sample-bytes.js";

type Files = ReadonlyMap<string, Uint8Array>;

const NO_LOSSES = { lost: [], refused: [] };
/** The posts of a kit, as the command fills them in. */
const POSTS: Readonly<Partial<Record<MoveSoftware, KitPosts>>> = {
  sharkey: { ...NO_LOSSES, render: (selection, run) => sharkeyTarget.render(selection, {}, run) },
  gotosocial: { ...NO_LOSSES, render: (selection, run) => gotosocialTarget.render(selection, {}, run) },
  wordpress: { ...NO_LOSSES, render: (selection, run) => wordPressTarget.render(selection, {}, run) },
};

/** Every output there is. */
const OUTPUTS: readonly (readonly [string, (selection: Selection) => Promise<Files>])[] = [
  ...Object.entries(MEASURED).map(([name, target]) => [name, target.write] as const),
  ...MOVE_SOFTWARE.map(
    (to) =>
      [
        `the kit for ${to}`,
        (selection: Selection) => filesWith(migrateTarget, selection, { to, posts: POSTS[to] ?? null }),
      ] as const,
  ),
];

/** All texts of an output, also those inside of zips and of packed tables. */
async function textsOf(files: Files): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const [path, bytes] of files) {
    if (path.endsWith(".zip")) texts.push(...(await textsOf(new Map(Object.entries(unzipSync(bytes))))));
    else texts.push(path, new TextDecoder().decode(bytes), new TextDecoder("latin1").decode(bytes));
    if (path.endsWith(".parquet")) texts.push(JSON.stringify(await parquetRows(bytes)));
  }
  return texts;
}

async function holds(files: Files, needles: readonly string[]): Promise<readonly string[]> {
  const texts = (await textsOf(files)).map((text) => text.toLowerCase());
  return needles.filter((needle) => texts.some((text) => text.includes(needle.toLowerCase())));
}

const OPEN = { visibility: ["public", "unlisted"] } as const;
const FILE = mediaPath("7", "0123456789abcdef.png");
const own = (id: string): string => statusUri(TESS, id);

/** Posts that everybody may see which point at some that not everybody may, in every way there is. */
function pointing() {
  const hidden = [
    create(
      note({
        id: "770077",
        visibility: "followers",
        content: "QUITTE",
        contentWarning: "BIRNE",
        hashtags: ["mispel"],
        attachment: [document(`/${FILE}`, { name: "SCHLEHE" })],
      }),
    ),
    create(question({ id: "880088", visibility: "direct", options: [{ name: "HOLUNDER", votes: 1 }] })),
  ];
  const open = [
    create(note({ id: "1", inReplyTo: own("770077"), content: "Antwort" })),
    create(note({ id: "2", quote: own("880088"), content: "Zitat" })),
    create(note({ id: "3", content: `<p>see <a href="${own("770077")}">there</a> ${own("880088")}</p>` })),
    announce(own("770077"), { id: "4" }),
    create(note({ id: "5", content: "Kopf", replies: [own("770077"), own("880088")] })),
  ];
  return mastodonArchive({
    activities: [...hidden, ...open],
    likes: [own("770077"), "https://other.example/notes/1"],
    bookmarks: [own("880088"), "https://other.example/notes/2"],
    media: new Map([[FILE, sampleBytes("compass.png")]]),
  });
}

describe.each(OUTPUTS)("%s", (_, write) => {
  it("holds nothing of the sample’s private posts", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const files = await write(await selecting(archive, OPEN));
    const { texts, ids } = sampleSecrets();
    expect(await holds(files, [...texts, ...ids])).toEqual([]);
  });

  it("holds nothing of posts that others point at", async () => {
    await using archive = await openArchive(await packZip(pointing()));
    const files = await write(await selecting(archive, OPEN));
    const secrets = ["quitte", "birne", "mispel", "schlehe", "holunder", "770077", "880088"];
    expect(await holds(files, secrets)).toEqual([]);
    const picture = new TextDecoder("latin1").decode(sampleBytes("compass.png").subarray(40, 400));
    expect((await textsOf(files)).some((text) => text.includes(picture))).toBe(false);
  });
});

describe.each(Object.entries(exportFixtures()))("an export of %s", (_, { files: packed, withheld = [] }) => {
  it("gives no secret and nothing private to any output, nor to what is told of it", async () => {
    const told: Diagnostic[] = [];
    const run = { onDiagnostic: (each: Diagnostic) => void told.push(each) };
    const options = { account: "tess@social.example", ...run };
    await using archive = await openArchive(await packZip(packed), options);
    const { selection } = await select(archive, { ...EVERYTHING, ...OPEN, library: memoryLibrary() }, run);
    for (const [name, write] of OUTPUTS) {
      expect(await holds(await write(selection), [EXPORT_SECRET, ...withheld]), name).toEqual([]);
    }
    const { selection: all } = await select(archive, { ...EVERYTHING, library: memoryLibrary() }, run);
    for (const [name, write] of OUTPUTS)
      expect(await holds(await write(all), [EXPORT_SECRET]), name).toEqual([]);
    expect(JSON.stringify(told)).not.toContain(EXPORT_SECRET);
  });
});

it("the search finds what is there", async () => {
  await using archive = await openArchive(await packZip(pointing()));
  const selection = await selecting(archive);
  for (const [name, write] of OUTPUTS) {
    const mayHold = !/csv-kit|kit for|pleroma|gotosocial/.test(name);
    if (mayHold) expect(await holds(await write(selection), ["quitte"]), name).toEqual(["quitte"]);
  }
});
