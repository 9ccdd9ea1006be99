import { diagnostic, type RunOptions } from "@archive/schema";
import { postKey } from "../ids/keys.js";
import type { Library } from "../library/library.js";
import { readPost, writePost } from "../library/post-row.js";
import { findAttachments } from "../post/attachments.js";
import { type BuiltPost, buildPost, completed, type PostSurroundings } from "../post/build-post.js";
import { kindOf } from "../post/facts.js";
import { sameVersion, sortRevisions, toRevision } from "../post/history.js";
import type { Post, Revision } from "../post/post.js";
import type { FoundPost } from "./found-post.js";
import type { SelectOptions } from "./options.js";
import type { Origin } from "./origins.js";
import type { OwnPosts } from "./own-posts.js";
import { type DocumentRules, redactActivity } from "./redacted-document.js";
import { type StagedPost, stagedPost } from "./staged-post.js";
import type { Staging } from "./staging.js";
import type { DayClock } from "./time-zone.js";

/** What staging a post needs. */
export interface StagerParts {
  readonly options: SelectOptions;
  readonly decided: OwnPosts;
  readonly staging: Staging;
  readonly clock: DayClock;
  readonly rules: (origin: Origin) => DocumentRules;
}

/** A post as it is built, and what the library and the counts need of it. */
export interface PostToStage extends BuiltPost {
  readonly staged: StagedPost;
}

/** Makes published posts of those that were chosen and hands them to the staging, one version of each. */
export class PostStager {
  readonly #parts: StagerParts;
  readonly #library: Library;
  readonly #around = new Map<Origin, PostSurroundings>();

  constructor(parts: StagerParts) {
    this.#parts = parts;
    this.#library = parts.options.library;
  }

  /** Makes a post as it may be shown, but for its content, and for the numbers that {@link stageBuilt} takes away. */
  build(found: FoundPost): PostToStage {
    const { origin, item, identity, facts } = found;
    const object = facts.item.kind === "boost" ? null : facts.item.object;
    const attachments = object === null ? [] : findAttachments(object, origin);
    const place = {
      key: postKey(identity),
      kind: kindOf(facts, this.#parts.decided.isShown),
      goneSince: item.later?.state === "gone" ? item.later.since : null,
      attachments,
    };
    const { post, text } = buildPost(place, facts, this.#aroundOf(origin));
    return { post, text, staged: stagedPost(post, found, attachments, this.#parts.clock) };
  }

  /** Without the numbers of answers and boosts, where withheld posts are among them. */
  #withoutTelling(post: Post): Post {
    const { likes, boosts, replies } = post.counts;
    if (boosts === null && replies === null) return post;
    const { answered, boosted } = this.#parts.decided.touched(post.id ?? "");
    if (!answered && !boosted) return post;
    return {
      ...post,
      counts: { likes, boosts: boosted ? null : boosts, replies: answered ? null : replies },
    };
  }

  /** Stages a post; `false` when another copy or version of it was staged, or is, in its place. */
  stage(found: FoundPost, run: RunOptions): boolean {
    const { options, decided, staging } = this.#parts;
    const { origin, item, identity } = found;
    const built = this.build(found);
    const { staged } = built;
    const post = this.#withoutTelling(completed(built, decided.redact));
    const first = decided.stage(identity);
    if (!first) {
      if (item.later === undefined) report(found, run);
      if (!this.#replaces(post, found)) return false;
      staging.forget(post.key);
    }
    this.#add(staged, writePost(first ? post : this.#withKnownHistory(post)), run);
    if (options.documents === true) {
      this.#library.putDocument(
        post.key,
        // As ActivityStreams: what an export of another shape holds would keep its own names for what is withheld.
        JSON.stringify(redactActivity({ ...item.value }, this.#parts.rules(origin))),
      );
    }
    return first;
  }

  /** Stages a post, the first copy of it, that was built before. */
  stageBuilt(id: string, staged: StagedPost, bytes: Uint8Array, run: RunOptions): void {
    this.#parts.decided.stage(id);
    if (!staged.tells) {
      this.#add(staged, bytes, run);
      return;
    }
    const whole = readPost({ bytes });
    const post = this.#withoutTelling(whole);
    this.#add(staged, post === whole ? bytes : writePost(post), run);
  }

  #add(staged: StagedPost, bytes: Uint8Array, run: RunOptions): void {
    const { staging, options } = this.#parts;
    staging.add(staged, bytes);
    if (options.media !== false) staging.addAttachments(staged, run);
  }

  /**
   * Adds an earlier version of a post, from an older export, to its history. The post itself must be staged: a merged
   * source gives the latest version first.
   */
  addVersion(found: FoundPost): void {
    const { object } = found.facts.item;
    const row = this.#library.get(postKey(found.identity));
    if (row === null || object === null || found.facts.item.kind === "boost") return;
    const { staging, decided } = this.#parts;
    const revision = toRevision(object, decided.redact);
    const post = staging.read(row);
    if (sameVersion(revision, post)) return;
    staging.replace(row, { ...post, history: merged(post, [...post.history, revision]) });
  }

  #aroundOf(origin: Origin): PostSurroundings {
    let around = this.#around.get(origin);
    if (around === undefined) {
      const { decided, options } = this.#parts;
      around = {
        refer: (id) => decided.refer(id),
        redact: decided.redact,
        mediaKey: origin.mediaKey,
        account: origin.account,
        history: options.history === true,
      };
      this.#around.set(origin, around);
    }
    return around;
  }

  /** Whether a further copy takes the place of the staged one: the newer holds, of equally old ones always the same. */
  #replaces(post: Post, { item }: FoundPost): boolean {
    const row = this.#library.get(post.key);
    if (row === null) return true;
    if (item.later?.state === "superseded") return false;
    const { history: _, ...staged } = this.#parts.staging.read(row);
    const { history: __, ...now } = post;
    const [before, after] = [staged.updated ?? staged.published ?? "", now.updated ?? now.published ?? ""];
    return before === after ? JSON.stringify(staged) < JSON.stringify(now) : before < after;
  }

  #withKnownHistory(post: Post): Post {
    if (this.#parts.options.history !== true) return post;
    const row = this.#library.get(post.key);
    if (row === null) return post;
    const staged = this.#parts.staging.read(row);
    return { ...post, history: merged(post, [...staged.history, ...post.history]) };
  }
}

/** The versions but the one that is shown, each text once. */
function merged(post: Post, revisions: readonly Revision[]): readonly Revision[] {
  const earlier: Revision[] = [];
  for (const revision of sortRevisions(revisions)) {
    if (!sameVersion(revision, post) && !earlier.some((each) => sameVersion(each, revision)))
      earlier.push(revision);
  }
  return earlier;
}

function report({ item, facts }: FoundPost, run: RunOptions): void {
  run.onDiagnostic?.(
    diagnostic("post/duplicate", {
      file: item.file,
      pointer: item.pointer,
      offset: item.offset,
      id: facts.id,
    }),
  );
}
