import type {
  Account,
  Attachment,
  MediaState,
  Post,
  PostKind,
  PublishedPost,
  Selection,
  ThreadNode,
} from "@archive/transform";

/** What a made-up selection holds; everything left out has a plain default. */
export interface MadeSelection {
  readonly posts: readonly Post[];
  readonly account?: Partial<Account> | null;
  readonly media?: Readonly<Record<string, MediaState>>;
  readonly timeZone?: string;
  /** Further people beside the account. */
  readonly others?: readonly Partial<Account>[];
  readonly collections?: Readonly<Record<string, readonly string[]>>;
}

const ACCOUNT: Account = {
  id: "https://social.example/users/tess",
  handle: "@tess@social.example",
  name: "Tess",
  type: "Person",
  url: "https://social.example/@tess",
  host: "social.example",
  bio: null,
  fields: [],
  avatar: null,
  header: null,
  joinedAt: null,
  movedTo: null,
  indexable: true,
};

let made = 0;

/** A post that says nothing but what it is given. */
export function post(given: Partial<Post> = {}): Post {
  made += 1;
  return {
    key: `key${String(made).padStart(13, "0")}`,
    id: null,
    url: null,
    audience: { visibility: "public", basis: "addressing" },
    account: 0,
    type: "Note",
    kind: "post",
    published: "2024-05-01T10:00:00Z",
    updated: null,
    language: "en",
    direction: "ltr",
    title: null,
    content: [{ type: "element", name: "p", children: [{ type: "text", value: `Post ${made}` }] }],
    contentWarning: null,
    sensitive: false,
    attachments: [],
    poll: null,
    tags: [],
    inReplyTo: null,
    quote: null,
    boostOf: null,
    goneSince: null,
    history: [],
    event: null,
    counts: { likes: null, boosts: null, replies: null },
    ...given,
  };
}

/** An attachment that is nothing but what it is given. */
export function attachment(given: Partial<Attachment> = {}): Attachment {
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
    duration: null,
    poster: null,
    captions: [],
    ...given,
  };
}

/** Any hashtag as letters and digits that no file system minds. */
function slugFor(name: string): string {
  const folded = name.toLowerCase();
  return /^[a-z0-9]{1,40}$/.test(folded)
    ? folded
    : `x-${[...folded].map((character) => character.codePointAt(0)?.toString(36)).join("-")}`.slice(0, 80);
}

/**
 * A selection without an archive behind it: it says whatever a test wants, also what no sanitiser would let
 * through. The cast mints the mark that only `select()` gives, which is what makes such a test possible.
 */
export function selectionOf({
  posts,
  account = {},
  media = {},
  timeZone = "UTC",
  others = [],
  collections = {},
}: MadeSelection): Selection {
  const oldest = [...posts].sort((a, b) => ((a.published ?? "9") < (b.published ?? "9") ? -1 : 1));
  const byKey = new Map(oldest.map((each) => [each.key, each as PublishedPost]));
  const dayOf = ({ published }: Post) => published?.slice(0, 10) ?? null;
  const monthOf = (each: Post) => dayOf(each)?.slice(0, 7) ?? null;
  const written = oldest.filter(({ kind }) => kind !== "boost");
  const counts = new Map<string | null, { posts: number; replies: number; boosts: number }>();
  const days = new Map<string, number>();
  const byKind: Record<PostKind, number> = { post: 0, reply: 0, selfReply: 0, poll: 0, boost: 0 };
  for (const each of oldest) {
    byKind[each.kind] += 1;
    const count = counts.get(monthOf(each)) ?? { posts: 0, replies: 0, boosts: 0 };
    count[each.kind === "boost" ? "boosts" : "posts"] += 1;
    counts.set(monthOf(each), count);
    const day = dayOf(each);
    if (day !== null && each.kind !== "boost") days.set(day, (days.get(day) ?? 0) + 1);
  }
  const parentOf = ({ inReplyTo }: Post) =>
    inReplyTo?.kind === "own" && byKey.has(inReplyTo.key) ? inReplyTo.key : null;
  const children = new Map<string, Post[]>();
  for (const each of oldest) {
    const parent = parentOf(each);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), each]);
  }
  const rootOf = (key: string): string => {
    const parent = parentOf(byKey.get(key) ?? post());
    return parent === null ? key : rootOf(parent);
  };
  const trees = new Map<string, { root: ThreadNode; size: number }>();
  const dates = oldest.flatMap(({ published }) => published ?? []);

  const tagsOf = (each: Post) =>
    each.kind === "boost"
      ? []
      : [...new Set(each.tags.flatMap((tag) => (tag.kind === "hashtag" ? [slugFor(tag.name)] : [])))];
  const tags = new Map<string, { slug: string; name: string; posts: number }>();
  for (const each of oldest) {
    for (const slug of tagsOf(each)) {
      const name =
        each.tags.find((tag) => tag.kind === "hashtag" && slugFor(tag.name) === slug)?.name ?? slug;
      tags.set(slug, { slug, name, posts: (tags.get(slug)?.posts ?? 0) + 1 });
    }
  }
  const first = account === null ? [] : [{ ...ACCOUNT, ...account }];

  return {
    account: first[0] ?? null,
    accounts: [...first, ...others.map((other) => ({ ...ACCOUNT, ...other }))],
    tags: () => [...tags.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    slugOf: (name) => (tags.has(slugFor(name)) ? slugFor(name) : null),
    as2: () => null,
    actorDocument: () => null,
    collection(name) {
      const ids = collections[name];
      if (ids === undefined) return null;
      return (async function* () {
        for (const id of ids) yield { id };
      })();
    },
    counts: {
      total: posts.length,
      byKind,
      byVisibility: { public: posts.length, unlisted: 0, followers: 0, direct: 0, unknown: 0 },
      byFeature: {},
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
    },
    timeZone,
    origin: { dialect: "mastodon", exportedAt: "2025-01-02T03:04:05Z" },
    months: () => [...counts].map(([month, count]) => ({ month, ...count })),
    days: () => days,
    async *posts(order, range = {}) {
      const all = order === "oldest" ? oldest : oldest.toReversed();
      const { month, tag, attachments, kinds } = range;
      const wanted = all.filter(
        (each) =>
          (month === undefined || monthOf(each) === month) &&
          (tag === undefined || tagsOf(each).includes(tag)) &&
          (attachments === undefined || each.attachments.length > 0) &&
          (kinds === undefined || kinds.includes(each.kind)),
      );
      for (const each of wanted.slice(0, range.limit)) yield each as PublishedPost;
    },
    post: (key) => byKey.get(key) ?? null,
    address(key) {
      const found = byKey.get(key);
      return found === undefined ? null : { day: dayOf(found), short: key };
    },
    threadRoot: rootOf,
    thread(key) {
      const root = rootOf(key);
      const known = trees.get(root);
      if (known !== undefined) return known;
      interface Open {
        readonly key: string;
        readonly replies: Open[];
      }
      const node: Open = { key: root, replies: [] };
      const open = [node];
      let size = 0;
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        size += 1;
        for (const child of children.get(next.key) ?? []) {
          const reply: Open = { key: child.key, replies: [] };
          next.replies.push(reply);
          open.push(reply);
        }
      }
      const tree = { root: node, size };
      trees.set(root, tree);
      return tree;
    },
    neighbours(key) {
      const at = written.findIndex((each) => each.key === key);
      return { earlier: written[at - 1]?.key ?? null, later: written[at + 1]?.key ?? null };
    },
    async *media() {
      for (const [key, state] of Object.entries(media)) {
        if (state.state !== "present") continue;
        const bytes = (async function* () {
          yield new Uint8Array(state.bytes);
        })();
        yield { key, name: state.name, mediaType: state.mediaType, bytes };
        for (const { name, mediaType } of state.variants) {
          const copy = (async function* () {
            yield new Uint8Array(1);
          })();
          yield { key, name, mediaType, bytes: copy };
        }
      }
    },
    mediaState: (key) => media[key] ?? { state: "missing" },
  };
}

/** A picture that was copied. */
export function picture(name: string): Extract<MediaState, { state: "present" }> {
  return {
    state: "present",
    name,
    mediaType: "image/webp",
    bytes: 12,
    width: 3,
    height: 2,
    variants: [],
    blurhash: null,
  };
}
