// Taking metadata off pictures, and smaller copies with sharp: several pictures at once against one at a time, and
// against sharp by itself doing the same on one thread. Run after a build: vitest bench --run packages/transform/bench/media.bench.ts
import sharp from "sharp";
import { expect, test } from "vitest";
import { sharpWorker } from "../dist/images.js";
import { memoryLibrary, select } from "../dist/index.js";
import { memorySource } from "../test/support/memory-source.js";

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
const PHOTOS = 24;
const FILES = 500;
const rounds = { time: 0, iterations: 5, warmupTime: 0, warmupIterations: 1 };

/** A photo of 1600 by 1200 pixels with EXIF; each differs. */
async function photo(seed: number): Promise<Uint8Array> {
  const data = new Uint8Array(1600 * 1200 * 3);
  for (let at = 0; at < data.length; at += 1) data[at] = (at * (seed + 3) + (at >> 9)) % 256;
  return await sharp(data, { raw: { width: 1600, height: 1200, channels: 3 } })
    .blur(3)
    .withExif({ IFD0: { Copyright: "somebody" } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

const photos = await Promise.all(Array.from({ length: PHOTOS }, (_, seed) => photo(seed)));
const archive = (count: number) => {
  const media = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`${n}.jpg`, photos[n % PHOTOS] ?? new Uint8Array()]),
  );
  const activities = Object.keys(media).map((url, n) => ({
    id: `https://social.example/${n}`,
    type: "Create",
    to: [PUBLIC],
    object: { type: "Note", to: [PUBLIC], attachment: [{ type: "Image", url }] },
  }));
  return memorySource({ activities, media });
};

async function filesOf(count: number, concurrency: number | null): Promise<number> {
  const images = concurrency === null ? undefined : { worker: await sharpWorker({ concurrency }) };
  const { selection } = await select(archive(count), { library: memoryLibrary(), images });
  let files = 0;
  for await (const { bytes } of selection.media()) {
    for await (const _ of bytes) files += 0;
    files += 1;
  }
  return files;
}

/** What a worker does with a picture, by sharp alone: three copies, and a thumbnail for the blurhash. */
async function bySharp(picture: Uint8Array): Promise<void> {
  const copies: Uint8Array[] = [];
  for (const width of [320, 640, 1280]) {
    copies.push(
      await sharp(picture).autoOrient().resize({ width }).webp({ quality: 80, effort: 2 }).toBuffer(),
    );
  }
  await sharp(copies[0]).resize(32, 32, { fit: "inside" }).ensureAlpha().raw().toBuffer();
}

test(`smaller copies of ${PHOTOS} photos`, async ({ bench }) => {
  await bench.compare(
    bench("the floor: sharp by itself, one thread, one after another", async () => {
      sharp.concurrency(1);
      for (const picture of photos) await bySharp(picture);
    }),
    bench("one at a time", async () => {
      expect(await filesOf(PHOTOS, 1)).toBe(4 * PHOTOS);
    }),
    bench("as many as the worker takes", async () => {
      const { concurrency } = await sharpWorker();
      expect(await filesOf(PHOTOS, concurrency)).toBe(4 * PHOTOS);
    }),
    rounds,
  );
}, 600_000);

test(`metadata taken off ${FILES} photos`, async ({ bench }) => {
  await bench("select, read, strip", async () => {
    expect(await filesOf(FILES, null)).toBe(FILES);
  }).run(rounds);
}, 600_000);
