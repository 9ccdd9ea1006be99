import {
  type Activity,
  audienceOf,
  classifyItem,
  hasType,
  idOf,
  isJsonObject,
  type JsonObject,
  narrower,
  type RunOptions,
  VISIBILITIES,
  valuesOf,
} from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { addressesOf } from "../post/facts.js";
import type { SourceItem } from "../source.js";
import type { Origin } from "./origins.js";

const GONE = 8;
/** Below it, the visibility a post was narrowed to: its place among all, from 1. */
const VISIBILITY = 7;

/**
 * What activities beside the posts take back: a `Delete` or `Undo` ends a post, an `Update` may be for fewer eyes. Both
 * can only narrow. Servers leave them out of their exports; archives of other makers have them.
 * Source: ActivityPub §6.3, §6.4 and §6.10.
 */
export class Retractions {
  readonly #index = new IdIndex();

  /** Whether there were any. */
  get any(): boolean {
    return this.#index.size > 0;
  }

  /** Notes what an activity that makes no post says of posts. */
  note(activity: Activity, actor: JsonObject | null): void {
    const ends = hasType(activity, "Delete") || hasType(activity, "Undo");
    if (!ends && !hasType(activity, "Update")) return;
    for (const object of valuesOf(activity.object)) {
      const id = idOf(object);
      if (id === null) continue;
      if (ends) this.#mark(id, GONE);
      else if (isJsonObject(object)) this.#narrow(id, { activity, object, actor });
    }
  }

  #narrow(id: string, said: Parameters<typeof audienceOf>[0]): void {
    const { visibility, basis } = audienceOf(said);
    // An update that says nothing of its readers leaves them as they were.
    if (basis === "missing") return;
    const held = this.#index.get(id) & VISIBILITY;
    const place = VISIBILITIES.indexOf(visibility) + 1;
    if (place > held && place > 1) this.#mark(id, place, held);
  }

  /** Sets bits beside an id, in place of others. */
  #mark(id: string, bits: number, instead = 0): void {
    this.#index.set(id, (this.#index.get(id) & ~instead) | bits);
  }

  /** The same accounts, with what was taken back told by their items. */
  heededBy(origins: readonly Origin[]): readonly Origin[] {
    const heed = this.#heed.bind(this);
    return origins.map((origin) => ({
      ...origin,
      async *outbox(run?: RunOptions) {
        // By this very export the post is gone.
        const since = origin.source.info.exportedAt ?? "";
        for await (const item of origin.outbox(run)) yield heed(item, since);
      },
    }));
  }

  #heed(item: SourceItem<Activity>, since: string): SourceItem<Activity> {
    const kind = classifyItem(item.value);
    if (kind.kind !== "post" && kind.kind !== "boost") return item;
    let isGone = false;
    let { hint } = item;
    for (const address of addressesOf(kind)) {
      const bits = this.#index.get(address);
      if ((bits & GONE) !== 0) isGone = true;
      const narrowed = VISIBILITIES[(bits & VISIBILITY) - 1];
      if (narrowed !== undefined) hint = hint === undefined ? narrowed : narrower(hint, narrowed);
    }
    if (!isGone && hint === item.hint) return item;
    return {
      ...item,
      ...(hint !== undefined && { hint }),
      ...(isGone && item.later === undefined && { later: { state: "gone", since } as const }),
    };
  }
}
