import { type Actor, isJsonObject, textOf, type Visibility, valuesOf } from "@archive/schema";
import type { PostKind } from "../post/post.js";

/** Numbers of posts. */
export interface DiffCounts {
  readonly total: number;
  readonly byKind: Readonly<Record<PostKind, number>>;
  readonly byVisibility: Readonly<Record<Visibility, number>>;
}

/** A part of a profile that differs. */
export type FieldChange = "name" | "bio" | "fields" | "avatar" | "header" | "address" | "moved";

/** Counts posts by kind and visibility. */
export class Tally {
  #total = 0;
  readonly #byKind = new Map<PostKind, number>();
  readonly #byVisibility = new Map<Visibility, number>();

  add(kind: PostKind, visibility: Visibility): void {
    this.#total += 1;
    this.#byKind.set(kind, (this.#byKind.get(kind) ?? 0) + 1);
    this.#byVisibility.set(visibility, (this.#byVisibility.get(visibility) ?? 0) + 1);
  }

  counts(): DiffCounts {
    const of = (kind: PostKind): number => this.#byKind.get(kind) ?? 0;
    const seen = (visibility: Visibility): number => this.#byVisibility.get(visibility) ?? 0;
    return {
      total: this.#total,
      byKind: {
        post: of("post"),
        reply: of("reply"),
        selfReply: of("selfReply"),
        boost: of("boost"),
        poll: of("poll"),
      },
      byVisibility: {
        public: seen("public"),
        unlisted: seen("unlisted"),
        followers: seen("followers"),
        direct: seen("direct"),
        unknown: seen("unknown"),
      },
    };
  }
}

const READ: Readonly<Record<FieldChange, (actor: Actor) => unknown>> = {
  name: (actor) => textOf(actor.name),
  bio: (actor) => textOf(actor.summary),
  fields: (actor) =>
    valuesOf(actor.attachment).map((each) => (isJsonObject(each) ? [each.name, each.value] : null)),
  avatar: (actor) => pictureOf(actor.icon),
  header: (actor) => pictureOf(actor.image),
  address: (actor) => [actor.id, actor.preferredUsername],
  moved: (actor) => actor.movedTo ?? null,
};

/** Whether there is a picture: exports call it `avatar.jpg` whatever it shows. */
function pictureOf(value: unknown): boolean {
  return valuesOf(value).length > 0;
}

/** The parts of a profile in which two differ. */
export function profileChanges(older: Actor | null, newer: Actor | null): readonly FieldChange[] {
  if (older === null || newer === null) return [];
  const changes: FieldChange[] = [];
  for (const field of ["name", "bio", "fields", "avatar", "header", "address", "moved"] as const) {
    const read = READ[field];
    if (JSON.stringify(read(older)) !== JSON.stringify(read(newer))) changes.push(field);
  }
  return changes;
}
