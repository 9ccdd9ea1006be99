import type { Attachment, Post, SafeTree } from "@archive/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf, pagesOf } from "./html-pages.js";
import { picture, post, selectionOf } from "./html-selection.js";

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

function attachment(given: Partial<Attachment>): Attachment {
  return {
    kind: "image",
    media: null,
    remoteUrl: null,
    alt: null,
    mediaType: null,
    width: null,
    height: null,
    focalPoint: null,
    blurhash: null,
    ...given,
  };
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
      attachment({ media: "v", kind: "video", alt: words, width: -1, height: 0.5 }),
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
    ...given,
  });
}

const MEDIA = {
  a: picture("0a.webp"),
  v: { state: "present", name: "0b.webm", mediaType: "video/webm", bytes: 3, width: null, height: null },
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
    post({ kind: "boost", boostOf: { kind: "remote", url: "https://o.example/users/ada/1" } }),
  ];
  return faultsOf(
    await pagesOf(selectionOf({ posts, media: MEDIA, account: account(words, url) }), { title: words }),
  );
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
