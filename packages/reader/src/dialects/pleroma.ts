import { isJsonObject, type JsonObject, textOf, valuesOf } from "@archive/schema";
import { outboxContents } from "./contents.js";
import { contextNames } from "./context-names.js";
import type { Dialect, Recognition } from "./dialect.js";
import type { Look } from "./look.js";
import { type Probes, probesOf } from "./probes.js";

/** Names of Pleroma's and Akkoma's context documents: `https://HOST/schemas/litepub-0.1.jsonld`. */
const LITEPUB = "litepub";
const ACTIVITY = /\/activities\/[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const OBJECT = /\/objects\/[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** What speaks for a backup of either: the context its actor names, its marks, and the make of its addresses. */
function confidenceOf({ actor, envelope, items }: Probes): number {
  const activities = items.filter(isJsonObject);
  const objects = activities.map(({ object }) => object).filter(isJsonObject);
  let score = 0;
  if (contextNames(actor, LITEPUB)) score += 0.7;
  else if (contextNames(envelope.get("@context"), LITEPUB)) score += 0.4;
  if (activities.some(({ id }) => ACTIVITY.test(textOf(id) ?? ""))) score += 0.3;
  if (objects.some(({ id }) => OBJECT.test(textOf(id) ?? ""))) score += 0.2;
  if (activities.some((each) => "directMessage" in each || "listMessage" in each)) score += 0.3;
  if (objects.some((each) => "formerRepresentations" in each || hasBoth(each))) score += 0.1;
  if (envelope.get("id") === "outbox.json" && score > 0) score += 0.1;
  return Math.min(1, score);
}

/** Pleroma's posts have an `actor` as well as `attributedTo`, and one `context` under two names. */
function hasBoth(post: JsonObject): boolean {
  return textOf(post.context) !== null && post.context === post.conversation && "actor" in post;
}

/**
 * Whether a backup is Akkoma's rather than Pleroma's. Both are laid out alike, so that traits are weighed: Akkoma
 * exports neither followers nor following, took out chats and uploading by clients, which Pleroma names in every
 * actor, and took up Misskey's markup. Where nothing tells, it is Pleroma's.
 */
function isAkkoma(look: Look, { root, actor, items }: Probes): boolean {
  if (look.at(`${root}followers.json`) !== null || look.at(`${root}following.json`) !== null) return false;
  let weight = 0;
  if (actor !== null) {
    const { capabilities, endpoints } = actor;
    if (isJsonObject(capabilities)) weight += "acceptsChatMessages" in capabilities ? -2 : 2;
    if (isJsonObject(endpoints) && "uploadMedia" in endpoints) weight -= 1;
    if ("backgroundUrl" in actor) weight += 2;
  }
  const objects = items
    .filter(isJsonObject)
    .map(({ object }) => object)
    .filter(isJsonObject);
  if (objects.some((each) => "quoteUri" in each && !("quoteUrl" in each))) weight += 1;
  if (objects.some(({ source }) => isJsonObject(source) && source.mediaType === "text/x.misskeymarkdown")) {
    weight += 2;
  }
  const attachments = objects.flatMap(({ attachment }) => valuesOf(attachment)).filter(isJsonObject);
  if (attachments.some(({ url }) => Array.isArray(url))) weight += 1;
  return weight > 0;
}

async function recognise(look: Look, wanted: boolean): Promise<Recognition | null> {
  const found = await look.outbox();
  if (found === null) return null;
  const probes = probesOf(look, found);
  const confidence = confidenceOf(probes);
  if (confidence < 0.3) return null;
  if (isAkkoma(look, probes) !== wanted) return null;
  const followers = look.at(`${probes.root}followers.json`) ?? look.at(`${probes.root}following.json`);
  const era = wanted || look.isBare ? null : followers === null ? "<2.7" : "2.7+";
  return { confidence, era, open: async () => outboxContents(found) };
}

/** Account backups of Pleroma. No media are ever in them: attachments lie on the server. */
export const pleroma: Dialect = {
  name: "pleroma",
  eras: ["<2.7", "2.7+"],
  recognise: (look) => recognise(look, false),
};

/** Account backups of Akkoma: Pleroma's, without followers and following. */
export const akkoma: Dialect = {
  name: "akkoma",
  eras: [],
  recognise: (look) => recognise(look, true),
};
