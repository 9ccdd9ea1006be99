import type { DiagnosticDetails, Timestamp, Visibility } from "@archive/schema";
import { tieOf } from "../ids/keys.js";
import { tagSlug } from "../ids/tag-slug.js";
import type { LibraryRow, LibraryTag } from "../library/library.js";
import { attachmentKey, type FoundAttachment } from "../post/attachments.js";
import { featuresOf } from "../post/features.js";
import type { MediaKey, PostKind, PostWithoutContent } from "../post/post.js";
import type { SourceMedia } from "../source.js";
import type { FoundPost } from "./found-post.js";
import type { DayClock } from "./time-zone.js";

/** A post as it goes into the library, but for its bytes. Plain data: it can be kept as JSON in between. */
export interface StagedPost {
  readonly row: Omit<LibraryRow, "bytes">;
  readonly counted: Counted;
  /** The account it is of. */
  readonly account: number;
  readonly files: readonly FileNote[];
  /** Whether it tells how often it was answered or boosted: withheld posts may be among those. */
  readonly tells: boolean;
  /** Where it was read; for what is to be reported of its files. */
  readonly place: DiagnosticDetails;
}

/** What is counted of a post. */
export interface Counted {
  readonly kind: PostKind;
  readonly visibility: Visibility;
  readonly published: string | null;
  readonly day: string | null;
  readonly features: number;
}

/** A file that a post refers to. */
export interface FileNote {
  /** `null` for one on a server: nothing is fetched. */
  readonly key: MediaKey | null;
  /** `null` when the archive does not hold it. */
  readonly file: SourceMedia | null;
}

/** What the library and the counts need of a post. */
export function stagedPost(
  post: PostWithoutContent,
  { item, facts, identity, origin }: FoundPost,
  attachments: readonly FoundAttachment[],
  clock: DayClock,
): StagedPost {
  const { published } = facts;
  const day = dayOf(published, clock);
  const parent = post.inReplyTo?.kind === "own" ? post.inReplyTo.key : null;
  return {
    row: {
      key: post.key,
      epoch: published?.epoch ?? null,
      tie: tieOf(identity, post.key),
      day,
      parent: parent === post.key ? null : parent,
      kind: post.kind,
      tags: tagsOf(post),
      attachments: post.attachments.length > 0,
    },
    counted: countedOf(post, day),
    account: origin.account,
    files: attachments.length === 0 ? NO_FILES : filesOf(attachments, origin.mediaKey),
    tells: post.counts.boosts !== null || post.counts.replies !== null,
    place: { file: item.file, pointer: item.pointer, offset: item.offset, id: facts.id },
  };
}

function dayOf(published: Timestamp | null, clock: DayClock): string | null {
  if (published === null) return null;
  // What is written in UTC says its day.
  return clock.timeZone === "UTC" ? published.iso.slice(0, 10) : clock.dayOf(published.epoch);
}

/** What is counted of a post; the day is that of its row. */
export function countedOf(post: PostWithoutContent, day: string | null): Counted {
  return {
    kind: post.kind,
    visibility: post.audience.visibility,
    published: post.published,
    day,
    features: featuresOf(post),
  };
}

const NO_FILES: readonly FileNote[] = [];

function filesOf(
  attachments: readonly FoundAttachment[],
  keyOf: (path: string) => MediaKey,
): readonly FileNote[] {
  return attachments.flatMap((each) => {
    const key = attachmentKey(each, keyOf);
    const extras = each.extras.map(({ path, file }) => ({ key: keyOf(path), file: sized(file) }));
    return key === null && each.url === null ? extras : [{ key, file: sized(each.file) }, ...extras];
  });
}

/** The two properties alone: what else a source knows of its file is its own. */
function sized(file: SourceMedia | null): SourceMedia | null {
  return file === null ? null : { path: file.path, size: file.size };
}

/** The hashtags of a post, each once, in its first spelling. */
function tagsOf({ tags }: PostWithoutContent): readonly LibraryTag[] {
  if (tags.length === 0) return NO_TAGS;
  const found = new Map<string, string>();
  for (const tag of tags) {
    if (tag.kind !== "hashtag") continue;
    const slug = tagSlug(tag.name);
    if (slug !== null && !found.has(slug)) found.set(slug, tag.name);
  }
  return found.size === 0 ? NO_TAGS : [...found].map(([slug, name]) => ({ slug, name }));
}

const NO_TAGS: readonly LibraryTag[] = [];
