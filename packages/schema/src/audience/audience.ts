import { isJsonObject, type JsonObject } from "../json.js";
import { firstIdOf } from "../values/properties.js";
import { narrower, type Visibility } from "./visibility.js";

/** A post's visibility and what it rests on. */
export interface Audience {
  readonly visibility: Visibility;
  /**
   * `addressing`: the activity's or object's own `to` and `cc`. `narrowed-by-object`: activity and inlined
   * object disagree and the narrower holds. `hint`: a mark beside the addressing narrowed it. `missing`: no
   * addressing at all. `unknown`: the exporter is known to say nothing or to lie.
   */
  readonly basis: "addressing" | "narrowed-by-object" | "hint" | "missing" | "unknown";
}

/** What {@link audienceOf} looks at. */
export interface AudienceInput {
  /** The activity around the object, if there is one. */
  readonly activity: JsonObject | null;
  /** The inlined object, if there is one. */
  readonly object: JsonObject | null;
  /** The archive's actor, if known: its `followers` is what "followers" means. */
  readonly actor: JsonObject | null;
  /** What the exporter's layout says besides; it can only narrow. */
  readonly hint?: Visibility | undefined;
}

/** The three spellings of the Public collection: ActivityPub §5.6. Compared whole, never as a substring. */
function isPublic(address: unknown): boolean {
  return (
    address === "https://www.w3.org/ns/activitystreams#Public" ||
    address === "as:Public" ||
    address === "Public"
  );
}

/**
 * **The one function that decides who may see a post.** Everything in the toolkit that counts, selects or
 * shows posts by visibility asks it, and nothing else reads addressing.
 *
 * | addressing | visibility |
 * |---|---|
 * | Public in `to` | public |
 * | Public in `cc` | unlisted |
 * | the actor's followers in `to` or `cc` | followers |
 * | anything else, also nobody | direct |
 *
 * Where activity and inlined object disagree the narrower holds; where one of them has no addressing, the
 * other's. `audience`, `bto` and `bcc` never widen, hints only narrow, and what can't be understood is direct.
 * Source: ActivityPub §5.6 and §6; Mastodon's `Status::Visibility`; litepub `directMessage`; Misskey
 * `_misskey_localOnly` and the `localOnly` of several forks.
 *
 * @example
 * ```ts
 * import { audienceOf } from "@archive/schema";
 * const activity = { type: "Create", to: ["https://a.example/bob"], cc: [] };
 * audienceOf({ activity, object: null, actor: null }).visibility; // "direct"
 * ```
 */
export function audienceOf(input: AudienceInput): Audience {
  const { activity, object, actor, hint } = input;
  const followers = followersOf(activity, object, actor);
  const outer = activity === null ? null : addressed(activity, followers);
  const inner = object === null ? null : addressed(object, followers);
  const stated = outer !== null && inner !== null ? narrower(outer, inner) : (outer ?? inner);
  const base: Audience =
    stated === null
      ? { visibility: "direct", basis: "missing" }
      : {
          visibility: stated,
          basis: outer !== null && stated !== outer ? "narrowed-by-object" : "addressing",
        };
  return narrowByHint(narrowByHint(narrowByHint(base, hint), markOf(activity)), markOf(object));
}

/** What one document's own addressing says; `null` when it has none. */
function addressed(document: JsonObject, followers: string | null): Visibility | null {
  const { to, cc } = document;
  if (!isGiven(to) && !isGiven(cc) && !isGiven(document.bto) && !isGiven(document.bcc)) {
    if (!isGiven(document.audience)) return null;
  }
  if (holdsPublic(to)) return "public";
  if (holdsPublic(cc)) return "unlisted";
  return followers !== null && (holds(to, followers) || holds(cc, followers)) ? "followers" : "direct";
}

function holdsPublic(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isPublic) : isPublic(value);
}

function holds(value: unknown, address: string): boolean {
  return Array.isArray(value) ? value.includes(address) : value === address;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/**
 * The address that means "my followers": the actor's own `followers`, else exactly the acting actor's id
 * with `/followers`. A pattern would take somebody else's followers for one's own.
 */
function followersOf(
  activity: JsonObject | null,
  object: JsonObject | null,
  actor: JsonObject | null,
): string | null {
  const own = firstIdOf(actor?.followers);
  if (own !== null) return own;
  const acting =
    firstIdOf(activity?.actor) ?? firstIdOf(activity === null ? object?.attributedTo : undefined);
  return acting === null ? null : `${acting}/followers`;
}

/** The narrowest mark beside the addressing that says a post is narrower than it looks. */
function markOf(document: JsonObject | null): Visibility | undefined {
  if (!isJsonObject(document)) return undefined;
  if (document.directMessage === true) return "direct";
  const local =
    document.localOnly === true || document.local_only === true || document._misskey_localOnly === true;
  return local ? "followers" : undefined;
}

function narrowByHint(base: Audience, hint: Visibility | undefined): Audience {
  if (hint === undefined) return base;
  const visibility = narrower(base.visibility, hint);
  if (visibility !== base.visibility) {
    return { visibility, basis: visibility === "unknown" ? "unknown" : "hint" };
  }
  // Nothing was said and nothing could be: the export, not the author, is silent.
  return hint === "unknown" && base.basis === "missing" ? { visibility: "unknown", basis: "unknown" } : base;
}
