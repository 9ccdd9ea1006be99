import type { Post, Selection } from "@archive/transform";
import { attachment, type MadeSelection, picture, post, selectionOf } from "./html-selection.js";

/** Paragraphs in which a `#word` is a hashtag. */
export function words(...paragraphs: readonly string[]): Post["content"] {
  return paragraphs.map((paragraph) => ({
    type: "element",
    name: "p",
    children: paragraph
      .split(/(#\w+)/u)
      .filter((piece) => piece !== "")
      .map((piece) =>
        piece.startsWith("#")
          ? {
              type: "link",
              href: `https://social.example/tags/${piece.slice(1)}`,
              role: "hashtag",
              children: [{ type: "text", value: piece }],
            }
          : { type: "text", value: piece },
      ),
  }));
}

/** A thread of so many posts that go on from each other, one a minute. */
export function thread(
  texts: readonly (readonly string[])[],
  given: (index: number) => Partial<Post> = () => ({}),
): readonly Post[] {
  const posts: Post[] = [];
  for (const [index, paragraphs] of texts.entries()) {
    const before = posts.at(-1);
    posts.push(
      post({
        published: new Date(Date.UTC(2024, 2, 14, 8, index)).toISOString(),
        kind: before === undefined ? "post" : "selfReply",
        inReplyTo: before === undefined ? null : { kind: "own", key: before.key },
        content: words(...paragraphs),
        ...given(index),
      }),
    );
  }
  return posts;
}

const CHAPTERS = [
  ["The line that isn’t there", "A coastline is an opinion."],
  ["Every atlas answers without being asked."],
  ["The assessor’s coast", "We draw mean high water."],
  ["Charts for ships do the opposite."],
  ["What the phone knows", "Check your shoes first."],
  ["Drawing a hesitation", "No line at all. #Cartography"],
  ["It is slower to read."],
  ["Sources", "Tide gauges since 1843."],
];

/** What a site needs to have every kind of page, with every kind of post. */
export function everyPage(given: Partial<MadeSelection> = {}): Selection {
  const tagged = ["Cartography", "Tide", "東京"].flatMap((name, index) =>
    Array.from({ length: 4 - index }, (_, hour) =>
      post({
        published: `2024-01-0${index + 1}T0${hour}:00:00Z`,
        content: words(`About #${name}`),
        tags: [{ kind: "hashtag", name }],
        language: ["en", "de", null][index] ?? null,
      }),
    ),
  );
  const [root] = thread([["Another"]]);
  const chapters = thread(CHAPTERS, (index) =>
    index === 5 ? { tags: [{ kind: "hashtag", name: "Cartography" }] } : {},
  );
  const aside = post({
    published: "2024-03-14T09:00:00Z",
    kind: "selfReply",
    inReplyTo: { kind: "own", key: chapters[1]?.key ?? "" },
    content: words("An aside."),
  });
  const posts: readonly Post[] = [
    ...tagged,
    ...(root === undefined ? [] : [root]),
    ...chapters,
    aside,
    post({
      published: "2024-02-03T10:00:00Z",
      attachments: [
        attachment({ media: "a", alt: "A street.", focalPoint: [0.5, -0.5] }),
        attachment({ media: "b" }),
      ],
    }),
    post({
      published: "2024-02-04T10:00:00Z",
      sensitive: true,
      attachments: [attachment({ media: "a", alt: "A wound.", blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj" })],
    }),
    post({
      published: "2024-02-05T10:00:00Z",
      contentWarning: "Food",
      attachments: [attachment({ media: "b", alt: "A loaf." })],
    }),
    post({
      published: "2024-02-06T10:00:00Z",
      attachments: [
        attachment({
          kind: "video",
          media: "v",
          alt: "The tide.",
          poster: "a",
          captions: [{ language: "en", media: "c" }],
        }),
      ],
    }),
    post({
      published: "2024-02-07T10:00:00Z",
      type: "Event",
      title: "A walk",
      event: { start: "2024-04-01T08:00:00Z", end: "2024-04-01T12:00:00Z", place: "The old lighthouse" },
    }),
    post({
      published: "2024-02-08T10:00:00Z",
      updated: "2024-02-09T10:00:00Z",
      goneSince: "2024-06-01T00:00:00Z",
      history: [{ updated: null, title: null, contentWarning: null, content: words("As it was.") }],
      content: words("As it is."),
    }),
    post({
      published: "2024-02-10T10:00:00Z",
      audience: { visibility: "unlisted", basis: "addressing" },
      kind: "poll",
      poll: {
        multiple: false,
        options: [
          { name: "up", votes: 3 },
          { name: "down", votes: 1 },
        ],
        voters: 4,
        endTime: "2024-02-11T10:00:00Z",
        closed: true,
      },
    }),
    post({
      published: "2024-02-12T10:00:00Z",
      kind: "reply",
      inReplyTo: { kind: "remote", url: "https://other.example/users/ada/1" },
      tags: [{ kind: "mention", name: "@ada@other.example", url: "https://other.example/@ada" }],
      quote: { kind: "own", key: chapters[0]?.key ?? "" },
    }),
    post({ published: null, content: words("Some day.") }),
    ...[1, 2, 3].map((number) =>
      post({
        kind: "boost",
        published: `2024-02-13T1${number}:00:00Z`,
        boostOf: { kind: "remote", url: `https://o${number % 2}.example/@ada/${number}` },
      }),
    ),
  ];
  const { account, ...rest } = given;
  return selectionOf({
    posts,
    media: {
      a: {
        ...picture("0a.webp"),
        width: 1600,
        height: 900,
        variants: [{ name: "0a-640.webp", mediaType: "image/webp", width: 640, height: 360 }],
      },
      b: picture("0b.webp"),
      v: { ...picture("0c.webm"), mediaType: "video/webm" },
      c: { ...picture("0d.vtt"), mediaType: "text/vtt" },
    },
    account: {
      bio: words("I draw maps. #Cartography"),
      avatar: "b",
      movedTo: "https://new.example/@tess",
      ...account,
    },
    collections: {
      likes: ["https://a.example/@x/1", "https://a.example/@x/2", "tag:b.example,2018:1"],
      bookmarks: [],
    },
    ...rest,
  });
}

/** Options that leave no page out. */
export const EVERYTHING = { baseUrl: "https://tess.example/", boostsPage: true } as const;
