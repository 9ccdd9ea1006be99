import {
  announce,
  create,
  document,
  mastodonArchive,
  mediaPath,
  note,
  packZip,
  person,
  question,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { Target } from "@archive/transform";
import type { FediverseOptions } from "@archive/transform/fediverse";
import { filesOf, selecting, split } from "./round-trip.js";

/** A picture of one dot. */
const PNG: Uint8Array = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (sign) => sign.charCodeAt(0),
);
/** Somebody else. */
export const BOB = person("bob", "other.example");
/** The path of a picture in Mastodon’s own layout. */
const PICTURE: string = mediaPath("1", "0123456789abcdef.png");
/** The address of one’s own post. */
export const own = (id: string): string => statusUri(TESS, id);
const at = (minute: number): { id: string; published: string } => ({
  id: String(1000 + minute),
  published: `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`,
});

/** A post with a picture, and with a link among its attachments, which Mastodon itself would not write. */
const PICTURED: object = {
  ...note({ ...at(0), content: "Eins" }),
  attachment: [document(`/bucket/${PICTURE}`, { name: "Alt" }), { type: "Link", href: "https://a.example/" }],
};

/** One post of each kind that importers differ in. */
const ACTIVITIES: readonly object[] = [
  { ...create(note(at(0))), object: PICTURED },
  create(
    note({
      ...at(1),
      content: "Zwei",
      visibility: "unlisted",
      inReplyTo: own("1000"),
      contentWarning: "CW",
      sensitive: false,
    }),
  ),
  create(note({ ...at(2), content: "Drei BIRNE", visibility: "followers" })),
  create(note({ ...at(3), content: "Vier QUITTE", visibility: "direct", mentions: [BOB] })),
  create(question({ ...at(4), content: "Fünf?" })),
  create(
    note({ ...at(5), content: "@bob Sechs", mentions: [BOB], inReplyTo: "https://other.example/notes/1" }),
  ),
  create(note({ ...at(6), content: "Sieben", inReplyTo: own("1005") })),
  create(note({ ...at(7), content: "Acht", inReplyTo: own("1002") })),
  announce("https://other.example/notes/9", at(8)),
  announce(own("1002"), { ...at(9), visibility: "followers" }),
  create(note({ ...at(10), content: "Neun an @ada", lang: "de" })),
  {
    ...create(note({ ...at(11), content: "Undatiert" })),
    published: null,
    object: { ...note({ ...at(11) }), published: "?" },
  },
];

/** What a target makes of them, and of what it leaves out. */
export async function outputOf(target: Target<FediverseOptions>) {
  const files = mastodonArchive({
    activities: ACTIVITIES,
    likes: ["https://other.example/notes/9", own("1003")],
    bookmarks: ["https://other.example/notes/2"],
    media: { [PICTURE]: PNG, "avatar.png": PNG },
    actor: {
      "@context": "https://www.w3.org/ns/activitystreams",
      id: TESS.uri,
      type: "Person",
      preferredUsername: "tess",
      followers: TESS.followers,
      outbox: "outbox.json",
      name: "Tess",
      summary: "<p>Bio<script>alert(1)</script></p>",
      icon: { type: "Image", mediaType: "image/png", url: "avatar.png" },
      publicKey: { publicKeyPem: "KEYKEY" },
    },
  });
  await using archive = await openArchive(await packZip(files));
  const selection = await selecting(archive);
  const written = await filesOf(target, selection);
  const { refused } = await split(target, selection);
  const text = (path: string): string => new TextDecoder().decode(written.get(path));
  const json = (path: string) => JSON.parse(text(path));
  return { files: written, paths: [...written.keys()], refused: Object.fromEntries(refused), text, json };
}

/** The texts of the posts of an outbox. */
export const texts = (items: readonly { object: { content?: string } }[]): string[] =>
  items.flatMap(({ object }) => object.content ?? []);
