import { type ArchiveParts, create, document, note } from "@archive/fixtures";
import type { Feature } from "@archive/transform";
import type { Seen } from "./seen.js";
import {
  ANN,
  BOB,
  below,
  boosting,
  edited,
  emoji,
  event,
  FILE,
  FILM,
  film,
  mentioned,
  OTHER,
  OTHER_FILE,
  OTHER_PNG,
  of,
  own,
  PNG,
  pictures,
  poll,
  post,
  quoting,
  SOUND,
  tagged,
  WAV,
  WEBM,
} from "./specimen-parts.js";

/** What an archive holds, and the activities of one that was made before it. */
export interface Parts extends ArchiveParts {
  readonly earlier?: readonly object[];
}

/**
 * Archives that differ in one feature and in nothing else. What a target makes of them shows what becomes of it: all
 * tell apart, some, or none.
 */
export interface Specimen {
  /** By what each has; the first is the least. */
  readonly values: Readonly<Record<string, Parts>>;
  /** What of a post that was read is this feature. */
  readonly facet: (seen: Seen) => unknown;
}

/** The posts each feature is tried with. */
export const SPECIMENS: Readonly<Record<Feature, Specimen>> = {
  formatting: {
    values: {
      plain: post({ content: "<p>Stein hart</p>" }),
      bold: post({ content: "<p><strong>Stein</strong> hart</p>" }),
      emphasis: post({ content: "<p><em>Stein</em> hart</p>" }),
      heading: post({ content: "<h2>Stein hart</h2>" }),
      "ordered list": post({ content: "<ol><li>Stein hart</li></ol>" }),
      list: post({ content: "<ul><li>Stein hart</li></ul>" }),
      quote: post({ content: "<blockquote><p>Stein hart</p></blockquote>" }),
      code: post({ content: "<p><code>Stein hart</code></p>" }),
      link: post({ content: '<p><a href="https://a.example/">Stein hart</a></p>' }),
    },
    facet: ({ post: { content } }) => content,
  },
  titles: {
    values: {
      none: post({}, { type: "Article" }),
      one: post({}, { type: "Article", name: "Kiesel" }),
      another: post({}, { type: "Article", name: "Basalt" }),
    },
    // Where posts have none, it is to stand in the text.
    facet: ({ essence: { title, text } }) => [title, text],
  },
  contentWarnings: {
    values: {
      none: post(),
      one: post({ contentWarning: "Kiesel", sensitive: false }),
      another: post({ contentWarning: "Basalt", sensitive: false }),
    },
    facet: ({ post: { contentWarning } }) => contentWarning,
  },
  media: {
    values: {
      none: post(),
      "a file": { ...post({ attachment: [document(`/${FILE}`)] }), media: new Map([[FILE, PNG]]) },
      "another file": {
        ...post({ attachment: [document(`/${FILE}`)] }),
        media: new Map([[FILE, OTHER_PNG]]),
      },
      "two files": {
        ...post({ attachment: [document(`/${FILE}`), document(`/${OTHER_FILE}`)] }),
        media: new Map([
          [FILE, PNG],
          [OTHER_FILE, OTHER_PNG],
        ]),
      },
      "on a server": post({ attachment: [document("https://files.example/a.png")] }),
      "a film": film({}),
      "a film with a cover": film({ icon: [{ type: "Image", mediaType: "image/png", url: FILE }] }),
    },
    facet: ({ media }) => media,
  },
  mediaKinds: {
    values: {
      pictures: pictures(),
      films: of("video/webm", FILM, WEBM),
      sounds: of("audio/wav", SOUND, WAV),
    },
    // Those that come along at all: whether they do is another feature.
    facet: ({ post: { attachments } }) => [...new Set(attachments.map(({ kind }) => kind))],
  },
  altText: {
    values: {
      none: pictures(),
      one: pictures({ name: "Kiesel" }),
      another: pictures({ name: "Basalt" }),
    },
    facet: ({ post: { attachments } }) => attachments.map(({ alt }) => alt),
  },
  focalPoints: {
    values: {
      none: pictures(),
      left: pictures({ focalPoint: [-0.53, 0.2] }),
      "a little further left": pictures({ focalPoint: [-0.54, 0.2] }),
      right: pictures({ focalPoint: [0.5, -0.25] }),
    },
    facet: ({ post: { attachments } }) => attachments.map(({ focalPoint }) => focalPoint),
  },
  polls: {
    values: {
      none: post(),
      one: poll({}),
      "other options": poll({
        options: [
          { name: "Ja", votes: 3 },
          { name: "No", votes: 1 },
        ],
      }),
      "other votes": poll({
        options: [
          { name: "Yes", votes: 2 },
          { name: "No", votes: 1 },
        ],
      }),
      "many choices": poll({ multiple: true }),
      closed: poll({ closed: "2024-05-02T10:00:00Z", endTime: "2024-05-02T10:00:00Z" }),
      voters: poll({ votersCount: 4 }),
    },
    facet: ({ post: { poll: asked } }) => asked,
  },
  events: {
    values: {
      one: event({}),
      later: event({ startTime: "2024-06-02T10:00:00Z" }),
      "with an end": event({ endTime: "2024-06-01T12:00:00Z" }),
      "with a place": event({ location: { type: "Place", name: "Rathaus" } }),
    },
    facet: ({ post: { event: time } }) => time,
  },
  customEmoji: {
    values: {
      none: post({ content: "<p>Stein</p>" }),
      one: post({ content: "<p>Stein :kiesel:</p>", emojis: [emoji("kiesel", "a")] }),
      "another picture": post({ content: "<p>Stein :kiesel:</p>", emojis: [emoji("kiesel", "b")] }),
      another: post({ content: "<p>Stein :basalt:</p>", emojis: [emoji("basalt", "a")] }),
    },
    facet: ({ essence: { emoji: tags, text } }) => [tags, text],
  },
  mentions: {
    values: {
      none: post(),
      one: post({ mentions: [BOB], content: mentioned(BOB) }),
      another: post({ mentions: [ANN], content: mentioned(ANN) }),
      "not in the text": post({ mentions: [BOB] }),
      "without an address": post({}, { tag: [{ type: "Mention", name: "@eve@gone.example" }] }),
    },
    facet: ({ essence: { mentions } }) => mentions,
  },
  hashtags: {
    values: {
      none: post(),
      one: post({ hashtags: ["kiesel"], content: tagged("kiesel") }),
      another: post({ hashtags: ["basalt"], content: tagged("basalt") }),
      "not in the text": post({ hashtags: ["kiesel"] }),
    },
    facet: ({ essence: { hashtags } }) => hashtags,
  },
  threads: {
    values: { "below the first": below(own("1001")), "below the second": below(own("1002")) },
    facet: ({ post: { kind }, refs: { inReplyTo } }) => [kind, inReplyTo],
  },
  replies: {
    values: {
      none: post(),
      "to one": post({ inReplyTo: `${OTHER}1` }),
      "to another": post({ inReplyTo: `${OTHER}2` }),
    },
    facet: ({ post: { kind }, refs: { inReplyTo } }) => [kind, inReplyTo],
  },
  quotes: {
    values: {
      none: quoting(),
      "of one’s own": quoting(own("1001")),
      "of another’s": quoting(`${OTHER}1`),
      "of another": quoting(`${OTHER}2`),
    },
    facet: ({ refs: { quote } }) => quote,
  },
  boosts: {
    values: {
      none: boosting(),
      "of one’s own": boosting(own("1001")),
      "of another’s": boosting(`${OTHER}1`),
      "of another": boosting(`${OTHER}2`),
    },
    facet: ({ post: { kind }, refs: { boostOf } }) => [kind, boostOf],
  },
  edits: {
    values: {
      none: post(),
      one: post({ updated: "2024-05-03T10:00:00Z" }),
      later: post({ updated: "2024-05-04T10:00:00Z" }),
      "an earlier version": edited("Kiesel"),
      "another earlier version": edited("Basalt"),
      "a version of an earlier archive": {
        ...post({ updated: "2024-05-03T10:00:00Z" }),
        earlier: [create(note({ content: "Kiesel" }))],
      },
    },
    facet: ({ post: { updated, history } }) => [updated, history],
  },
  dates: {
    values: {
      one: post({ published: "2024-05-01T10:00:00Z" }),
      "a second later": post({ published: "2024-05-01T10:00:01Z" }),
      "a day later": post({ published: "2024-05-02T10:00:00Z" }),
      "of another zone": post({ published: "2024-05-01T11:00:00+02:00" }),
    },
    facet: ({ post: { published } }) => published,
  },
  languages: {
    values: { none: post({ lang: null }), English: post({ lang: "en" }), German: post({ lang: "de-AT" }) },
    facet: ({ post: { language } }) => language,
  },
  visibility: {
    values: {
      public: post({ visibility: "public" }),
      unlisted: post({ visibility: "unlisted" }),
      followers: post({ visibility: "followers" }),
      direct: post({ visibility: "direct" }),
      "direct to somebody": post({ visibility: "direct", mentions: [BOB] }),
    },
    facet: ({ essence: { visibility, mentions } }) => [visibility, mentions],
  },
  likes: {
    values: {
      none: post(),
      one: { ...post(), likes: [`${OTHER}1`] },
      another: { ...post(), likes: [`${OTHER}2`] },
    },
    facet: ({ collections: { likes } }) => likes,
  },
  bookmarks: {
    values: {
      none: post(),
      one: { ...post(), bookmarks: [`${OTHER}1`] },
      another: { ...post(), bookmarks: [`${OTHER}2`] },
    },
    facet: ({ collections: { bookmarks } }) => bookmarks,
  },
};
