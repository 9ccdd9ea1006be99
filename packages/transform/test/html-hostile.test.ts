import type { Post, SafeTree } from "@archive/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf, pagesOf } from "./html-pages.js";
import { attachment, picture, post, selectionOf } from "./html-selection.js";

const ATTACK = `"'><script>alert(1)</script><img src=x onerror=alert(1)>]]>--></title></style>&lt;\u0000\u202e`;
const URLS = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  `https://x.example/"><script>alert(1)</script>`,
  "//x.example/",
  "/etc/passwd",
  "http://",
  "",
  ATTACK,
];

function text(value: string): SafeTree {
  return [{ type: "element", name: "p", children: [{ type: "text", value }] }];
}

/** One post that says the same thing in every field that can hold a text or an address. */
function hostilePost(words: string, url: string, given: Partial<Post> = {}): Post {
  return post({
    id: url,
    url,
    language: words,
    title: words,
    content: [
      ...text(words),
      { type: "element", name: "h1", lang: words, children: [{ type: "emoji", shortcode: words }] },
    ],
    attachments: [
      attachment({ media: "a", alt: words, mediaType: words, blurhash: words, focalPoint: [Number.NaN, 9] }),
      attachment({
        media: "v",
        kind: "video",
        alt: words,
        width: -1,
        height: 0.5,
        poster: "a",
        captions: [{ language: words, media: "c" }],
      }),
      attachment({ media: null, remoteUrl: url, kind: "unknown", alt: words }),
    ],
    poll: {
      multiple: true,
      options: [
        { name: words, votes: -5 },
        { name: words, votes: Number.POSITIVE_INFINITY },
      ],
      voters: 1,
      endTime: words,
      closed: true,
    },
    tags: [
      { kind: "mention", name: words, url },
      { kind: "hashtag", name: words },
    ],
    type: words,
    event: { start: words, end: words, place: words },
    goneSince: words,
    history: [{ updated: words, title: words, contentWarning: words, content: text(words) }],
    ...given,
  });
}

const MEDIA = {
  a: picture("0a.webp"),
  c: { ...picture("0d.vtt"), mediaType: "text/vtt" },
  v: {
    state: "present",
    name: "0b.webm",
    mediaType: "video/webm",
    bytes: 3,
    width: null,
    height: null,
    variants: [],
    blurhash: null,
  },
} as const;

function account(words: string, url: string) {
  return {
    name: words,
    handle: words,
    url,
    movedTo: url,
    host: words,
    joinedAt: words,
    bio: text(words),
    fields: [{ name: words, value: text(words) }],
    avatar: "a",
    header: "a",
  };
}

async function faults(words: string, url: string): Promise<readonly string[]> {
  const own = hostilePost(words, url);
  const posts = [
    own,
    hostilePost(words, url, { contentWarning: words, sensitive: true, inReplyTo: { kind: "remote", url } }),
    hostilePost(words, url, { quote: { kind: "remote", url }, published: null, updated: words }),
    hostilePost(words, url, {
      quote: { kind: "own", key: own.key },
      inReplyTo: { kind: "own", key: own.key },
    }),
    post({ kind: "boost", boostOf: { kind: "remote", url } }),
    ...threadOf(words, url),
    post({ kind: "boost", boostOf: { kind: "remote", url: "https://o.example/users/ada/1" } }),
  ];
  const selection = selectionOf({
    posts,
    media: MEDIA,
    account: account(words, url),
    others: [account(words, url)],
    collections: { likes: [words, url], bookmarks: [url] },
  });
  const baseUrl = "https://site.test/";
  return faultsOf(await pagesOf(selection, { title: words, baseUrl, boostsPage: true }));
}

/** Long enough to be an article with headings and contents. */
function threadOf(words: string, url: string): readonly Post[] {
  const posts: Post[] = [];
  for (let index = 0; index < 9; index += 1) {
    const before = posts.at(-1)?.key;
    posts.push(
      hostilePost(words, url, {
        account: index % 2,
        content: [...text(words), ...text(words)],
        inReplyTo: before === undefined ? null : { kind: "own", key: before },
        published: `2024-05-01T10:0${index}:00Z`,
      }),
    );
  }
  return posts;
}

describe("hostile data", () => {
  it.each(URLS)("can't put anything into a page: %j", async (url) => {
    expect(await faults(ATTACK, url)).toEqual([]);
  });

  it("can't, whatever it says", async () => {
    const piece = fc.oneof(
      fc.constantFrom(ATTACK, ...URLS, "<!--", "<![CDATA[", "&#60;", "{{x}}"),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(piece, piece, async (words, url) => {
        expect(await faults(words, url)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("shows an attack as the text that it is", async () => {
    const pages = await pagesOf(
      selectionOf({ posts: [post({ content: text("<script>alert(1)</script>") })] }),
    );
    expect(pages.get("index.html")).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("can't move a bar out of its ground", async () => {
    const pages = await pagesOf(selectionOf({ posts: [hostilePost("x", "")] }));
    const widths = [...[...pages.values()].join("").matchAll(/class="bar" width="([^"]*)"/g)].map(
      (found) => found[1],
    );
    expect(widths.length).toBeGreaterThan(0);
    for (const width of widths) expect(width).toMatch(/^(?:100|\d{1,2})%$/);
  });
});
