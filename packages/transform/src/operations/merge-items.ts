import {
  type Activity,
  type Actor,
  audienceOf,
  classifyItem,
  isJsonObject,
  type JsonObject,
  textOf,
  urlsOf,
  valuesOf,
} from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { shortHash } from "../ids/keys.js";
import { identityOf } from "../select/merge-sources.js";
import type { SourceItem } from "../source.js";

/**
 * What becomes of an item of one of several exports: it is `current`, `gone`, an `earlier` version of another one, or
 * the `same` as one that was met before.
 */
export type MergeState = "current" | "gone" | "earlier" | "same";

/** Decides on the items of a merged source, which come newest export first. Takes 32 bytes an item. */
export class MergeOrder {
  readonly #written = new IdIndex();
  readonly #versions = new IdIndex();

  /** `document` is the item as it is written: files of the same content have the same path there. */
  decide(item: SourceItem<Activity>, document: JsonObject): MergeState {
    const identity = identityOf(item);
    const isVersion = this.#versions.add(shortHash(`${identity}\n${substanceOf(document)}`), 1) === 0;
    const state = item.later?.state;
    if (state !== "superseded" && this.#written.add(identity, 1) === 0) {
      return state === "gone" ? "gone" : "current";
    }
    return isVersion ? "earlier" : "same";
  }
}

/** An item but for what changes without anybody changing it: who answered, liked and boosted. */
function substanceOf(value: JsonObject): string {
  const { object } = value;
  if (!isJsonObject(object)) return JSON.stringify(value);
  const { replies: _replies, likes: _likes, shares: _shares, ...rest } = object;
  return JSON.stringify({ ...value, object: rest });
}

const STATES: readonly MergeState[] = ["current", "gone", "earlier", "same"];

/** What was decided of each item, in the order in which they come; a byte an item. */
export class MergeLog {
  #states = new Uint8Array(1024);
  #size = 0;

  push(state: MergeState): void {
    if (this.#size === this.#states.length) {
      const grown = new Uint8Array(this.#size * 2);
      grown.set(this.#states);
      this.#states = grown;
    }
    this.#states[this.#size] = STATES.indexOf(state);
    this.#size += 1;
  }

  /** What was decided of the item at a place; `same`, so that nothing is written, where none was. */
  at(place: number): MergeState {
    return (place < this.#size ? STATES[this.#states[place] ?? 0] : undefined) ?? "same";
  }
}

/** Where the files of an export lie in the merged archive. */
export interface MergedPaths {
  /** The path of the file that an address means; `null`: none, or the address leads there as it is. */
  pathFor(url: string): string | null;
}

/**
 * An item as it is written: as it was, but for addresses of media that lie elsewhere now, and for a mark where the
 * exporter's layout alone said that it is narrower than its addressing. Without that, the merged archive would show it
 * to more people than the export did.
 */
export function mergedItem(
  { value, hint }: SourceItem<Activity>,
  actor: Actor | null,
  paths: MergedPaths,
): JsonObject {
  const moved = withPaths(value, paths);
  if (hint === undefined) return moved;
  const kind = classifyItem(value);
  if (kind.kind !== "post" && kind.kind !== "boost") return moved;
  const { activity, object } = kind;
  const plain = audienceOf({ activity, object, actor }).visibility;
  const { visibility } = audienceOf({ activity, object, actor, hint });
  if (plain === visibility) return moved;
  return visibility === "followers" ? { ...moved, localOnly: true } : { ...moved, directMessage: true };
}

/** The activity with its attachments' addresses put right; itself where nothing has to change. */
function withPaths(value: JsonObject, paths: MergedPaths): JsonObject {
  const { object } = value;
  const document = isJsonObject(object) ? object : value;
  const { attachment } = document;
  if (attachment === undefined || attachment === null) return value;
  let changed = false;
  const mend = (each: unknown): unknown => {
    const mended = withPath(each, paths);
    changed ||= mended !== each;
    return mended;
  };
  const mended = {
    ...document,
    attachment: Array.isArray(attachment) ? attachment.map(mend) : mend(attachment),
  };
  if (!changed) return value;
  return document === value ? mended : { ...value, object: mended };
}

/** A picture or file whose `url` leads to where it lies now. */
function withPath(document: unknown, paths: MergedPaths): unknown {
  if (!isJsonObject(document)) return document;
  const url = urlsOf(document.url)[0] ?? textOf(document.href);
  const path = url === undefined || url === null ? null : paths.pathFor(url);
  return path === null ? document : { ...document, url: path };
}

/** A profile whose pictures' addresses lead to where they lie now. */
export function withPictures(actor: JsonObject, paths: MergedPaths): JsonObject {
  const mended: { [key: string]: unknown } = { ...actor };
  for (const key of ["icon", "image"]) {
    const value = actor[key];
    if (value === undefined || value === null) continue;
    const pictures = valuesOf(value).map((picture) => withPicture(picture, paths));
    mended[key] = Array.isArray(value) ? pictures : pictures[0];
  }
  return mended;
}

function withPicture(picture: unknown, paths: MergedPaths): unknown {
  if (typeof picture !== "string") return relative(withPath(picture, paths));
  return paths.pathFor(picture)?.slice(1) ?? picture;
}

/** Mastodon names an actor's pictures without a slash. */
function relative(picture: unknown): unknown {
  if (typeof picture !== "object" || picture === null || !("url" in picture)) return picture;
  const { url } = picture;
  return typeof url === "string" && url.startsWith("/") ? { ...picture, url: url.slice(1) } : picture;
}
