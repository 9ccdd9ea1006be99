/*
 * Kinds of files that one sniffs like another: an m4a is an mp4, an Ogg sound an Ogg film. Telling them apart
 * takes more than first bytes, and servers mix them up without harm.
 */
const FAMILIES: readonly (readonly string[])[] = [
  ["image/jpeg", "image/jpg", "image/pjpeg"],
  ["image/png", "image/apng", "image/x-png", "image/vnd.mozilla.apng"],
  ["image/gif"],
  ["image/webp"],
  ["image/avif", "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"],
  [
    "video/mp4",
    "audio/mp4",
    "video/x-m4v",
    "audio/x-m4a",
    "audio/m4a",
    "video/quicktime",
    "video/3gpp",
    "audio/3gpp",
  ],
  ["video/webm", "audio/webm", "video/matroska", "video/x-matroska", "audio/matroska"],
  ["video/ogg", "audio/ogg", "application/ogg", "audio/opus", "audio/vorbis"],
  ["audio/wav", "audio/wave", "audio/x-wav", "audio/vnd.wave", "audio/x-pn-wave"],
  ["audio/flac", "audio/x-flac"],
  ["audio/mpeg", "audio/mp3", "audio/x-mp3"],
  ["audio/aac", "audio/x-aac"],
];

const BY_TYPE: ReadonlyMap<string, number> = new Map(
  FAMILIES.flatMap((family, index) => family.map((type) => [type, index] as const)),
);

/** The family of a media type; `null` for one that first bytes don't tell. */
export function familyOf(mediaType: string): number | null {
  return BY_TYPE.get((mediaType.split(";")[0] ?? "").trim().toLowerCase()) ?? null;
}

/** Whether a file is of the kind it is said to be. `sniffed` is `null` where its first bytes say nothing. */
export function agrees(declared: string, sniffed: string | null): boolean {
  const family = familyOf(declared);
  return family === null || (sniffed !== null && familyOf(sniffed) === family);
}
