import type { Activity, JsonObject, RunOptions, Visibility } from "@archive/schema";
import { examineItem } from "../post/examine.js";
import { addressesOf, conversationsOf, namesOf, type PostFacts } from "../post/facts.js";
import { eventTurn } from "./event-turn.js";
import { type Filter, PUBLISHED_VISIBILITIES } from "./filter.js";
import type { FoundPost } from "./found-post.js";
import type { LeftOutReason, SelectOptions } from "./options.js";
import type { Origin } from "./origins.js";
import type { OwnPosts, WithheldTraces } from "./own-posts.js";
import type { DocumentRules } from "./redacted-document.js";
import type { Staging } from "./staging.js";
import type { DayClock } from "./time-zone.js";

/** What choosing starts from. */
export interface ChoosingParts {
  readonly origins: readonly Origin[];
  readonly options: SelectOptions;
  readonly filter: Filter;
  readonly clock: DayClock;
  readonly run: RunOptions;
}

/** What was chosen. */
export interface Chosen {
  readonly decided: OwnPosts;
  readonly staging: Staging;
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  readonly items: number;
}

/**
 * A millisecond's work: several turns for each piece of bytes that is inflated at once, so that the next is ready when
 * it is asked for. Many more would cost more than they bring.
 */
const ITEMS_PER_TURN = 24;

/**
 * Hands over the posts of all accounts, each with the account it is from. A callback,
 * because each further generator around the reader's costs as much as a post's facts.
 */
export async function eachPost(
  origins: readonly Origin[],
  run: RunOptions,
  take: (found: FoundPost) => void,
  takeOther?: (activity: Activity, actor: JsonObject | null) => void,
): Promise<void> {
  let items = 0;
  for (const origin of origins) {
    const actor = origin.actor?.value ?? null;
    for await (const item of origin.outbox(run)) {
      items += 1;
      if (eventTurn !== null && items % ITEMS_PER_TURN === 0) await eventTurn();
      const seen = examineItem(item, actor, run);
      if (seen === null) {
        takeOther?.(item.value, actor);
        continue;
      }
      const { identity, facts } = seen;
      take({ item, identity, facts, origin });
    }
  }
}

/** Every address that means a post. */
function addressesIn({ identity, facts }: FoundPost): readonly string[] {
  const addresses = addressesOf(facts.item);
  return addresses[0] === identity ? addresses : [identity, ...addresses];
}

/** Notes a post as selected, unless a copy of it is withheld. */
export function admit(decided: OwnPosts, found: FoundPost): void {
  decided.add(found.identity, addressesIn(found), true);
  const { item } = found.facts;
  if (item.kind === "boost" && item.objectId !== null) decided.addBoost(found.identity, item.objectId);
}

/**
 * Whether a post is withheld, by itself or as the copy of one that is. Copies without an id have nothing in common but
 * what else names them; a page's address may be that of something else, to which the post only links.
 */
export function isWithheldPost({ identity, facts }: FoundPost, decided: OwnPosts): boolean {
  if (decided.isWithheld(identity)) return true;
  return facts.id === null && namesOf(facts.item).some((name) => decided.isWithheld(name));
}

/** Whether it is the boost of a withheld post: what would be left of it says nothing but that there is one. */
export function boostsWithheld({ facts: { item } }: FoundPost, decided: OwnPosts): boolean {
  return item.kind === "boost" && item.objectId !== null && decided.refer(item.objectId).kind === "withheld";
}

/** Withholds a post, with all that would tell of it. */
export function withhold(decided: OwnPosts, found: FoundPost): void {
  decided.add(found.identity, addressesIn(found), false);
  decided.touch(tracesOf(found.facts));
}

function tracesOf({ item, parent }: PostFacts): WithheldTraces {
  return {
    answers: parent,
    boosts: item.kind === "boost" ? item.objectId : null,
    begins: parent === null ? conversationsOf(item) : [],
  };
}

/** What may be shown of an account's documents. */
export function documentRules(origin: Origin, decided: OwnPosts, options: SelectOptions): DocumentRules {
  const visibilities = new Set<Visibility>(options.visibility ?? PUBLISHED_VISIBILITIES);
  return {
    redact: decided.redact,
    derives: (conversation) => decided.derives(conversation),
    touched: (id) => decided.touched(id),
    visibilities,
    actor: origin.actor?.value ?? null,
    history: options.history === true,
  };
}

/** No post left out yet. */
export function emptyLeftOut(): Record<LeftOutReason, number> {
  return {
    visibility: 0,
    kind: 0,
    date: 0,
    tag: 0,
    language: 0,
    thread: 0,
    limit: 0,
    gone: 0,
    boostOfWithheld: 0,
    duplicate: 0,
  };
}
