import {
  type Actor,
  firstIdOf,
  hasType,
  idOf,
  isJsonObject,
  type JsonObject,
  textOf,
  type Visibility,
  valuesOf,
} from "@archive/schema";
import type { SafeTree } from "../content/safe-tree.js";
import { sanitise } from "../content/sanitise.js";
import { IdIndex } from "../ids/id-index.js";
import { findAttachments } from "../post/attachments.js";
import type { ExaminedPost } from "../post/examine.js";
import { toPoll } from "../post/poll.js";
import type { ArchiveSource } from "../source.js";
import type { AuditOptions, AuditReport } from "./audit-report.js";
import { emptyByVisibility } from "./by-visibility.js";
import { openAddressOf } from "./open-address.js";

/** Counts what posts have as they go by. */
export class AuditTally {
  posts = 0;
  readonly #source: ArchiveSource;
  readonly #host: string | null;
  readonly #self: string | null;
  readonly #options: AuditOptions;
  readonly #missingByYear = new Map<string, number>();
  readonly #emoji = new IdIndex();
  readonly #people = new IdIndex();
  readonly #visibility: Record<Visibility, number> = emptyByVisibility();
  readonly #counts = {
    attachments: 0,
    missing: 0,
    links: 0,
    linksToOwnPosts: 0,
    remoteMedia: 0,
    missingMedia: 0,
    polls: 0,
    pollsWithoutVotes: 0,
    boosts: 0,
    repliesToOthers: 0,
    quotes: 0,
  };

  constructor(source: ArchiveSource, actor: Actor | null, options: AuditOptions) {
    this.#source = source;
    this.#options = options;
    this.#self = idOf(actor);
    this.#host = hostOf(this.#self);
  }

  see(post: ExaminedPost, own: IdIndex): void {
    const { facts } = post;
    this.posts += 1;
    this.#visibility[facts.audience.visibility] += 1;
    if (facts.item.kind === "boost") {
      const boosted = firstIdOf(facts.item.activity.object);
      if (boosted === null || !own.has(boosted)) this.#counts.boosts += 1;
      return;
    }
    const { object, activity } = facts.item;
    if (object === null) return;
    if (facts.parent !== null && !own.has(facts.parent)) this.#counts.repliesToOthers += 1;
    this.#seeMedia(post, object);
    this.#seeLinks(post, object, own);
    this.#seePoll(object);
    for (const tag of valuesOf(object.tag)) {
      if (isJsonObject(tag) && hasType(tag, "Emoji")) this.#emoji.set(idOf(tag) ?? textOf(tag.name) ?? "", 1);
    }
    if (["quote", "quoteUrl", "quoteUri", "_misskey_quote"].some((key) => textOf(object[key]) !== null))
      this.#counts.quotes += 1;
    if (facts.audience.visibility === "direct" || facts.audience.visibility === "unknown")
      this.#seePeople([object, activity]);
  }

  report(): Omit<AuditReport, "privacy"> & {
    readonly privacy: Omit<AuditReport["privacy"], "collections" | "files">;
  } {
    const { attachments, missing, ...server } = this.#counts;
    const years = [...this.#missingByYear].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      posts: this.posts,
      altTexts: { attachments, missing, missingByYear: Object.fromEntries(years) },
      server: { host: this.#host, ...server, emoji: this.#emoji.size },
      privacy: { byVisibility: { ...this.#visibility }, peopleInDirectPosts: this.#people.size },
    };
  }

  #seeMedia(post: ExaminedPost, object: JsonObject): void {
    let [silent, remote] = [false, false];
    for (const found of findAttachments(object, this.#source)) {
      this.#counts.attachments += 1;
      if (textOf(found.document.name) === null && textOf(found.document.summary) === null) {
        silent = true;
        this.#counts.missing += 1;
        const year = yearOf(post);
        this.#missingByYear.set(year, (this.#missingByYear.get(year) ?? 0) + 1);
      }
      if (found.local) {
        if ((found.file?.size ?? 0) === 0) this.#counts.missingMedia += 1;
      } else if (found.url !== null) {
        remote = true;
        this.#counts.remoteMedia += 1;
      }
    }
    if (silent) this.#tell("alt-text-missing", post);
    if (remote) this.#tell("media-on-server", post);
  }

  #seeLinks(post: ExaminedPost, object: JsonObject, own: IdIndex): void {
    const html = textOf(object.content);
    if (html === null || this.#host === null || !html.includes(this.#host)) return;
    let links = 0;
    for (const href of linksIn(sanitise(html))) {
      if (hostOf(href) !== this.#host) continue;
      links += 1;
      if (own.has(href)) this.#counts.linksToOwnPosts += 1;
    }
    this.#counts.links += links;
    if (links > 0) this.#tell("link-to-server", post);
  }

  #seePoll(object: JsonObject): void {
    const poll = toPoll(object, (text) => text);
    if (poll === null) return;
    this.#counts.polls += 1;
    if (poll.options.every(({ votes }) => votes === null)) this.#counts.pollsWithoutVotes += 1;
  }

  #seePeople(documents: readonly (JsonObject | null)[]): void {
    for (const document of documents) {
      const mentions = valuesOf(document?.tag)
        .filter((tag) => isJsonObject(tag) && hasType(tag, "Mention"))
        .map((tag) => (isJsonObject(tag) ? tag.href : null));
      for (const each of [...valuesOf(document?.to), ...valuesOf(document?.cc), ...mentions]) {
        const id = firstIdOf(each);
        if (id !== null && id !== this.#self && !/(?:\/followers|#Public)$/.test(id)) this.#people.set(id, 1);
      }
    }
  }

  #tell(finding: "alt-text-missing" | "link-to-server" | "media-on-server", post: ExaminedPost): void {
    this.#options.onFinding?.({ finding, address: openAddressOf(post), year: yearOf(post) });
  }
}

function yearOf({ facts }: ExaminedPost): string {
  return facts.published?.iso.slice(0, 4) ?? "undated";
}

function* linksIn(tree: SafeTree): Generator<string> {
  for (const node of tree) {
    if (node.type === "link" && node.role === "plain") yield node.href;
    if (node.type === "element" || node.type === "link") yield* linksIn(node.children);
  }
}

function hostOf(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).host : null;
}
