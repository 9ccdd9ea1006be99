import type { MediaState } from "../../select/selection.js";
import { mediaPath } from "../paths.js";
import type { Page, Site } from "../site.js";
import { pixels } from "./picture-frame.js";

/** A picture that was copied. */
export interface Copied {
  readonly path: string;
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** A picture's copy; `null` for one that was not copied, or is none. */
export function copied(site: Site, key: string | null): Copied | null {
  if (key === null) return null;
  const state = site.mediaState(key);
  if (state.state !== "present" || !state.mediaType.startsWith("image/")) return null;
  return { path: mediaPath(state.name), size: pixels(state) };
}

/** Path of a picture that was copied; `null` for one that was not. */
export function picturePath(site: Site, key: string | null): string | null {
  return copied(site, key)?.path ?? null;
}

/** A file that was copied, with what is known of it. */
export type Present = Extract<MediaState, { state: "present" }>;

const TYPES = ["image/webp", "image/jpeg", "image/avif"];

interface PictureSource {
  readonly src: string;
  readonly srcset?: string;
  readonly sizes?: string;
}

/** Where a picture is loaded from: the file, or the smaller one of its variants that suffices for `sizes`. */
export function pictureSource(page: Page, file: Present, sizes: string): PictureSource {
  const src = page.href(mediaPath(file.name));
  // A list of sizes has to be of one type that every browser knows.
  const type = TYPES.find((each) => file.variants.some(({ mediaType }) => mediaType === each));
  const variants = file.variants
    .filter(({ mediaType, width }) => mediaType === type && Number.isInteger(width) && width > 0)
    .toSorted((a, b) => a.width - b.width);
  if (variants.length === 0) return { src };
  const all = variants.map(({ name, width }) => `${page.href(mediaPath(name))} ${width}w`);
  const widest = variants.at(-1)?.width ?? 0;
  if (file.width !== null && file.width > widest) all.push(`${src} ${file.width}w`);
  return { src, srcset: all.join(", "), sizes };
}
