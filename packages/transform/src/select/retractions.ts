import {
  type Activity,
  audienceOf,
  hasType,
  idOf,
  isJsonObject,
  type JsonObject,
  type Visibility,
  valuesOf,
} from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { addressesOf } from "../post/facts.js";
import { PUBLISHED_VISIBILITIES } from "./filter.js";
import type { FoundPost } from "./found-post.js";
import type { LeftOutReason, SelectOptions } from "./options.js";

const GONE = 1;
const HIDDEN = 2;

/**
 * What activities beside the posts take back: a `Delete` or `Undo` ends a post, an `Update` may be for fewer eyes. Both
 * can only narrow. Servers leave them out of their exports; archives of other makers have them.
 * Source: ActivityPub §6.3, §6.4 and §6.10.
 */
export class Retractions {
  readonly #index = new IdIndex();
  readonly #visibilities: ReadonlySet<Visibility>;
  readonly #takesGone: boolean;

  constructor(options: SelectOptions) {
    this.#visibilities = new Set(options.visibility ?? PUBLISHED_VISIBILITIES);
    this.#takesGone = options.gone === true;
  }

  /** Whether there were any. */
  get any(): boolean {
    return this.#index.size > 0;
  }

  /** Notes what an activity that makes no post says of posts. */
  note(activity: Activity, actor: JsonObject | null): void {
    if (hasType(activity, "Delete") || hasType(activity, "Undo")) {
      if (this.#takesGone) return;
      for (const object of valuesOf(activity.object)) this.#mark(idOf(object), GONE);
    } else if (hasType(activity, "Update")) {
      for (const object of valuesOf(activity.object)) {
        if (isJsonObject(object) && this.#hides(activity, object, actor)) this.#mark(idOf(object), HIDDEN);
      }
    }
  }

  #hides(activity: JsonObject, object: JsonObject, actor: JsonObject | null): boolean {
    const { visibility, basis } = audienceOf({ activity, object, actor });
    // An update that says nothing of its readers leaves them as they were.
    if (basis === "missing") return false;
    return !this.#visibilities.has(visibility === "unknown" ? "direct" : visibility);
  }

  #mark(id: string | null, bit: number): void {
    if (id !== null) this.#index.set(id, this.#index.get(id) | bit);
  }

  /** Why a post is left out by what was said of it besides; `null` when nothing was. */
  reasonFor({ facts }: FoundPost): LeftOutReason | null {
    if (!this.any) return null;
    let bits = 0;
    for (const address of addressesOf(facts.item)) bits |= this.#index.get(address);
    if (bits === 0) return null;
    return (bits & GONE) !== 0 ? "gone" : "visibility";
  }
}
