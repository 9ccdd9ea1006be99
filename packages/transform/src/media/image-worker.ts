/** What smaller copies of pictures can be written as. */
export type ImageFormat = "webp" | "jpeg" | "avif";

/** Which smaller copies of pictures an output gets. */
export interface ImageOptions {
  /** What makes them: `sharpWorker()` of `@archive/transform/images`, or another of the same shape. */
  readonly worker: ImageWorker;
  /** In pixels; 320, 640 and 1280 unless told. A picture is never made larger than it is. */
  readonly widths?: readonly number[] | undefined;
  /** `["webp"]` unless told; with several each width is made in each. */
  readonly formats?: readonly ImageFormat[] | undefined;
}

/** What to make of one picture. */
export interface ImageJob {
  readonly widths: readonly number[];
  readonly formats: readonly ImageFormat[];
  /** Whether the copies stand for the picture itself: then there is at least one, as wide as it may be. */
  readonly replaces: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A copy of a picture, turned as it is shown and without metadata. */
export interface ImageCopy {
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** What a worker made of a picture. */
export interface MadeImage {
  /** By format, then by width, smallest first; empty for one that moves: a copy would stand still. */
  readonly copies: readonly ImageCopy[];
  readonly blurhash: string | null;
}

/** Makes copies of pictures. The seam that keeps image libraries out of the portable code. */
export interface ImageWorker {
  /** How many pictures it works on at once; so many are held in memory. */
  readonly concurrency: number;
  /** Rejects only when `signal` is aborted. `null` for a picture that it can't, or will not, decode. */
  make(picture: Uint8Array, job: ImageJob): Promise<MadeImage | null>;
}

export const DEFAULT_WIDTHS: readonly number[] = [320, 640, 1280];
export const DEFAULT_FORMATS: readonly ImageFormat[] = ["webp"];
