import { idOf, type RunOptions, type Visibility } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { type ExaminedPost, examine } from "../post/examine.js";
import { kindOf } from "../post/facts.js";
import type { PostKind } from "../post/post.js";
import type { ArchiveSource, SourceCollection } from "../source.js";
import { type DiffCounts, type FieldChange, profileChanges, Tally } from "./diff-counts.js";
import { openAddressOf } from "./open-address.js";
import { versionOf } from "./post-version.js";

/** What two exports of one account differ in. */
export interface DiffReport {
  readonly older: DiffSide;
  readonly newer: DiffSide;
  /** Whether both are of the same account; `null` where one does not say whose it is. */
  readonly sameAccount: boolean | null;
  /** Parts of the profile that differ. */
  readonly profile: readonly FieldChange[];
  readonly posts: {
    readonly unchanged: number;
    readonly added: DiffCounts;
    readonly edited: DiffCounts;
    readonly gone: DiffCounts;
  };
  /** Members by collection; of one that only one of the two has, `null`: nothing can be told. */
  readonly collections: Readonly<
    Partial<Record<SourceCollection, { readonly added: number; readonly gone: number } | null>>
  >;
  /** Files by their name inside the archive. */
  readonly media: { readonly added: number; readonly gone: number };
}

/** One of the two. */
export interface DiffSide {
  readonly id: string | null;
  readonly exportedAt: string | null;
  readonly posts: number;
}

/** A post that differs. */
export interface PostChange {
  readonly change: "added" | "edited" | "gone";
  readonly kind: PostKind;
  readonly visibility: Visibility;
  /** Its page, else its id; `null` of one that is not public or unlisted, or has neither. */
  readonly address: string | null;
  /** UTC, ISO 8601. */
  readonly published: string | null;
}

/** How to compare. */
export interface DiffOptions extends RunOptions {
  /** Hears of each post that differs: first those of the newer export, then those that are gone. */
  readonly onChange?: ((change: PostChange) => void) | undefined;
}

const [SAME, EDITED, ADDED] = [1, 2, 3] as const;

/**
 * Compares two exports of one account: which posts were added, edited, or are gone.
 *
 * An edit is what a reader sees: text, warning, pictures and their descriptions, options of a poll, visibility. That
 * a server writes the same post otherwise than before is none. Takes 32 bytes a post.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * import { diff } from "@archive/transform";
 *
 * await using older = await openArchive("2024.zip");
 * await using newer = await openArchive("2025.zip");
 * const { posts } = await diff(older, newer);
 * process.stdout.write(`${posts.added.total} new, ${posts.gone.total} gone\n`);
 * ```
 */
export async function diff(
  older: ArchiveSource,
  newer: ArchiveSource,
  options: DiffOptions = {},
): Promise<DiffReport> {
  const silent: RunOptions = { signal: options.signal, onProgress: options.onProgress };
  const [oldActor, newActor] = [await older.actor(options), await newer.actor(options)];
  const versions = new IdIndex();
  const before = new IdIndex();
  let [oldPosts, newPosts] = [0, 0];
  for await (const post of examine(older, oldActor, options)) {
    before.set(post.identity, SAME);
    versions.set(versionKey(post), SAME);
    oldPosts += 1;
  }
  const state = new IdIndex();
  for await (const post of examine(newer, newActor, options)) {
    newPosts += 1;
    const is = !before.has(post.identity) ? ADDED : versions.has(versionKey(post)) ? SAME : EDITED;
    // Of a post that stands twice in the newer export, one that is unchanged says that it was not edited.
    if (is !== EDITED || state.get(post.identity) !== SAME) state.set(post.identity, is);
  }

  const tallies = { added: new Tally(), edited: new Tally(), gone: new Tally() };
  const tell = (change: PostChange["change"], post: ExaminedPost, own: IdIndex): void => {
    const { facts } = post;
    const kind = kindOf(facts, (id) => own.has(id));
    const { visibility } = facts.audience;
    tallies[change].add(kind, visibility);
    options.onChange?.({
      ...{ change, kind, visibility, address: openAddressOf(post) },
      published: facts.published?.iso ?? null,
    });
  };
  const told = new IdIndex();
  let unchanged = 0;
  for await (const post of examine(newer, newActor, silent)) {
    if (told.add(post.identity, SAME) !== 0) continue;
    const is = state.get(post.identity);
    if (is === SAME) unchanged += 1;
    else tell(is === ADDED ? "added" : "edited", post, state);
  }
  for await (const post of examine(older, oldActor, silent)) {
    if (state.has(post.identity) || told.add(post.identity, SAME) !== 0) continue;
    tell("gone", post, before);
  }
  const [oldId, newId] = [idOf(oldActor?.value), idOf(newActor?.value)];
  return {
    older: { id: oldId, exportedAt: older.info.exportedAt, posts: oldPosts },
    newer: { id: newId, exportedAt: newer.info.exportedAt, posts: newPosts },
    sameAccount: oldId === null || newId === null ? null : oldId === newId,
    profile: profileChanges(oldActor?.value ?? null, newActor?.value ?? null),
    posts: {
      unchanged,
      added: tallies.added.counts(),
      edited: tallies.edited.counts(),
      gone: tallies.gone.counts(),
    },
    collections: await collectionChanges(older, newer, silent),
    media: await differing(names(older.media(silent)), names(newer.media(silent))),
  };
}

function versionKey(post: ExaminedPost): string {
  return `${post.identity}\n${versionOf(post)}`;
}

async function collectionChanges(
  older: ArchiveSource,
  newer: ArchiveSource,
  run: RunOptions,
): Promise<DiffReport["collections"]> {
  const changes: Partial<Record<SourceCollection, { added: number; gone: number } | null>> = {};
  for (const name of new Set([...older.has, ...newer.has])) {
    const both = older.has.has(name) && newer.has.has(name);
    changes[name] = both
      ? await differing(ids(older.collection(name, run)), ids(newer.collection(name, run)))
      : null;
  }
  return changes;
}

async function* ids(members: ReturnType<ArchiveSource["collection"]>): AsyncGenerator<string> {
  // A list is one thing, each account in it another.
  for await (const { value, raw } of members) {
    const member: unknown = "member" in value ? value.member : null;
    yield typeof member === "string" ? `${value.id}\n${member}` : (value.id ?? JSON.stringify(raw));
  }
}

async function* names(files: ReturnType<ArchiveSource["media"]>): AsyncGenerator<string> {
  // Exports of several years lie in folders of their own, and name the same file by other paths.
  for await (const { path } of files) {
    const at = path.lastIndexOf("media_attachments/");
    yield at === -1 ? path.slice(path.lastIndexOf("/") + 1) : path.slice(at);
  }
}

async function differing(
  older: AsyncIterable<string>,
  newer: AsyncIterable<string>,
): Promise<{ added: number; gone: number }> {
  const index = new IdIndex();
  for await (const name of older) index.set(name, 1);
  let [added, shared] = [0, 0];
  const size = index.size;
  for await (const name of newer) {
    const known = index.add(name, 3);
    if (known === 0) added += 1;
    else if (known === 1) {
      index.set(name, 2);
      shared += 1;
    }
  }
  return { added, gone: size - shared };
}
