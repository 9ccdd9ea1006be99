import { diagnostic, type RunOptions } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import type { LibraryMedia } from "../library/library.js";
import type { PublishedMedia } from "../select/selection.js";
import type { Bytes } from "../source.js";
import {
  DEFAULT_FORMATS,
  DEFAULT_WIDTHS,
  type ImageCopy,
  type ImageOptions,
  type MadeImage,
} from "./image-worker.js";
import { pictureId } from "./picture-id.js";
import type { MediaType } from "./sniff.js";
import type { StrippedImage } from "./strip/stripped-image.js";

/** Which copies of media files an output gets. */
export interface MediaOptions {
  /** Smaller copies of pictures; none unless told. */
  readonly images?: ImageOptions | undefined;
  /** Whether pictures themselves are copied where smaller copies stand for them; `true` unless told. */
  readonly keepOriginals?: boolean | undefined;
}

/** A picture that is ready for the output, with what the library is to know of it. */
export interface ReadyPicture {
  readonly files: readonly PublishedMedia[];
  readonly output: NonNullable<LibraryMedia["output"]>;
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ["image/webp", "webp"],
  ["image/jpeg", "jpg"],
  ["image/avif", "avif"],
]);

/** Makes what an output gets of each picture: the picture without its metadata, and smaller copies if asked for. */
export class PictureCopies {
  readonly #options: MediaOptions;
  readonly #run: RunOptions;
  /** Two files of an archive can be one picture, and their copies one file. */
  readonly #named = new IdIndex();

  constructor(options: MediaOptions, run: RunOptions) {
    this.#options = options;
    this.#run = run;
  }

  /** How many pictures are worked on at once. */
  get concurrency(): number {
    return Math.max(1, this.#options.images?.worker.concurrency ?? 1);
  }

  async make(
    media: LibraryMedia,
    path: string,
    type: MediaType,
    picture: StrippedImage,
  ): Promise<ReadyPicture> {
    const { images, keepOriginals = true } = this.#options;
    const made = images === undefined ? null : await this.#work(images, path, picture);
    const copies = made?.copies ?? [];
    const id = copies.length === 0 ? "" : await pictureId(picture.bytes);
    const named = copies.map((copy) => ({ copy, name: copyName(id, copy) }));
    const files = named.map(({ copy, name }) => published(media, name, copy.mediaType, copy.bytes));
    const variants = named.map(({ copy: { mediaType, width, height }, name }) => ({
      name,
      mediaType,
      width,
      height,
    }));
    const blurhash = made?.blurhash ?? null;
    const widest = named.toSorted((a, b) => a.copy.width - b.copy.width).at(-1);
    if (!keepOriginals && widest !== undefined) {
      const { name, copy } = widest;
      const { mediaType, width, height, bytes } = copy;
      return { files, output: { name, mediaType, bytes: bytes.length, width, height, variants, blurhash } };
    }
    const name = `${media.key}.${type.extension}`;
    const { width, height, bytes } = picture;
    const original = published(media, name, type.mediaType, bytes);
    const { mediaType } = type;
    const output = { name, mediaType, bytes: bytes.length, width, height, variants, blurhash };
    return { files: [original, ...files], output };
  }

  /**
   * Those of a picture's files that no picture before it had. To be asked in the order of the output: which of two
   * is ready first is a matter of chance.
   */
  fresh(files: readonly PublishedMedia[]): readonly PublishedMedia[] {
    return files.filter(({ name }) => {
      const isFresh = !this.#named.has(name);
      this.#named.set(name, 1);
      return isFresh;
    });
  }

  async #work(images: ImageOptions, path: string, { bytes }: StrippedImage): Promise<MadeImage | null> {
    const made = await images.worker.make(bytes, {
      widths: images.widths ?? DEFAULT_WIDTHS,
      formats: images.formats ?? DEFAULT_FORMATS,
      replaces: this.#options.keepOriginals === false,
      signal: this.#run.signal,
    });
    if (made === null) this.#run.onDiagnostic?.(diagnostic("media/no-copies", { file: path }));
    return made;
  }
}

/** The same picture at the same width has the same name in every output, so that caches may keep it for good. */
function copyName(id: string, { mediaType, width }: ImageCopy): string {
  return `${id}-${width}.${EXTENSIONS.get(mediaType) ?? "bin"}`;
}

function published(media: LibraryMedia, name: string, mediaType: string, bytes: Uint8Array): PublishedMedia {
  return { key: media.key, name, mediaType, bytes: once(bytes) };
}

async function* once(bytes: Uint8Array): Bytes {
  yield bytes;
}
