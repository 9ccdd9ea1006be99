import {
  type ArchiveParts,
  announce,
  create,
  document,
  hashtag,
  mediaPath,
  note,
  person,
  question,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { sampleBytes } from "./sample-bytes.js";

// Archives of one post, and of a post beside another, with whatever of it is to be another.

export const OTHER = "https://other.example/notes/";
export const BOB = person("bob", "other.example");
export const ANN = person("ann", "social.example");
export const FILE = mediaPath("1", "0123456789abcdef.png");
export const OTHER_FILE = mediaPath("4", "fedcba9876543210.png");
export const FILM = mediaPath("2", "123456789abcdef0.webm");
export const SOUND = mediaPath("3", "23456789abcdef01.wav");
export const PNG = sampleBytes("compass.png");
export const OTHER_PNG = sampleBytes("letter.png");
export const WEBM = sampleBytes("tide.webm");
export const WAV = sampleBytes("foghorn.wav");
const EARLIER = "2024-04-01T10:00:00Z";

type Note = ReturnType<typeof note>;

/** One post, with whatever of its document is to be another. */
export function post(options: Parameters<typeof note>[0] = {}, more: object = {}): ArchiveParts {
  const made: Note = { ...note({ content: "Stein", ...options }), ...more };
  return { activities: [create(made)] };
}

export function poll(options: Parameters<typeof question>[0]): ArchiveParts {
  return { activities: [create(question({ content: "Stein", ...options }))] };
}

/** A picture in the archive, and one on a server. */
export function pictures(options: Parameters<typeof document>[1] = {}): ArchiveParts {
  return of("image/png", FILE, PNG, options);
}

/** A file in the archive and one on a server, both of one kind. */
export function of(
  mediaType: string,
  path: string,
  bytes: Uint8Array,
  options: Parameters<typeof document>[1] = {},
): ArchiveParts {
  const [, extension = ""] = mediaType.split("/");
  return {
    ...post({
      attachment: [`/${path}`, `https://files.example/a.${extension}`].map((url) =>
        document(url, { mediaType, ...options }),
      ),
    }),
    media: new Map([[path, bytes]]),
  };
}

/** A post below an older one. */
export function below(parent: string): ArchiveParts {
  const older = ["1001", "1002"].map((id) => create(note({ id, content: `Kies ${id}`, published: EARLIER })));
  return { activities: [...older, create(note({ id: "1003", content: "Stein", inReplyTo: parent }))] };
}

export const own = (id: string): string => statusUri(TESS, id);

export const event = (more: object): ArchiveParts =>
  post({}, { type: "Event", name: "Fest", startTime: "2024-06-01T10:00:00Z", ...more });

export function mentioned({ name, url }: typeof BOB): string {
  return `<p>Stein <a href="${url}" class="u-url mention">@${name}</a></p>`;
}

export function tagged(name: string): string {
  const { href } = hashtag(name);
  return `<p>Stein <a href="${href}" class="mention hashtag" rel="tag">#<span>${name}</span></a></p>`;
}

export function emoji(name: string, picture: string) {
  return {
    id: `https://social.example/emojis/${name}`,
    type: "Emoji" as const,
    name: `:${name}:`,
    updated: "2024-01-01T00:00:00Z",
    icon: { type: "Image" as const, mediaType: "image/png", url: `https://files.example/${picture}.png` },
  };
}

export function quoting(quote?: string): ArchiveParts {
  const options = { id: "1002", content: "Stein", ...(quote === undefined ? {} : { quote }) };
  return { activities: [create(note({ content: "Kies", published: EARLIER })), create(note(options))] };
}

export function boosting(of?: string): ArchiveParts {
  const kept = create(note({ content: "Kies", published: EARLIER }));
  return { activities: of === undefined ? [kept] : [kept, announce(of, { id: "1002" })] };
}

/** As Pleroma writes what a post was before it was changed. */
export function edited(before: string): ArchiveParts {
  const updated = "2024-05-03T10:00:00Z";
  const former = { ...note({ content: before }), updated: "2024-05-02T10:00:00Z" };
  return post(
    { updated },
    { formerRepresentations: { type: "OrderedCollection", totalItems: 1, orderedItems: [former] } },
  );
}

export function film(more: object): ArchiveParts {
  return {
    ...post({ attachment: [{ ...document(`/${FILM}`, { mediaType: "video/webm" }), ...more }] }),
    media: new Map([
      [FILM, WEBM],
      [FILE, PNG],
    ]),
  };
}
