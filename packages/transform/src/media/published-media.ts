import { diagnostic, type RunOptions } from "@archive/schema";
import type { Library, LibraryMedia } from "../library/library.js";
import type { PublishedMedia } from "../select/selection.js";
import type { ArchiveSource, SourceMedia } from "../source.js";
import { InOrder } from "./in-order.js";
import { describesItself } from "./kept-metadata.js";
import { CountedBytes, type OpenedMedia, openMedia, readPicture, wholeFile } from "./media-copy.js";
import { PictureCopies, type ReadyPicture } from "./picture-copies.js";
import { type MediaType, sniffMedia } from "./sniff.js";
import { isMovie, movieStream } from "./strip/movie-stream.js";
import { canStrip } from "./strip/strip.js";

type Wanted = LibraryMedia & { readonly file: SourceMedia };

/** A picture that is being worked on. */
interface Pending {
  readonly media: Wanted;
  readonly picture: ReadyPicture;
}

/**
 * Copies of the files that selected posts refer to, in the archive's own order and in one pass. A file's name in
 * the output is a hash, its extension that of its sniffed type. What is of no allowed type is left out, and so is
 * a picture of which metadata can't be taken off. A picture may be followed by smaller copies of it:
 * `copies` makes them, one for all archives of an output.
 */
export async function* publishedMedia(
  source: ArchiveSource,
  library: Pick<Library, "scanMedia" | "putMedia">,
  run: RunOptions,
  copies: PictureCopies = new PictureCopies({}, run),
): AsyncGenerator<PublishedMedia> {
  const wanted = new Map<string, Wanted>();
  for (const media of library.scanMedia()) {
    if (media.file !== null) wanted.set(media.file.path, { ...media, file: media.file });
  }
  const pending = new InOrder<Pending>(copies.concurrency);
  async function* handOut(ready: AsyncIterable<Pending>): AsyncGenerator<PublishedMedia> {
    for await (const { media, picture } of ready) {
      yield* copies.fresh(picture.files);
      library.putMedia({ ...media, output: picture.output });
    }
  }

  const files = [...wanted.values()].map((media) => media.file);
  for await (const { file, bytes } of source.readMedia(files, run)) {
    run.signal?.throwIfAborted();
    const media = wanted.get(file.path);
    if (media === undefined) continue;
    const opened = await openMedia(bytes);
    const type = await sniffMedia(opened.start);
    if (type === null) {
      await opened.rest.return?.();
      run.onDiagnostic?.(diagnostic("media/not-allowed", { file: file.path }));
    } else if (canStrip(type.mediaType)) {
      const picture = await readPicture(opened, type.mediaType);
      if (picture === null) {
        await opened.rest.return?.();
        run.onDiagnostic?.(diagnostic("media/unreadable", { file: file.path }));
        continue;
      }
      const work = copies.make(media, file.path, type, picture);
      yield* handOut(pending.add(work.then((ready) => ({ media, picture: ready }))));
    } else {
      // What is read piece by piece has to be read now; the order stays that of the archive.
      yield* handOut(pending.rest());
      yield* streamed(media, opened, type, library, run);
    }
  }
  yield* handOut(pending.rest());
}

/** A film or sound, of whatever size, as it is read. */
async function* streamed(
  media: Wanted,
  opened: OpenedMedia,
  { mediaType, extension }: MediaType,
  library: Pick<Library, "putMedia">,
  run: RunOptions,
): AsyncGenerator<PublishedMedia> {
  const report = (): void => run.onDiagnostic?.(diagnostic("media/metadata-kept", { file: media.file.path }));
  if (describesItself(opened.start, mediaType)) report();
  const whole = wholeFile(opened);
  let film: { readonly silent?: true } = {};
  const onSilent = (): void => {
    film = { silent: true };
  };
  const counted = new CountedBytes(isMovie(mediaType) ? movieStream(whole, report, onSilent) : whole);
  const name = `${media.key}.${extension}`;
  yield { key: media.key, name, mediaType, bytes: counted.read() };
  const { count: bytes } = counted;
  const output = { name, mediaType, bytes, width: null, height: null, variants: [], blurhash: null, ...film };
  library.putMedia({ ...media, output });
}
