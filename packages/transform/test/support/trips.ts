import type { Post, SafeElement, SafeTree, Selection, Target } from "@archive/transform";
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
import { collect } from "./memory-source.js";
import { essence, filesOf, reopened, selecting, split } from "./round-trip.js";

type Essence = ReturnType<typeof essence>;

/** A target, and what its declared losses make of a post; `dialect` is what the reader takes its output for. */
export interface Trip {
  readonly target: Target<FediverseOptions>;
  readonly dialect: string;
  /** What of a post is to come back, written by both sides. */
  readonly kept: (post: Essence, side: "before" | "after") => unknown;
}

const LONGEST = 3000;
const noCounts = { likes: null, boosts: null, replies: null };
const words = (text: string): string =>
  text
    .replaceAll(/\u200b|\p{Cc}/gu, (sign) => (/\s/.test(sign) ? sign : ""))
    .replace(/\s+/g, " ")
    .trim();
/** A poll without an option is none. */
const kindOf = ({ kind, poll }: Essence): Essence["kind"] =>
  kind === "poll" && poll === null ? "post" : kind;
/** Posts of other types become notes, their title the first paragraph. */
const asNote = (post: Essence): Essence => ({
  ...post,
  kind: kindOf(post),
  title: null,
  // A post without a page has its own address there.
  url: post.url ?? (/^https?:/.test(post.id ?? "") ? post.id : null),
  event: null,
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

/** The formats that are both written and read. */
export const TRIPS: Readonly<Record<string, Trip>> = {
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
      ...kindless({ ...post, kind: kindOf(post) }),
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
      // The reader takes a very long text as it is written: Misskey's parser would need minutes for it.
      text:
        post.text.length > LONGEST
          ? null
          : words(
              `${post.title ?? ""}\n${post.text}`
                .replace(/^[-\d.> ]+/gm, "")
                .replace(/(@[\w-]+)@[\w.-]+/g, "$1"),
            ),
      files: onServers(post).map(({ alt, remoteUrl }) => [alt, remoteUrl]),
      isBoost: post.kind === "boost",
    }),
  },
};

/** The formats of other servers. */
export const FEDIVERSE_TARGETS: readonly Target<FediverseOptions>[] = Object.values(TRIPS).map(
  ({ target }) => target,
);

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
export async function roundTrip(trip: Trip, source: Parameters<typeof selecting>[0]) {
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
