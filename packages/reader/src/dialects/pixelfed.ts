import { isJsonObject, textOf, urlsOf, valuesOf } from "@archive/schema";
import type { CollectionName } from "../item.js";
import { type ActorDocument, readActor } from "./actor-document.js";
import { PUBLIC } from "./as2.js";
import { collectionParts } from "./collection-parts.js";
import { outboxContents } from "./contents.js";
import { contextNames } from "./context-names.js";
import type { Contents, Dialect, Recognition } from "./dialect.js";
import type { FoundOutbox, Look } from "./look.js";
import { probesOf } from "./probes.js";
import { folderOf, nameOf } from "./roles.js";
import { accountActor, isStatus, statusActivity } from "./status.js";

const ERAS: readonly string[] = ["<=0.12.0", "0.12.1+"];
/** What the newer export is called; browsers add a number to a second download. */
const STATUSES = /^pixelfed-statuses.*\.json$/i;
const ACCOUNT = "account.json";
const POST = /\/p\/[^/]+\/\d+$/;
const DATA = ["data"];

/** Exports of Pixelfed: loose files without media. The older and the newer kind have nothing in common. */
export const pixelfed: Dialect = {
  name: "pixelfed",
  eras: ERAS,
  interest(path) {
    if (STATUSES.test(nameOf(path))) return "outbox";
    return nameOf(path) === ACCOUNT ? "document" : "none";
  },
  async recognise(look) {
    // A collection is none of Pixelfed's.
    if ((await look.outbox())?.probe.ordered === true) return null;
    const [older, newer] = [await recogniseOlder(look), await recogniseNewer(look)];
    if (older === null || newer === null) return older ?? newer;
    return newer.confidence >= older.confidence ? newer : older;
  },
};

/**
 * Up to 0.12.0: a list of Notes, each with a context of its own. Their marks are written the same into every
 * post, whoever may see it, so that none is believed.
 */
async function recogniseOlder(look: Look): Promise<Recognition | null> {
  const entry = look.main(/^outbox\.json$/);
  if (entry === null) return null;
  const probe = await look.head(entry, DATA);
  const items = (probe.lists.get("") ?? probe.lists.get("data") ?? []).filter(isJsonObject);
  if (items.length === 0 || probe.envelope.has("type")) return null;
  // Activities, and notes as they are federated, are somebody else's.
  if (items.some((each) => "object" in each || "capabilities" in each)) return null;
  const isBare = items.every(
    (each) => valuesOf(each.inReplyTo).length === 0 && valuesOf(each.tag).length === 0 && isToAll(each.to),
  );
  const has = (key: string): boolean => items.every((each) => key in each);
  let score = isBare && has("tag") && has("inReplyTo") ? 0.2 : 0;
  if (has("@context")) score += 0.15;
  if (has("atomUri")) score += 0.15;
  if (items.some((each) => contextNames(each["@context"], "pixelfed"))) score += 0.3;
  if (items.some((each) => "location" in each)) score += 0.2;
  if (items.some((each) => [each.id, ...urlsOf(each.url)].some((url) => POST.test(String(url)))))
    score += 0.3;
  if (score < 0.5) return null;
  const open = async (): Promise<Contents> => {
    const found = await look.outbox();
    const { trustVisibility } = look.options;
    const shared = await contentsBeside(look, entry.path, found);
    return {
      ...shared,
      outbox: entry,
      lists: DATA,
      reshape: async () => (value) => ({ value, hint: trustVisibility ? undefined : "unknown" }),
    };
  };
  return { confidence: Math.min(1, score), era: ERAS[0] ?? null, open };
}

function isToAll(to: unknown): boolean {
  return valuesOf(to).includes(PUBLIC);
}

/** Since November 2024: statuses of the client interface, with the true visibility. */
async function recogniseNewer(look: Look): Promise<Recognition | null> {
  const entry = look.main(STATUSES) ?? look.main(/^(?:statuses|outbox)\.json$/i);
  if (entry === null) return null;
  const probe = await look.head(entry, DATA);
  const items = probe.lists.get("") ?? probe.lists.get("data") ?? [];
  const statuses = items.filter(isStatus);
  const named = STATUSES.test(nameOf(entry.path)) || STATUSES.test(look.options.name ?? "");
  const isEmpty = items.length === 0 && named && probe.lists.has("");
  if (statuses.length * 2 <= items.length && !isEmpty) return null;
  let score = named ? 0.5 : 0.1;
  if (statuses.some((each) => "pf_type" in each || "comments_disabled" in each)) score += 0.5;
  if (statuses.some((each) => "content_text" in each)) score += 0.3;
  if (statuses.some((each) => POST.test(textOf(each.uri) ?? ""))) score += 0.2;
  if (score < 0.4) return null;
  const open = async (): Promise<Contents> => {
    const shared = await contentsBeside(look, entry.path, null);
    const author = statuses.map(({ account }) => account).find(isJsonObject);
    const told = shared.actor.item === null && author !== undefined ? accountActor(author) : null;
    const raw = author ?? {};
    const place = { file: entry.path, pointer: "", index: 0, offset: 0, length: 0 };
    const actor: ActorDocument =
      told === null ? shared.actor : { item: { value: told, raw, ...place }, found: [] };
    const id = textOf(actor.item?.value.id);
    return {
      ...shared,
      actor,
      outbox: entry,
      lists: DATA,
      reshape: async () => (status) => statusActivity(status, id, "pixelfed"),
    };
  };
  return { confidence: Math.min(1, score), era: ERAS[1] ?? null, open };
}

/** What lies in the folder of the posts: the account, and who is muted and blocked. */
async function contentsBeside(look: Look, outbox: string, found: FoundOutbox | null): Promise<Contents> {
  const { survey, limits, secrets, signal } = look.options;
  const root = folderOf(outbox);
  const account = look.isBare ? null : look.at(root + ACCOUNT);
  const own = found === null ? null : probesOf(look, found).actor;
  const actorEntry = own !== null && found !== null ? found.places.actor : account;
  const actor =
    own !== null && found !== null
      ? found.actor
      : await readActor(survey, account, { limits, secrets, signal });
  const muted = look.isBare ? null : look.at(`${root}muted-and-blocked-accounts.json`);
  const known = new Map<string, CollectionName | null>();
  if (muted !== null) known.set(muted.path, null);
  const collections =
    muted === null ? [] : collectionParts(survey, muted, { mutes: ["muted"], blocks: ["blocked"] });
  const base = found === null ? null : outboxContents(found);
  const entries = base?.entries ?? look.entries;
  return { root, entries, outbox: null, actor, actorEntry, known, collections };
}
