import {
  announce,
  create,
  document,
  mediaPath,
  note,
  person,
  question,
  statusUri,
  TESS,
} from "@archive/fixtures";
import fc from "fast-check";

const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (sign) => sign.charCodeAt(0),
);
const PATHS = ["1", "2", "3"].map((id) => mediaPath(id, `0123456789abcde${id}.png`));
/** The files that generated posts show. */
export const MEDIA: ReadonlyMap<string, Uint8Array> = new Map(PATHS.map((path) => [path, PNG]));

const EMOJI = {
  id: "https://social.example/emojis/1",
  type: "Emoji" as const,
  name: ":kiesel:",
  updated: "2024-01-01T00:00:00Z",
  icon: { type: "Image" as const, mediaType: "image/png", url: "https://files.example/kiesel.png" },
};

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(
    "**not bold** _nor_ this",
    "<b>escaped</b> & $[x2 fn]",
    "@nobody and #none",
    "write to me@mail.example",
    "see https://a.example/x_y(z)",
    "`code` ~~struck~~ :emoji: [search]",
    "a search",
    "> quoted?\n- listed",
    "</plain> <script>alert(1)</script>",
  ),
);
const escaped = (value: string): string => value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const html = fc.oneof(
  text.map((value) => `<p>${escaped(value)}</p>`),
  fc.tuple(text, text).map(([a, b]) => `<p>${escaped(a)}<br>${escaped(b)}</p>`),
  fc.tuple(text, text).map(([a, b]) => `<p><strong>${escaped(a)}</strong> <em>${escaped(b)}</em></p>`),
  text.map(
    (value) => `<blockquote><p>${escaped(value)}</p></blockquote><pre><code>${escaped(value)}</code></pre>`,
  ),
  text.map((value) => `<ul><li>${escaped(value)}</li><li>two</li></ul>`),
  text.map(
    (value) => `<p><a href="https://a.example/">${escaped(value)}</a></p><img src=x onerror=alert(1)>`,
  ),
  text.map((value) => `<p><a href="https://a.example/by/@you">${escaped(value)}</a></p>`),
);
const fields = fc.record({
  content: html,
  visibility: fc.constantFrom("public", "unlisted", "followers", "direct"),
  lang: fc.constantFrom("en", "de", "ja", null),
  contentWarning: fc.option(
    fc.string({ minLength: 1, maxLength: 20 }).map((value) => `cw ${value}`),
    { nil: undefined },
  ),
  sensitive: fc.option(fc.boolean(), { nil: undefined }),
  hashtags: fc.subarray(["bread", "Köln", "日本"]),
  mentions: fc.oneof(
    { arbitrary: fc.constant([]), weight: 3 },
    fc.subarray([person("bob", "other.example"), person("ann", "social.example")]),
  ),
  attachment: fc.subarray([
    ...PATHS.map((path, at) => document(`/bucket/${path}`, { name: `Alt ${at}`, focalPoint: [0.5, -0.25] })),
    document("https://files.example/a.jpg", { mediaType: "image/jpeg", width: 40, height: 30 }),
    document("https://files.example/a.mp4", { mediaType: "video/mp4" }),
    document("https://files.example/a.mp3", { mediaType: "audio/mpeg", name: "A sound" }),
    document(mediaPath("9", "0123456789abcdef.jpg"), {
      name: "of a file that was lost",
      mediaType: "image/jpeg",
    }),
  ]),
  reply: fc.constantFrom("none", "none", "own", "other"),
  quote: fc.constantFrom("none", "none", "own", "other"),
  emojis: fc.subarray([EMOJI]),
  type: fc.constantFrom("Note", "Note", "Note", "Article", "Event"),
  title: fc.string({ minLength: 1, maxLength: 20 }).map((value) => `On ${value}`),
  poll: fc.constantFrom("none", "none", "one", "many", "closed"),
  boost: fc.integer({ min: 0, max: 9 }),
  updated: fc.option(fc.constant("2024-06-01T00:00:00Z"), { nil: undefined }),
});

/** Up to eight posts of one account, of every kind and visibility. */
export const activities: fc.Arbitrary<readonly object[]> = fc
  .array(fields, { minLength: 1, maxLength: 8 })
  .map((posts) =>
    posts.map((fields, at) => {
      const { reply, quote, poll, boost, sensitive, updated, contentWarning, type, title, ...options } =
        fields;
      const id = String(1000 + at);
      const published = `2024-05-01T10:${String(at).padStart(2, "0")}:00Z`;
      const former = statusUri(TESS, String(999 + at));
      if (boost === 0) return announce("https://other.example/notes/9", { id, published });
      if (boost === 1 && at > 0) return announce(former, { id, published });
      const quoted =
        quote === "own" && at > 0 ? former : quote === "other" ? "https://other.example/notes/7" : undefined;
      const inReplyTo =
        reply === "own" && at > 0 ? former : reply === "other" ? "https://other.example/notes/1" : null;
      const given = {
        ...options,
        ...(sensitive === undefined ? {} : { sensitive }),
        ...(updated === undefined ? {} : { updated }),
        ...(contentWarning === undefined ? {} : { contentWarning }),
        ...(quoted === undefined ? {} : { quote: quoted }),
        id,
        published,
        inReplyTo,
      };
      if (poll === "none") return create({ ...note(given), ...typed(type, title) });
      return create(
        question({
          ...given,
          multiple: poll === "many",
          ...(poll === "closed" ? { endTime: "2024-05-02T10:00:00Z", closed: "2024-05-02T10:00:00Z" } : {}),
          options: [
            { name: "Yes", votes: 1 },
            { name: "No", votes: null },
          ],
          votersCount: 1,
        }),
      );
    }),
  );

/** What other servers' posts have, which Mastodon's do not. */
function typed(type: "Note" | "Article" | "Event", name: string): object {
  if (type === "Note") return {};
  const times = { startTime: "2024-06-01T10:00:00Z", location: { type: "Place", name: "Rathaus" } };
  return { type, name, ...(type === "Event" ? times : {}) };
}
