import { diagnostic, firstIdOf, type JsonObject, urlsOf } from "@archive/schema";
import type { ExaminedPost } from "../post/examine.js";
import type { CoreFacts } from "../post/facts.js";
import { ACTIVITY, NameIndex, type NameKey, PAGE, POST } from "./name-index.js";
import type { ValidateOptions } from "./validate-options.js";

/** Where in a file something stands. */
interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly offset: number;
}

/** Servers told apart; what refers to further ones is counted together. */
const MOST_HOSTS = 20_000;

/**
 * What posts refer to: one another (twice the same id, threads with a hole) and posts of other servers. Ids are
 * kept as hashes; what may stand later in the file is settled at the end.
 */
export class ReferenceCheck {
  readonly #options: ValidateOptions;
  /** Made for the names that the first post shows. */
  #own: NameIndex | null = null;
  readonly #unsettled = new UnsettledReferences();
  readonly #hosts = new Map<string, number>();
  /** References of posts that are not public: where to is nobody's business. */
  #unnamed = 0;
  readonly #prefixes: readonly string[];
  /** What the addresses of the owner's pages begin with: on most servers that of the profile. */
  readonly #pages: string | null;
  readonly #host: string | null;

  constructor(actor: JsonObject | null, options: ValidateOptions) {
    this.#options = options;
    const ids = actor === null ? [] : [firstIdOf(actor), ...urlsOf(actor.url)].filter((id) => id !== null);
    this.#prefixes = ids.map((id) => (id.endsWith("/") ? id : `${id}/`));
    this.#pages = this.#prefixes.find((prefix) => prefix !== this.#prefixes[0]) ?? null;
    this.#host = hostOf(ids[0] ?? "");
  }

  see({ item, identity, facts }: ExaminedPost<CoreFacts>): void {
    this.#own ??= new NameIndex(identity, this.#pages);
    const { kind, activity } = facts.item;
    const url = kind === "post" ? facts.item.object?.url : null;
    // Most have one, which is noted with the post.
    if (typeof url === "object") for (const each of urlsOf(url)) this.#own.add(each, PAGE);
    const activityId = kind === "post" && activity !== null ? firstIdOf(activity.id) : null;
    const before = this.#own.addPost({
      post: identity,
      page: typeof url === "string" && url !== "" ? url : null,
      // An activity may carry its post's id.
      activity: activityId === identity ? null : activityId,
    });
    if (before.post === POST) this.#report("post/duplicate", item, item.pointer, facts.id);
    else if (before.activity === ACTIVITY) {
      this.#report("activity/duplicate-id", item, `${item.pointer}/id`, activityId);
    }
    const references = referencesOf(facts);
    if (references.length === 0) return;
    const shown = facts.audience.visibility === "public" || facts.audience.visibility === "unlisted";
    const named = shown || this.#options.showContent === true;
    for (const reference of references) this.#refer(reference, this.#own, item, named);
  }

  #report(
    code: "activity/duplicate-id" | "post/duplicate",
    { file, offset }: Place,
    pointer: string,
    id: string | null,
  ): void {
    this.#options.onDiagnostic?.(diagnostic(code, { file, pointer, offset, id }));
  }

  #refer(reference: string, names: NameIndex, item: Place, named: boolean): void {
    const host = hostOf(reference);
    // What is no web address is on no server: an OStatus `tag:`, or nothing that can be followed.
    if (host === null) return;
    if (host === this.#host) {
      const key = names.keyOf(reference);
      if (names.getKey(key) !== 0) return;
      const own = this.#prefixes.some((prefix) => reference.startsWith(prefix));
      this.#unsettled.add(key, item, own, named);
    } else this.#count(host, named, 1);
  }

  #count(host: string | null, named: boolean, times: number): void {
    if (!named || host === null || (this.#hosts.size >= MOST_HOSTS && !this.#hosts.has(host))) {
      this.#unnamed += times;
    } else this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + times);
  }

  /** Tells what could not be settled before all posts were seen, and sums up. */
  finish(): void {
    for (const { key, own, named, place } of this.#unsettled.all()) {
      if (this.#own !== null && this.#own.getKey(key) !== 0) continue;
      if (own) this.#options.onDiagnostic?.(diagnostic("reference/own-missing", place));
      else this.#count(this.#host, named, 1);
    }
    for (const [host, count] of [...this.#hosts].sort(([, a], [, b]) => b - a))
      this.#tell(`on ${host}`, count);
    if (this.#unnamed > 0) this.#tell("elsewhere", this.#unnamed);
  }

  #tell(where: string, count: number): void {
    const message = `${count} ${count === 1 ? "reply, boost or quote refers" : "replies, boosts and quotes refer"} to posts ${where}.`;
    this.#options.onDiagnostic?.(diagnostic("reference/remote", { message, actual: String(count) }));
  }
}

/** The ids of what a post answers, boosts or quotes, each once. */
function referencesOf({ item, parent }: CoreFacts): readonly string[] {
  if (item.kind === "boost") return item.objectId === null ? [] : [item.objectId];
  const references = parent === null ? [] : [parent];
  if (item.object === null) return references;
  // Each by its name: a property that is looked up in a loop takes several times as long, and few posts have one.
  const { quote, quoteUri, quoteUrl, _misskey_quote: misskeyQuote } = item.object;
  for (const each of [quote, quoteUri, quoteUrl, misskeyQuote]) {
    if (each === undefined || each === null) continue;
    const quoted = firstIdOf(each);
    if (quoted !== null && !references.includes(quoted)) references.push(quoted);
  }
  return references;
}

function hostOf(address: string): string | null {
  const found = /^https?:\/\/([^/?#]+)/i.exec(address)?.[1];
  return found === undefined ? null : found.toLowerCase();
}

interface Unsettled {
  readonly key: NameKey;
  readonly own: boolean;
  readonly named: boolean;
  readonly place: Place;
}

const OWN = 1;
const NAMED = 2;
/** The marks above it tell how the name is made. */
const MAKING = 4;
const STRIDE = 5;

/** References whose post may come yet, 40 bytes each: the hash, the item's number and byte, and two marks. */
class UnsettledReferences {
  #values = new Float64Array(STRIDE * 256);
  #size = 0;
  #file = "";
  #list = "";

  add({ high, low, making }: NameKey, item: Place, own: boolean, named: boolean): void {
    if ((this.#size + 1) * STRIDE > this.#values.length) {
      const grown = new Float64Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    const cut = item.pointer.lastIndexOf("/") + 1;
    this.#file = item.file;
    this.#list = item.pointer.slice(0, cut);
    const marks = (own ? OWN : 0) | (named ? NAMED : 0) | (making * MAKING);
    const at = this.#size * STRIDE;
    this.#values[at] = high;
    this.#values[at + 1] = low;
    this.#values[at + 2] = Number(item.pointer.slice(cut));
    this.#values[at + 3] = item.offset;
    this.#values[at + 4] = marks;
    this.#size += 1;
  }

  *all(): Generator<Unsettled> {
    for (let at = 0; at < this.#size * STRIDE; at += STRIDE) {
      const [high = 0, low = 0, index = 0, offset = 0, marks = 0] = this.#values.subarray(at, at + STRIDE);
      const place = { file: this.#file, pointer: `${this.#list}${index}`, offset };
      const key = { high, low, making: Math.floor(marks / MAKING) };
      yield { key, own: (marks & OWN) !== 0, named: (marks & NAMED) !== 0, place };
    }
  }
}
