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
  /** Addresses of the usual form on the same server. */
  readonly pattern: RegExp;
}

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
// Characters that no schema and no rule refuses, and octets.
const CHARACTERS = "[\\w.~:/?#@!$&'()*+,;=-]";
const USUAL = `${CHARACTERS}*(?:%[0-9A-Fa-f]{2}${CHARACTERS}*)*$`;
const WEB_ADDRESS = new RegExp(`^https?://[\\w.~-]${USUAL}`);
const NONE = /(?!)/;

/** Whether a value is an address as servers write nearly all of them. */
export function isWebAddress(value: unknown): boolean {
  return typeof value === "string" && WEB_ADDRESS.test(value);
}

/** Reads from an actor what {@link OwnAddresses} says. */
export function ownAddresses(actor: JsonObject | null): OwnAddresses {
  const id = actor === null ? null : idOf(actor);
  const followers = firstIdOf(actor?.followers);
  const usualId = isWebAddress(id) ? id : null;
  const origin = id === null ? null : originOf(id);
  return {
    id,
    usualId,
    usualFollowers: isWebAddress(followers) ? followers : null,
    origin,
    pattern: usualId === null || origin === null ? NONE : new RegExp(`^${literal(origin)}${USUAL}`),
  };
}

/** One address. */
export function isAddress(value: unknown, _node: JsonObject, { usualId }: OwnAddresses): boolean {
  return (usualId !== null && value === usualId) || isWebAddress(value);
}

/** One address, or a list of them. */
export function areAddresses(value: unknown, _node: JsonObject, own: OwnAddresses): boolean {
  if (!Array.isArray(value)) return isWebAddress(value);
  for (let at = 0; at < value.length; at += 1) {
    const each: unknown = value[at];
    const isKnown = each === PUBLIC || (own.usualFollowers !== null && each === own.usualFollowers);
    if (!isKnown && !isWebAddress(each)) return false;
  }
  return true;
}

/** An id, of the same server as whoever the object belongs to; if that is the archive's owner, one look tells both. */
export function isId(value: unknown, node: JsonObject, own: OwnAddresses): boolean {
  if (typeof value === "string" && own.pattern.test(value)) return true;
  return (
    isWebAddress(value) && isOfOrigin(value, node.actor, own) && isOfOrigin(value, node.attributedTo, own)
  );
}

/** Whom an object belongs to. Of another than the archive's owner it is asked here whether the id is of their server. */
export function isOwner(value: unknown, node: JsonObject, own: OwnAddresses): boolean {
  if (own.usualId !== null && value === own.usualId) return true;
  const { id } = node;
  return isWebAddress(value) && (id === undefined || id === null || isOfOrigin(id, value, own));
}

function isOfOrigin(id: unknown, owner: unknown, own: OwnAddresses): boolean {
  if (owner === undefined || owner === null) return true;
  if (typeof id !== "string" || typeof owner !== "string") return false;
  const origin = owner === own.id ? own.origin : originOf(owner);
  return origin !== null && id.startsWith(origin);
}

/** A text as a pattern that is met by itself alone. */
function literal(text: string): string {
  return text.replace(/[$()*+.?]/g, "\\$&");
}

/** Scheme and host of a web address with the slash behind; `null` for an address without a path. */
function originOf(address: string): string | null {
  const end = address.indexOf("/", "https://".length);
  return end > 0 ? address.slice(0, end + 1) : null;
}
