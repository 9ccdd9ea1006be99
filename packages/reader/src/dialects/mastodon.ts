import { isJsonObject } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import { outboxContents } from "./contents.js";
import { contextNames as names } from "./context-names.js";
import type { Dialect } from "./dialect.js";
import { MASTODON_ERAS, mastodonEra } from "./mastodon-era.js";
import { type Probes, probesOf } from "./probes.js";

/** What speaks for a Mastodon export, and how much. Negative: what others write that it never does. */
function confidenceOf(entries: readonly Entry[], probes: Probes): number {
  const { actor, envelope, items } = probes;
  const objects = items.filter(isJsonObject);
  const posts = objects.map((item) => item.object).filter(isJsonObject);
  let score = 0;
  if (envelope.get("id") === "outbox.json") score += 0.3;
  if (actor?.outbox === "outbox.json") score += 0.4;
  if (
    names(actor, "http://joinmastodon.org/ns#") ||
    names(envelope.get("@context"), "http://joinmastodon.org/ns#")
  )
    score += 0.2;
  if (posts.some((post) => "atomUri" in post || "inReplyToAtomUri" in post)) score += 0.3;
  if (objects.some((item) => isStatusActivity(item.id))) score += 0.2;
  if (entries.some(({ path }) => path.includes("media_attachments/files/"))) score += 0.3;
  if (names(actor, "litepub") || names(envelope.get("@context"), "litepub")) score -= 1;
  if (objects.some((item) => "directMessage" in item)) score -= 1;
  return Math.max(0, Math.min(1, score));
}

function isStatusActivity(id: unknown): boolean {
  return typeof id === "string" && /\/statuses\/\d+\/activity$/.test(id);
}

/** Exports of Mastodon, and of the forks that share its exporter: glitch-soc, Hometown, Fedibird, kmyblue. */
export const mastodon: Dialect = {
  name: "mastodon",
  eras: MASTODON_ERAS,
  async recognise(look) {
    const found = await look.outbox();
    if (found === null) return null;
    const { entries } = found.places;
    const probes = probesOf(look, found);
    const confidence = confidenceOf(entries, probes);
    const era = confidence < 0.3 ? null : mastodonEra(entries, probes);
    return { confidence, era, open: async () => outboxContents(found) };
  },
};
