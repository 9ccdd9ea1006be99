import { stripAvif } from "./avif.js";
import { stripGif } from "./gif.js";
import { stripJpeg } from "./jpeg.js";
import { stripPng } from "./png.js";
import type { StrippedImage } from "./stripped-image.js";
import { stripWebp } from "./webp.js";

const STRIPPERS: ReadonlyMap<string, (bytes: Uint8Array) => StrippedImage | null> = new Map([
  ["image/jpeg", stripJpeg],
  ["image/png", stripPng],
  ["image/gif", stripGif],
  ["image/webp", stripWebp],
  ["image/avif", stripAvif],
]);

/** Whether metadata can be taken off files of a type. */
export function canStrip(mediaType: string): boolean {
  return STRIPPERS.has(mediaType);
}

/**
 * Takes off what a picture says besides itself: places, times, cameras, names, previews, comments. Nothing is
 * encoded anew, so it loses no quality. `null` for a file that can't be read as its type.
 */
export function stripImage(bytes: Uint8Array, mediaType: string): StrippedImage | null {
  return STRIPPERS.get(mediaType)?.(bytes) ?? null;
}
