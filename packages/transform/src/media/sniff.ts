import { fileTypeFromBuffer } from "file-type";

/** A type that browsers show without risk, with the extension files of it get. */
export interface MediaType {
  readonly mediaType: string;
  readonly extension: string;
}

/** How many bytes at the start of a file its type is told from. */
export const SNIFF_BYTES = 4100;

// SVG and HTML can carry scripts and are not among them, whatever they are called.
const ALLOWED: ReadonlyMap<string, MediaType> = new Map(
  (
    [
      ["image/jpeg", "jpg"],
      ["image/png", "png"],
      ["image/apng", "png", "image/png"],
      ["image/gif", "gif"],
      ["image/webp", "webp"],
      ["image/avif", "avif"],
      ["video/mp4", "mp4"],
      ["video/x-m4v", "mp4", "video/mp4"],
      ["video/webm", "webm"],
      ["video/matroska", "mkv"],
      ["video/quicktime", "mov"],
      ["video/ogg", "ogv"],
      ["audio/mpeg", "mp3"],
      ["audio/mp4", "m4a"],
      ["audio/x-m4a", "m4a", "audio/mp4"],
      ["audio/aac", "aac"],
      ["audio/ogg", "ogg"],
      ["audio/flac", "flac"],
      ["audio/x-flac", "flac", "audio/flac"],
      ["audio/wav", "wav"],
      ["audio/vnd.wave", "wav", "audio/wav"],
      ["audio/webm", "weba"],
    ] as const
  ).map(([sniffed, extension, mediaType = sniffed]) => [sniffed, { mediaType, extension }]),
);

/** The type told from a file's first bytes; `null` for what is not published. Names and headers play no part. */
export async function sniffMedia(start: Uint8Array): Promise<MediaType | null> {
  const found = await fileTypeFromBuffer(start).catch(() => undefined);
  const mime = found?.mime.split(";")[0] ?? "";
  return ALLOWED.get(mime) ?? null;
}
