import { hasType, isJsonObject, type JsonObject } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { Probes } from "./probes.js";

/** Spans of Mastodon versions whose exports are laid out alike, oldest first. */
export const MASTODON_ERAS: readonly string[] = [
  "2.3-2.4",
  "2.5-2.7",
  "2.8-3.0",
  "3.1-4.1",
  "4.2",
  "4.3-4.4",
  "4.5",
  "4.6+",
];

type Span = readonly [first: string, last: string];

/**
 * The era of a Mastodon export. Each trait leaves a span of eras open; what they have in common is the era, or
 * `null` when that is more than one era or none.
 * Source: Mastodon's `BackupService` and its ActivityPub serializers, release by release.
 */
export function mastodonEra(entries: readonly Entry[], probes: Probes): string | null {
  let open: readonly string[] = MASTODON_ERAS;
  for (const span of spansOf(entries, probes)) open = open.filter((era) => within(era, span));
  // How it is packed comes last: people pack archives anew.
  const packed = open.filter((era) => within(era, packedSpan(probes)));
  if (packed.length > 0) open = packed;
  return open.length === 1 ? (open[0] ?? null) : null;
}

function within(era: string, [first, last]: Span): boolean {
  const at = MASTODON_ERAS.indexOf(era);
  return at >= MASTODON_ERAS.indexOf(first) && at <= MASTODON_ERAS.indexOf(last);
}

function since(first: string): Span {
  return [first, "4.6+"];
}

function until(last: string): Span {
  return ["2.3-2.4", last];
}

function packedSpan({ container }: Probes): Span {
  if (container === "zip") return since("4.2");
  if (container === "tar.gz" || container === "tar") return until("3.1-4.1");
  return since("2.3-2.4");
}

function* spansOf(entries: readonly Entry[], { actor, envelope, items, root }: Probes): Iterable<Span> {
  const key = `${root}key.pem`;
  if (entries.some(({ path }) => path === key)) yield until("2.3-2.4");
  if (envelope.get("id") === "outbox.json") yield since("2.5-2.7");
  if (actor !== null) yield* actorSpans(actor);
  for (const item of items) {
    if (!isJsonObject(item)) continue;
    if ("@context" in item) yield ["2.8-3.0", "3.1-4.1"];
    if ("signature" in item) yield ["3.1-4.1", "3.1-4.1"];
    if (isJsonObject(item.object) && hasType(item, "Create")) yield* postSpans(item.object);
  }
}

function* actorSpans(actor: JsonObject): Iterable<Span> {
  // Only an export names its collections as files; an actor fetched from the network shows nothing.
  if (actor.outbox === "outbox.json") {
    yield actor.likes === undefined ? until("2.3-2.4") : since("2.5-2.7");
    yield actor.bookmarks === undefined ? until("2.8-3.0") : since("3.1-4.1");
  }
  if ("devices" in actor) yield ["3.1-4.1", "4.2"];
  if ("memorial" in actor || "indexable" in actor) yield since("4.2");
  if ("attributionDomains" in actor) yield since("4.3-4.4");
  if (["webfinger", "showFeatured", "showMedia", "featuredCollections"].some((key) => key in actor)) {
    yield since("4.6+");
  } else if ("memorial" in actor) {
    yield until("4.5");
  }
}

function* postSpans(post: JsonObject): Iterable<Span> {
  yield "replies" in post ? since("2.8-3.0") : until("2.5-2.7");
  yield "likes" in post && "shares" in post ? since("4.3-4.4") : until("4.2");
  yield "interactionPolicy" in post ? since("4.5") : until("4.3-4.4");
}
