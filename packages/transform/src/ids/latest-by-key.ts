import type { PostKey } from "../post/post.js";

/** A power of two. More would be kept for so long that it is moved to where only a full collection finds it. */
const PLACES = 128;

/**
 * What was made or read of posts lately, by their keys: some of the last hundred, of which most things asked for are.
 *
 * A plain list with a place for each, and no `Map`: the tables that a map leaves behind as it changes keep all they held
 * alive until a full collection, which made reading posts half as fast again. A key is a hash, so its first characters
 * are as good a place as any; whatever has the same place takes it.
 */
export class LatestByKey<T extends { readonly key: PostKey }> {
  readonly #places = new Array<T | null>(PLACES).fill(null);

  get(key: PostKey): T | null {
    const held = this.#places[placeOf(key)] ?? null;
    return held?.key === key ? held : null;
  }

  set(value: T): void {
    this.#places[placeOf(value.key)] = value;
  }

  /** For what is no longer so. */
  delete(key: PostKey): void {
    if (this.get(key) !== null) this.#places[placeOf(key)] = null;
  }
}

function placeOf(key: PostKey): number {
  let place = 0;
  for (let at = 0; at < 4; at += 1) place = (Math.imul(place, 31) + key.charCodeAt(at)) | 0;
  return place & (PLACES - 1);
}
