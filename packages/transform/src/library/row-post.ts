import type { Post } from "../post/post.js";

const NONE: readonly never[] = [];
const NO_COUNTS: Post["counts"] = { likes: null, boosts: null, replies: null };

/**
 * The values of a post in a row, in this order. Names would be written and read again with each row, and a property that
 * may be absent costs more to look for than to read. `0` is an empty list, and counts that say nothing.
 */
export type OpenValues = readonly [
  key: Post["key"],
  id: Post["id"],
  url: Post["url"],
  account: Post["account"],
  type: Post["type"],
  audience: Post["audience"],
  kind: Post["kind"],
  published: Post["published"],
  updated: Post["updated"],
  goneSince: Post["goneSince"],
  history: Post["history"] | 0,
  language: Post["language"],
  direction: Post["direction"],
  title: Post["title"],
  contentWarning: Post["contentWarning"],
  sensitive: Post["sensitive"],
  attachments: Post["attachments"] | 0,
  poll: Post["poll"],
  event: Post["event"],
  counts: Post["counts"] | 0,
  tags: Post["tags"] | 0,
  inReplyTo: Post["inReplyTo"],
  quote: Post["quote"],
  boostOf: Post["boostOf"],
];

/** The content comes last: the rest of a post can be written before its text was made safe. */
export type RowValues = readonly [...OpenValues, content: Post["content"]];

/**
 * A post that was read from a row, which it keeps: what names the post by all that it says, or hands it on to another
 * thread, need not write it once more. The row is no property: a post that is made of this one has none.
 */
export class RowPost implements Post {
  readonly #row: string;
  readonly key: Post["key"];
  readonly id: Post["id"];
  readonly url: Post["url"];
  readonly account: Post["account"];
  readonly type: Post["type"];
  readonly audience: Post["audience"];
  readonly kind: Post["kind"];
  readonly published: Post["published"];
  readonly updated: Post["updated"];
  readonly goneSince: Post["goneSince"];
  readonly history: Post["history"];
  readonly language: Post["language"];
  readonly direction: Post["direction"];
  readonly title: Post["title"];
  readonly content: Post["content"];
  readonly contentWarning: Post["contentWarning"];
  readonly sensitive: Post["sensitive"];
  readonly attachments: Post["attachments"];
  readonly poll: Post["poll"];
  readonly event: Post["event"];
  readonly counts: Post["counts"];
  readonly tags: Post["tags"];
  readonly inReplyTo: Post["inReplyTo"];
  readonly quote: Post["quote"];
  readonly boostOf: Post["boostOf"];

  /** Of a row's JSON, which was written in this very run. */
  constructor(row: string) {
    const values: RowValues = JSON.parse(row);
    this.#row = row;
    // By number: taking a list apart into names would go by its iterator.
    this.key = values[0];
    this.id = values[1];
    this.url = values[2];
    this.account = values[3];
    this.type = values[4];
    this.audience = values[5];
    this.kind = values[6];
    this.published = values[7];
    this.updated = values[8];
    this.goneSince = values[9];
    this.history = values[10] || NONE;
    this.language = values[11];
    this.direction = values[12];
    this.title = values[13];
    this.contentWarning = values[14];
    this.sensitive = values[15];
    this.attachments = values[16] || NONE;
    this.poll = values[17];
    this.event = values[18];
    this.counts = values[19] || NO_COUNTS;
    this.tags = values[20] || NONE;
    this.inReplyTo = values[21];
    this.quote = values[22];
    this.boostOf = values[23];
    this.content = values[24];
  }

  /** The row that a post was read from; `null` for one that was made otherwise. */
  static rowOf(post: Post): string | null {
    return #row in post ? post.#row : null;
  }
}
