import { availableParallelism } from "node:os";
import { ArchiveError } from "@archive/schema";
import { encode } from "blurhash";
import type { Metadata, Sharp, SharpConstructor, SharpOptions } from "sharp";
import type { ImageCopy, ImageFormat, ImageJob, ImageWorker, MadeImage } from "../../media/image-worker.js";

/** How pictures are decoded and written. */
export interface SharpWorkerOptions {
  /** How many pictures at once; twice the processor's cores unless told, and at most the 4 threads that Node has. */
  readonly concurrency?: number | undefined;
  /** Pictures of more pixels are not decoded, whatever their size in bytes; 100 million unless told. */
  readonly maxPixels?: number | undefined;
  /** 1 to 100; 80 unless told, for AVIF 55. */
  readonly quality?: number | undefined;
}

/** Threads that Node lends to such work, unless UV_THREADPOOL_SIZE says otherwise. */
const THREADS = 4;
const MAX_PIXELS = 100_000_000;
/** Of 6 and 9. Below the default of 4 a WebP grows by some 3 % and takes little more than half the time, an AVIF a sixth. */
const EFFORT = 2;
/** The picture is made this small before its blurhash is worked out: it has but 12 fields of colour. */
const BLURHASH_SIZE = 32;

/**
 * A worker that makes copies of pictures with `sharp`, which is an optional peer dependency: install it beside this
 * package. It is loaded here, so that its absence shows before anything is written.
 *
 * Each picture gets one thread and several are worked on at once, measured the fastest for pictures of the size
 * that servers keep; that is a setting of sharp in the whole process, and so is its cache, which is turned off.
 * Copies are turned upright, in sRGB, and carry no metadata. The same picture gives the same bytes as long as the
 * version of sharp is the same.
 *
 * @throws ArchiveError `media/needs-sharp` when it is not installed, or not for this system.
 * @example
 * ```ts
 * import { sharpWorker } from "@archive/transform/images";
 * const images = { worker: await sharpWorker(), widths: [480, 960], formats: ["webp"] as const };
 * ```
 */
export async function sharpWorker(options: SharpWorkerOptions = {}): Promise<ImageWorker> {
  const sharp = await loadSharp();
  sharp.concurrency(1);
  sharp.cache(false);
  const reading: SharpOptions = { limitInputPixels: options.maxPixels ?? MAX_PIXELS, failOn: "warning" };

  return {
    concurrency: options.concurrency ?? Math.min(THREADS, 2 * availableParallelism()),
    async make(picture, job) {
      try {
        return await makeCopies((bytes) => sharp(bytes, reading), picture, job, options.quality);
      } catch (error) {
        job.signal?.throwIfAborted();
        // Anything else is the picture's fault: cut, damaged, too large, of a kind that this sharp can't read.
        if (error instanceof Error) return null;
        throw error;
      }
    },
  };
}

async function loadSharp(): Promise<SharpConstructor> {
  try {
    return (await import("sharp")).default;
  } catch (error) {
    throw new ArchiveError("media/needs-sharp", { cause: error });
  }
}

async function makeCopies(
  open: (bytes: Uint8Array) => Sharp,
  picture: Uint8Array,
  job: ImageJob,
  quality: number | undefined,
): Promise<MadeImage> {
  const metadata = await open(picture).metadata();
  const copies: ImageCopy[] = [];
  for (const format of isMoving(metadata, picture) ? [] : job.formats) {
    for (const width of widthsFor(job, metadata.autoOrient.width)) {
      job.signal?.throwIfAborted();
      const upright = open(picture).autoOrient().resize({ width, withoutEnlargement: true });
      const { data, info } = await write(upright, format, quality).toBuffer({ resolveWithObject: true });
      copies.push({ mediaType: `image/${format}`, width: info.width, height: info.height, bytes: data });
    }
  }
  job.signal?.throwIfAborted();
  return { copies, blurhash: await blurhashOf(open(copies[0]?.bytes ?? picture)) };
}

/** Smallest first, none wider than the picture. */
function widthsFor({ widths, replaces }: ImageJob, own: number): readonly number[] {
  const sorted = [...new Set(widths)].filter((width) => width >= 1).sort((a, b) => a - b);
  const smaller = sorted.filter((width) => width < own);
  const isCoveredByOriginal = !replaces && smaller.length < sorted.length;
  if (isCoveredByOriginal || smaller.length === sorted.length) return smaller;
  return [...smaller, own];
}

function write(image: Sharp, format: ImageFormat, quality: number | undefined): Sharp {
  switch (format) {
    case "webp":
      return image.webp({ quality: quality ?? 80, effort: EFFORT });
    case "jpeg":
      // What is transparent would become black.
      return image.flatten({ background: "#ffffff" }).jpeg({ quality: quality ?? 80 });
    case "avif":
      return image.avif({ quality: quality ?? 55, effort: EFFORT });
  }
}

async function blurhashOf(image: Sharp): Promise<string> {
  const { data, info } = await image
    .autoOrient()
    .resize(BLURHASH_SIZE, BLURHASH_SIZE, { fit: "inside" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return encode(new Uint8ClampedArray(data), info.width, info.height, 4, 3);
}

/** GIF and WebP say how many frames they have; of an animated PNG sharp sees only the first. */
function isMoving(metadata: Metadata, picture: Uint8Array): boolean {
  if ((metadata.pages ?? 1) > 1) return true;
  if (metadata.format !== "png") return false;
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  const frames = bytes.indexOf("acTL", 8, "latin1");
  return frames !== -1 && frames < bytes.indexOf("IDAT", 8, "latin1");
}
