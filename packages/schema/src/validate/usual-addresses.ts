import type { JsonObject } from "../json.js";
import { firstIdOf, idOf } from "../values/properties.js";

/** What is known of the archive's owner: the addresses that stand in nearly every item. */
export interface OwnAddresses {
  readonly id: string | null;
  /** The id once more, if it has the usual form of an address. */
  readonly usualId: string | null;
  /** The followers, if they have the usual form of an address. */
  readonly usualFollowers: string | null;
  /** Scheme and host of the id with the slash behind. */
  readonly origin: string | null;
}

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
// Of characters that no schema and no rule refuses.
const WEB_ADDRESS = /^https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/;

/** Whether a value is an address as servers write nearly all of them. */
export function isWebAddress(value: unknown): boolean {
  return typeof value === "string" && WEB_ADDRESS.test(value);
}

/** Reads from an actor what {@link OwnAddresses} says. */
export function ownAddresses(actor: JsonObject | null): OwnAddresses {
  const id = actor === null ? null : idOf(actor);
  const followers = firstIdOf(actor?.followers);
  return {
    id,
    usualId: isWebAddress(id) ? id : null,
    usualFollowers: isWebAddress(followers) ? followers : null,
    origin: id === null ? null : originOf(id),
  };
}

/** One address. */
export function isAddress(value: unknown, { usualId }: OwnAddresses): boolean {
  return (usualId !== null && value === usualId) || isWebAddress(value);
}

/** One address, or a list of them. */
export function areAddresses(value: unknown, own: OwnAddresses): boolean {
  if (!Array.isArray(value)) return isWebAddress(value);
  for (let at = 0; at < value.length; at += 1) {
    const each: unknown = value[at];
    const isKnown = each === PUBLIC || (own.usualFollowers !== null && each === own.usualFollowers);
    if (!isKnown && !isWebAddress(each)) return false;
  }
  return true;
}

/** An id, of the same server as whoever it belongs to. */
export function isId(value: unknown, { actor, attributedTo }: JsonObject, own: OwnAddresses): boolean {
  return isWebAddress(value) && isOfOrigin(value, actor, own) && isOfOrigin(value, attributedTo, own);
}

function isOfOrigin(id: unknown, owner: unknown, own: OwnAddresses): boolean {
  if (owner === undefined || owner === null) return true;
  if (typeof id !== "string" || typeof owner !== "string") return false;
  const origin = owner === own.id ? own.origin : originOf(owner);
  return origin !== null && id.startsWith(origin);
}

/** Scheme and host of a web address with the slash behind; `null` for an address without a path. */
function originOf(address: string): string | null {
  const end = address.indexOf("/", "https://".length);
  return end > 0 ? address.slice(0, end + 1) : null;
}
