import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  announce,
  create,
  document,
  exportFixtures,
  mastodonArchive,
  mediaPath,
  note,
  packZip,
  person,
  question,
  sampleArchive,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import {
  FEATURES,
  type Post,
  type SafeElement,
  type SafeTree,
  type Selection,
  type Target,
} from "@archive/transform";
import {
  activitystreamsTarget,
  type FediverseOptions,
  fep6fcdTarget,
  gotosocialTarget,
  mastodonTarget,
  misskeyTarget,
  pleromaTarget,
  sharkeyTarget,
} from "@archive/transform/fediverse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collect } from "./support/memory-source.js";
import { essence, filesOf, reopened, selecting, split } from "./support/round-trip.js";

type Essence = ReturnType<typeof essence>;

/** A target, and what its declared losses make of a post; `dialect` is what the reader takes its output for. */
interface Trip {
  readonly target: Target<FediverseOptions>;
  readonly dialect: string;
  /** What of a post is to come back, written by both sides. */
  readonly kept: (post: Essence, side: "before" | "after") => unknown;
}

const noCounts = { likes: null, boosts: null, replies: null };
const words = (text: string): string => text.replaceAll("\u200b", "").replace(/\s+/g, " ").trim();
/** Posts of other types become notes, their title the first paragraph. */
const asNote = (post: Essence): Essence => ({
  ...post,
  title: null,
  content: [...titleOf(post), ...(post.content ?? [])],
  text: words(post.title === null ? post.text : `${post.title} ${post.text}`),
  mentions: post.mentions.filter((tag) => tag.kind === "mention" && tag.url !== null),
  attachments: post.attachments.filter(
    ({ hasFile, remoteUrl, alt }) => hasFile || remoteUrl !== null || alt !== null,
  ),
});
const titleOf = ({ title }: Essence): SafeTree =>
  title === null ? [] : [element("p", [element("strong", [{ type: "text", value: title }])])];
const element = (name: "p" | "strong", children: SafeTree): SafeElement => ({
  type: "element",
  name,
  children,
});
const onServers = (post: Essence): Essence["attachments"] =>
  post.attachments.filter(({ remoteUrl }) => remoteUrl !== null);
/** What an importer of notes sees of a poll. */
const pollAsText = (post: Essence): Essence => ({
  ...post,
  kind: post.kind === "poll" ? "post" : post.kind,
  poll: null,
  content: null,
  text: words(
    post.poll === null
      ? post.text
      : `${post.text} ${post.poll.options.map(({ name, votes }) => `- ${name}${votes === null ? "" : `: ${votes}`}`).join(" ")}`,
  ),
});
/** Whether it answers anything depends on whether what it answers is there. */
const kindless = (post: Essence): Essence => ({
  ...post,
  kind: post.kind === "selfReply" || post.kind === "reply" ? "post" : post.kind,
});

const TRIPS: Readonly<Record<string, Trip>> = {
  activitystreams: { target: activitystreamsTarget, dialect: "mastodon", kept: (post) => post },
  "fep-6fcd": { target: fep6fcdTarget, dialect: "fep-6fcd", kept: (post) => post },
  mastodon: { target: mastodonTarget, dialect: "mastodon", kept: (post) => asNote(post) },
  sharkey: {
    target: sharkeyTarget,
    dialect: "mastodon",
    kept: (post, side) => ({
      ...kindless(side === "before" ? pollAsText(asNote(post)) : asNote(post)),
      content: null,
      counts: noCounts,
      sensitive: post.sensitive || post.contentWarning !== null,
      attachments: post.attachments.filter(({ hasFile }) => hasFile),
    }),
  },
  gotosocial: {
    target: gotosocialTarget,
    dialect: "mastodon",
    kept: (post, side) => ({
      ...kindless(side === "before" ? pollAsText(asNote(post)) : asNote(post)),
      content: null,
      counts: noCounts,
      attachments: post.attachments.filter(({ hasFile }) => hasFile),
    }),
  },
  pleroma: {
    target: pleromaTarget,
    dialect: "pleroma",
    kept: (post) => ({
      ...kindless(post),
      mentions: post.mentions.filter((tag) => tag.kind === "mention" && tag.url !== null),
      attachments: onServers(post),
    }),
  },
  misskey: {
    target: misskeyTarget,
    dialect: "misskey",
    kept: (post) => ({
      published: post.published,
      visibility: post.visibility,
      contentWarning: post.contentWarning,
      options: post.poll?.options.map(({ name }) => name) ?? null,
      // Lists and quotes lose their signs, mentions may gain their host.
      text: words(
        `${post.title ?? ""}\n${post.text}`.replace(/^[-\d.> ]+/gm, "").replace(/(@[\w-]+)@[\w.-]+/g, "$1"),
      ),
      files: onServers(post).map(({ alt, remoteUrl }) => [alt, remoteUrl]),
      isBoost: post.kind === "boost",
    }),
  },
};

function essences(posts: readonly Post[], selection: Selection, trip: Trip, side: "before" | "after") {
  const keys = new Set(posts.map(({ key }) => key));
  const all = posts.map((post) =>
    trip.kept(
      essence(post, selection, (key) => keys.has(key)),
      side,
    ),
  );
  // Posts of one moment are ordered by their ids, which a format may change.
  const sortable = all.map((each) => ({ json: JSON.stringify(each), each }));
  return sortable.toSorted((a, b) => (a.json < b.json ? -1 : 1)).map(({ each }) => each);
}

/** Archive → target → reader, and what came back beside what was to come back. */
async function roundTrip(trip: Trip, source: Parameters<typeof selecting>[0]) {
  const before = await selecting(source);
  const files = await filesOf(trip.target, before);
  const { taken, refused } = await split(trip.target, before);
  await using archive = await reopened(files, before.account?.handle ?? undefined);
  const after = await selecting(archive);
  for await (const media of after.media()) for await (const _ of media.bytes);
  const back = await collect(after.posts("oldest"));
  return {
    dialect: archive.info.dialect,
    files,
    refused,
    before: essences(taken, before, trip, "before"),
    after: essences(back, after, trip, "after"),
  };
}

describe.each(Object.entries(TRIPS))("%s", (name, trip) => {
  it("declares every feature", () => {
    expect(Object.keys(trip.target.support).toSorted()).toEqual([...FEATURES].toSorted());
    expect(trip.target.name).toBe(name);
  });

  it("the sample account comes back but for what is declared", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const { before, after, dialect } = await roundTrip(trip, archive);
    expect(dialect).toBe(trip.dialect);
    expect(after.length).toBeGreaterThan(100);
    expect(after).toEqual(before);
  });

  it("generated posts come back but for what is declared, and are never seen by more people", async () => {
    await fc.assert(
      fc.asyncProperty(activities, async (items) => {
        const files = mastodonArchive({ activities: items, media: MEDIA });
        await using archive = await openArchive(await packZip(files));
        const { before, after } = await roundTrip(trip, archive);
        expect(after).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it.each(Object.entries(exportFixtures()))(
    "an export of %s comes back but for what is declared",
    async (_, fixture) => {
      await using archive = await openArchive(await packZip(fixture.files), {
        account: "tess@social.example",
      });
      const { before, after } = await roundTrip(trip, archive);
      expect(after).toEqual(before);
    },
  );
});

const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (sign) => sign.charCodeAt(0),
);
const PATHS = ["1", "2", "3"].map((id) => mediaPath(id, `0123456789abcde${id}.png`));
const MEDIA = new Map(PATHS.map((path) => [path, PNG]));

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(
    "**not bold** _nor_ this",
    "<b>escaped</b> & $[x2 fn]",
    "@nobody and #none",
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
  mentions: fc.subarray([person("bob", "other.example"), person("ann", "social.example")]),
  attachment: fc.subarray([
    ...PATHS.map((path, at) => document(`/bucket/${path}`, { name: `Alt ${at}`, focalPoint: [0.5, -0.25] })),
    document("https://files.example/a.jpg", { mediaType: "image/jpeg", width: 40, height: 30 }),
    document(mediaPath("9", "0123456789abcdef.jpg"), {
      name: "of a file that was lost",
      mediaType: "image/jpeg",
    }),
  ]),
  reply: fc.constantFrom("none", "own", "other"),
  poll: fc.boolean(),
  boost: fc.integer({ min: 0, max: 9 }),
  updated: fc.option(fc.constant("2024-06-01T00:00:00Z"), { nil: undefined }),
});

const activities = fc.array(fields, { minLength: 1, maxLength: 8 }).map((posts) =>
  posts.map(({ reply, poll, boost, sensitive, updated, contentWarning, ...options }, at) => {
    const id = String(1000 + at);
    const published = `2024-05-01T10:${String(at).padStart(2, "0")}:00Z`;
    if (boost === 0) return announce("https://other.example/notes/9", { id, published });
    const inReplyTo =
      reply === "own" && at > 0
        ? statusUri(TESS, String(999 + at))
        : reply === "other"
          ? "https://other.example/notes/1"
          : null;
    const given = {
      ...options,
      ...(sensitive === undefined ? {} : { sensitive }),
      ...(updated === undefined ? {} : { updated }),
      ...(contentWarning === undefined ? {} : { contentWarning }),
      id,
      published,
      inReplyTo,
    };
    return create(
      poll
        ? question({
            ...given,
            options: [
              { name: "Yes", votes: 1 },
              { name: "No", votes: null },
            ],
            votersCount: 1,
          })
        : note(given),
    );
  }),
);

const corpora = fileURLToPath(new URL("../../../../shared/corpora/", import.meta.url));
const archives = [
  "02-outboxes/vidarh",
  "02-outboxes/lmorchard-fossilizer/mastodon-export.zip",
  "02-outboxes/lmorchard-fossilizer/mastodon-export.tar.gz",
  "04-exports/fep6fcd-wallet-export-ts/test/fixtures/tarball-samples/valid-export.tar",
];

describe.skipIf(!existsSync(corpora))("real exports in ../shared/corpora", () => {
  describe.each(archives)("%s", (path) => {
    it.each(Object.entries(TRIPS))("comes back from %s", async (_, trip) => {
      await using archive = await openArchive(corpora + path);
      const { before, after } = await roundTrip(trip, archive);
      expect(after).toEqual(before);
    });
  });
});
