import { hasType, isJsonObject, languageTag, timestampOf, type Visibility, valuesOf } from "@archive/schema";
import { sameTag } from "../ids/tag-slug.js";
import { kindOf, type PostFacts } from "../post/facts.js";
import type { LaterState } from "../source.js";
import type { LeftOutReason, SelectOptions } from "./options.js";
import type { DayClock } from "./time-zone.js";

/**
 * Visibilities that are selected unless others are asked for: what anybody could read anyway.
 *
 * @example
 * ```ts
 * import { PUBLISHED_VISIBILITIES } from "@archive/transform";
 * PUBLISHED_VISIBILITIES.length; // 2
 * ```
 */
export const PUBLISHED_VISIBILITIES: readonly Visibility[] = ["public", "unlisted"];

/** Tells why a post is not selected by what it is itself; `null` when nothing speaks against it. */
export type Filter = (
  facts: PostFacts,
  isOwn: (id: string) => boolean,
  later?: LaterState,
) => LeftOutReason | null;

/** Makes the filter of a selection. Throws `RangeError` for options that mean nothing. */
export function makeFilter(options: SelectOptions, clock: DayClock): Filter {
  const visibility = new Set(options.visibility ?? PUBLISHED_VISIBILITIES);
  const kinds = options.kinds === undefined ? null : new Set(options.kinds);
  const since = options.since === undefined ? null : boundary("since", options.since, clock, false);
  const until = options.until === undefined ? null : boundary("until", options.until, clock, true);
  const tag = options.tag === undefined ? null : sameTag(options.tag);
  const language = options.language === undefined ? null : languageOption(options.language);

  return (facts, isOwn, later) => {
    // `unknown` is treated as direct: asking for direct posts takes it along.
    const seen = facts.audience.visibility === "unknown" ? "direct" : facts.audience.visibility;
    if (!visibility.has(seen)) return "visibility";
    if (later?.state === "gone" && options.gone !== true) return "gone";
    if (kinds !== null && !kinds.has(kindOf(facts, isOwn))) return "kind";
    const epoch = facts.published?.epoch ?? null;
    if (since !== null && (epoch === null || epoch < since)) return "date";
    if (until !== null && (epoch === null || epoch >= until)) return "date";
    if (language !== null && !matches(facts.language, language)) return "language";
    if (tag !== null && !hashtagsOf(facts).includes(tag)) return "tag";
    return null;
  };
}

/** Whether the filter's answer rests on which ids are the author's own, so that all must be known before. */
export function needsOwnIds(options: SelectOptions): boolean {
  const { kinds } = options;
  return kinds !== undefined && kinds.includes("reply") !== kinds.includes("selfReply");
}

function boundary(name: string, value: string, clock: DayClock, end: boolean): number {
  const time = timestampOf(value);
  if (time === null) throw new RangeError(`${name} is no date: ${value}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value.trim())) return time.epoch;
  return clock.startOf(end ? clock.dayOf(clock.startOf(value.trim()) + 36 * 3_600_000) : value.trim());
}

function languageOption(value: string): string {
  const tag = languageTag(value);
  if (tag === null) throw new RangeError(`language is no BCP-47 tag: ${value}`);
  return tag;
}

function matches(language: string | null, wanted: string): boolean {
  return language === wanted || (language?.startsWith(`${wanted}-`) ?? false);
}

function hashtagsOf(facts: PostFacts): string[] {
  return valuesOf(facts.item.kind === "boost" ? null : facts.item.object?.tag)
    .filter(isJsonObject)
    .filter((tag) => hasType(tag, "Hashtag") && typeof tag.name === "string")
    .map((tag) => sameTag(String(tag.name)));
}
