import type {
  Account,
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
    ...given,
  };
}

/**
 * A selection without an archive behind it: it says whatever a test wants, also what no sanitiser would let
 * through. The cast mints the mark that only `select()` gives, which is what makes such a test possible.
 */
export function selectionOf({ posts, account = {}, media = {}, timeZone = "UTC" }: MadeSelection): Selection {
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
  const trees = new Map<string, { root: ThreadNode; size: number }>();
  const dates = oldest.flatMap(({ published }) => published ?? []);

  return {
    account: account === null ? null : { ...ACCOUNT, ...account },
    counts: {
      total: posts.length,
      byKind,
      byVisibility: { public: posts.length, unlisted: 0, followers: 0, direct: 0, unknown: 0 },
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
    },
    timeZone,
    origin: { dialect: "mastodon", exportedAt: "2025-01-02T03:04:05Z" },
    months: () => [...counts].map(([month, count]) => ({ month, ...count })),
    days: () => days,
    async *posts(order, range = {}) {
      const all = order === "oldest" ? oldest : oldest.toReversed();
      const wanted = all.filter((each) => range.month === undefined || monthOf(each) === range.month);
      for (const each of wanted.slice(0, range.limit)) yield each as PublishedPost;
    },
    post: (key) => byKey.get(key) ?? null,
    address(key) {
      const found = byKey.get(key);
      return found === undefined ? null : { day: dayOf(found), short: key };
    },
    thread(key) {
      let root = key;
      for (
        let up = parentOf(byKey.get(root) ?? post());
        up !== null;
        up = parentOf(byKey.get(root) ?? post())
      )
        root = up;
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
      }
    },
    mediaState: (key) => media[key] ?? { state: "missing" },
  };
}

/** A picture that was copied. */
export function picture(name: string): MediaState {
  return { state: "present", name, mediaType: "image/webp", bytes: 12, width: 3, height: 2 };
}
