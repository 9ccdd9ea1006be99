import type { Diagnostic } from "@archive/schema";
import { isBlurhashValid } from "blurhash";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { mediaKey } from "../src/ids/keys.js";
import { memoryLibrary } from "../src/library/memory-library.js";
import type { ImageOptions, ImageWorker } from "../src/media/image-worker.js";
import { sharpWorker } from "../src/node/images/index.js";
import { select } from "../src/select/select.js";
import { memorySource } from "./support/memory-source.js";

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

/** A picture with a slope of colour, so that no two widths give the same bytes. */
function picture(width: number, height: number) {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < data.length; at += 1) data[at] = (at * 7 + Math.floor(at / (width * 3)) * 3) % 256;
  return sharp(data, { raw: { width, height, channels: 3 } }).blur(2);
}

async function movingGif(): Promise<Uint8Array> {
  const data = Buffer.alloc(400 * 800 * 3, 0x30).fill(0xc0, 400 * 400 * 3);
  return sharp(data, { raw: { width: 400, height: 800, channels: 3, pageHeight: 400 } })
    .gif({ delay: [100, 100], loop: 0 })
    .toBuffer();
}

/** Selects one post per file, copies the media, and tells what came out. */
async function copy(
  media: Record<string, Uint8Array>,
  images: ImageOptions | undefined,
  more: { keepOriginals?: boolean; signal?: AbortSignal } = {},
) {
  const activities = Object.keys(media).map((path, number) => ({
    id: `https://social.example/${number}/activity`,
    type: "Create",
    published: "2024-05-01T10:00:00Z",
    to: [PUBLIC],
    object: {
      id: `https://social.example/${number}`,
      type: "Note",
      to: [PUBLIC],
      content: "<p>a</p>",
      attachment: [{ type: "Document", url: `/${path}` }],
    },
  }));
  const found: Diagnostic[] = [];
  const { selection } = await select(memorySource({ activities, media }), {
    library: memoryLibrary(),
    images,
    keepOriginals: more.keepOriginals,
  });
  const files: Record<string, Uint8Array> = {};
  const run = { signal: more.signal, onDiagnostic: (each: Diagnostic) => void found.push(each) };
  for await (const { name, bytes } of selection.media(run)) {
    const parts: Uint8Array[] = [];
    for await (const chunk of bytes) parts.push(chunk);
    expect(files).not.toHaveProperty([name]);
    files[name] = Buffer.concat(parts);
  }
  const states = Object.keys(media).map((path) => selection.mediaState(mediaKey(path)));
  return { files, states, codes: found.map(({ code }) => code) };
}

function present(states: Awaited<ReturnType<typeof copy>>["states"]) {
  return states.map((state) => {
    if (state.state !== "present") throw new Error("not copied");
    return state;
  });
}

describe("smaller copies with sharp", () => {
  it("are made below the picture's own width, upright, without metadata, each listed with its size", async () => {
    const photo = await picture(800, 600)
      .withExif({ IFD0: { Copyright: "Zwielichtweg" }, IFD3: { GPSLatitude: "52/1 30/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const images = { worker: await sharpWorker(), formats: ["webp", "jpeg"] as const };
    const { files, states, codes } = await copy({ "a.jpg": photo }, images);
    expect(codes).toEqual([]);
    const [state] = present(states);
    // 800 by 600, held sideways.
    expect(state).toMatchObject({ mediaType: "image/jpeg", width: 600, height: 800 });
    expect(state?.variants.map(({ mediaType, width, height }) => [mediaType, width, height])).toEqual([
      ["image/webp", 320, 427],
      ["image/jpeg", 320, 427],
    ]);
    expect(isBlurhashValid(state?.blurhash ?? "").result).toBe(true);
    expect(Object.keys(files)).toEqual([state?.name, ...(state?.variants.map(({ name }) => name) ?? [])]);
    for (const { name, width, height } of state?.variants ?? []) {
      expect(name).toMatch(/^[0-9a-z]{16}-320\.(?:webp|jpg)$/);
      const metadata = await sharp(files[name]).metadata();
      expect(metadata).toMatchObject({ width, height });
      expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined]);
    }
    for (const bytes of Object.values(files)) expect(Buffer.from(bytes).includes("Zwielicht")).toBe(false);
  });

  it("stand for the picture when originals are not kept, and then there is always one", async () => {
    const media = {
      "wide.png": await picture(500, 100).png().toBuffer(),
      "tiny.png": await picture(9, 9).png().toBuffer(),
    };
    const worker = await sharpWorker();
    const { files, states } = await copy(
      media,
      { worker, widths: [200, 400, 900] },
      { keepOriginals: false },
    );
    const [wide, tiny] = present(states);
    expect(wide?.variants.map(({ width }) => width)).toEqual([200, 400, 500]);
    expect(wide).toMatchObject({
      name: wide?.variants[2]?.name,
      mediaType: "image/webp",
      width: 500,
      height: 100,
    });
    expect(wide?.bytes).toBe(files[wide?.name ?? ""]?.length);
    expect(tiny?.variants).toHaveLength(1);
    expect(Object.keys(files).every((name) => name.endsWith(".webp"))).toBe(true);
    expect(Object.keys(files)).toHaveLength(4);
  });

  it("are the same files in every run, in the archive's order however many are worked on at once", async () => {
    const media: Record<string, Uint8Array> = {};
    for (let number = 0; number < 9; number += 1) {
      const size = number % 3 === 0 ? 900 : 340;
      media[`${number}.jpg`] = await picture(size, 300 + number)
        .jpeg()
        .toBuffer();
    }
    media["again.jpg"] = media["0.jpg"] ?? new Uint8Array();
    const one = await copy(media, { worker: await sharpWorker({ concurrency: 1 }) });
    const four = await copy(media, { worker: await sharpWorker({ concurrency: 4 }) });
    expect(four.files).toEqual(one.files);
    expect(Object.keys(four.files)).toEqual(Object.keys(one.files));
    expect(four.states).toEqual(one.states);
    // The copies of the picture that comes twice are there once, and both name them.
    expect(present(one.states).at(-1)?.variants).toEqual(present(one.states)[0]?.variants);
  });

  it("are not made of what moves: GIF, animated WebP and PNG stay as they are", async () => {
    const gif = await movingGif();
    const webp = await sharp(gif, { animated: true }).webp().toBuffer();
    const still = await picture(400, 400).png().toBuffer();
    const at = still.indexOf("IDAT") - 4;
    // An animation control chunk in front of the pixels is what makes a PNG one that moves.
    const control = Buffer.from("000000086163544c000000020000000000000000", "hex");
    const png = Buffer.concat([still.subarray(0, at), control, still.subarray(at)]);
    const worker = await sharpWorker();
    const { files, states } = await copy(
      { "a.gif": gif, "b.webp": webp, "c.png": png },
      { worker },
      { keepOriginals: false },
    );
    expect(present(states).map(({ variants, mediaType }) => [variants.length, mediaType])).toEqual([
      [0, "image/gif"],
      [0, "image/webp"],
      [0, "image/png"],
    ]);
    expect((await sharp(files[present(states)[0]?.name ?? ""]).metadata()).pages).toBe(2);
  });

  it("a picture that is damaged, cut or a bomb is copied as it is, with a finding", async () => {
    const jpeg = await picture(700, 500).jpeg().toBuffer();
    // Says that it is 60 000 by 60 000 pixels.
    const bomb = await picture(700, 500).png().toBuffer();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const noise = Buffer.concat([jpeg.subarray(0, 700), Buffer.alloc(3000, 0x11)]);
    const worker = await sharpWorker();
    const media = { "bomb.png": bomb, "cut.jpg": jpeg.subarray(0, jpeg.length >> 1), "noise.jpg": noise };
    const { states, codes } = await copy(media, { worker });
    expect(present(states).map(({ variants }) => variants.length)).toEqual([0, 0, 0]);
    expect(codes).toEqual(["media/no-copies", "media/no-copies", "media/no-copies"]);
  });

  it("AVIF is written when asked for", async () => {
    const worker = await sharpWorker();
    const media = { "a.png": await picture(64, 48).png().toBuffer() };
    const { files, states } = await copy(media, { worker, widths: [32], formats: ["avif"] });
    const [state] = present(states);
    expect(state?.variants).toMatchObject([{ mediaType: "image/avif", width: 32, height: 24 }]);
    expect((await sharp(files[state?.variants[0]?.name ?? ""]).metadata()).format).toBe("heif");
  });

  it("without a worker there are none", async () => {
    const { files, states } = await copy({ "a.png": await picture(700, 500).png().toBuffer() }, undefined);
    expect(Object.keys(files)).toHaveLength(1);
    expect(present(states)[0]).toMatchObject({ variants: [], blurhash: null });
  });
});

describe("work on pictures", () => {
  const media = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.png`, new Uint8Array()]));

  async function counting(concurrency: number) {
    const seen = { now: 0, most: 0, all: 0 };
    const worker: ImageWorker = {
      concurrency,
      async make(_, { signal }) {
        seen.now += 1;
        seen.all += 1;
        seen.most = Math.max(seen.most, seen.now);
        await new Promise((resolve) => setTimeout(resolve, 2));
        seen.now -= 1;
        signal?.throwIfAborted();
        return { copies: [], blurhash: null };
      },
    };
    const pictures: Record<string, Uint8Array> = {};
    for (const [number, path] of Object.keys(media).entries())
      pictures[path] = await picture(10 + number, 10)
        .png()
        .toBuffer();
    return { seen, worker, pictures };
  }

  it("goes on side by side, but never on more than so many at once", async () => {
    const { seen, worker, pictures } = await counting(3);
    await copy(pictures, { worker });
    expect(seen.all).toBe(12);
    expect(seen.most).toBeGreaterThan(1);
    expect(seen.most).toBeLessThanOrEqual(3);
  });

  it("waits for whoever takes the files", async () => {
    const { seen, worker, pictures } = await counting(2);
    const activities = Object.keys(pictures).map((path, number) => ({
      id: `https://social.example/${number}`,
      type: "Create",
      to: [PUBLIC],
      object: { type: "Note", to: [PUBLIC], attachment: [{ type: "Image", url: path }] },
    }));
    const source = memorySource({ activities, media: pictures });
    const { selection } = await select(source, { library: memoryLibrary(), images: { worker } });
    const reading = selection.media()[Symbol.asyncIterator]();
    await reading.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.all).toBeLessThanOrEqual(2);
    await reading.return?.();
  });

  it("ends when it is cancelled, with the signal's reason", async () => {
    const { seen, worker, pictures } = await counting(2);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("stop")), 6);
    await expect(copy(pictures, { worker }, { signal: controller.signal })).rejects.toThrow("stop");
    expect(seen.all).toBeLessThan(12);
    const real = await sharpWorker();
    const job = { widths: [5], formats: ["webp"] as const, replaces: false, signal: controller.signal };
    await expect(real.make(pictures["0.png"] ?? new Uint8Array(), job)).rejects.toThrow("stop");
  });
});
