import { diagnostic, isJsonObject, textOf, timestampOf, typesOf } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { CollectionName } from "../item.js";
import { ITEM_LISTS } from "../json/read-items.js";
import type { ActorDocument } from "./actor-document.js";
import { outboxContents } from "./contents.js";
import type { Contents, Dialect, Reshape } from "./dialect.js";
import { objectElements } from "./elements.js";
import type { FoundOutbox, Look } from "./look.js";
import { nameOf } from "./roles.js";
import { withoutSecrets } from "./secrets.js";
import { accountActor, isStatus, statusActivity } from "./status.js";

/** The FEP says `.yml`; the implementation, which Hollo uses, writes `.yaml`. */
const MANIFEST = /^manifest\.ya?ml$/i;
const LONGEST_MANIFEST = "manifest.yaml".length;
const FOLDER = "activitypub/";
const KEYS = /(?:^|\/)key\/[^/]+\.json$/i;
const SECRET_KEY = /"(?:private|secret)Key\w*"|-----BEGIN [A-Z ]*PRIVATE KEY/;

/** Account export containers of FEP-6fcd, as the FEP says and as `@interop/wallet-export-ts` writes them. */
export const fep6fcd: Dialect = {
  name: "fep-6fcd",
  eras: ["0.1"],
  interest: (path) => (MANIFEST.test(nameOf(path)) || KEYS.test(path) ? "document" : "none"),
  async recognise(look) {
    const found = await look.outbox();
    if (found === null) return null;
    const { root } = found.places;
    const top = root.endsWith(FOLDER) ? root.slice(0, -FOLDER.length) : root;
    const longest = top.length + LONGEST_MANIFEST;
    const entry = look.entries.find(
      ({ path }) => path.length <= longest && path.startsWith(top) && MANIFEST.test(path.slice(top.length)),
    );
    if (entry === undefined) return null;
    const manifest = await readManifest(look, entry);
    const inFolder = top !== root;
    if (!manifest.isManifest && !inFolder) return null;
    const confidence = manifest.isManifest ? 1 : 0.9;
    return { confidence, era: manifest.version, open: () => contentsOf(look, found, top, entry, manifest) };
  },
};

interface Manifest {
  /** Whether it has what the FEP demands, or some of it. */
  readonly isManifest: boolean;
  readonly version: string | null;
  readonly created: string | null;
}

/** Reads the manifest; one that is no YAML, or lacks what it must have, tells only that it is there. */
async function readManifest(look: Look, entry: Entry): Promise<Manifest> {
  const none = { isManifest: false, version: null, created: null };
  const bytes = await look.bytes(entry);
  if (bytes === null) return none;
  const { parseDocument } = await import("yaml");
  let manifest: unknown;
  try {
    manifest = parseDocument(new TextDecoder().decode(bytes), { logLevel: "silent" }).toJS({
      maxAliasCount: 100,
    });
  } catch {
    return none;
  }
  if (!isJsonObject(manifest)) return none;
  // Unquoted, as the FEP has it, it is a number.
  const version = String(manifest["ubc-version"] ?? "");
  const meta = isJsonObject(manifest.meta) ? manifest.meta : {};
  const created = meta.created instanceof Date ? meta.created.toISOString() : textOf(meta.created);
  return {
    isManifest: version !== "" || isJsonObject(manifest.contents),
    version: version === "0.1" ? version : null,
    created: timestampOf(created)?.iso ?? null,
  };
}

async function contentsOf(
  look: Look,
  found: FoundOutbox,
  top: string,
  manifest: Entry,
  { created }: Manifest,
): Promise<Contents> {
  const { root } = found.places;
  const known = new Map<string, CollectionName | null>([
    [`${root}likes.json`, "likes"],
    [`${root}bookmarks.json`, "bookmarks"],
  ]);
  await compareFollows(look, root);
  const keys = look.entries.filter(({ path }) => path.startsWith(top) && KEYS.test(path.slice(top.length)));
  const actor = await actorOf(look, found);
  const id = textOf(actor.item?.value.id);
  const isStatuses = found.probe.items.some(isStatus);
  const reshape = async (): Promise<Reshape> => {
    const parents = await ownParents(look, found.outbox);
    return (value) => (isStatus(value) ? statusActivity(value, id, "hollo", parents) : { value });
  };
  return {
    ...outboxContents(found, { base: root, known, actor }),
    root: top,
    documents: [manifest, ...keys],
    secret: await secretKeys(look, keys),
    ...(created !== null && { exportedAt: created }),
    ...(isStatuses && { reshape }),
  };
}

/** The implementation fills `following.json` with the followers. Of two that are alike nobody can tell. */
async function compareFollows(look: Look, root: string): Promise<void> {
  const [following, followers] = [look.at(`${root}following.json`), look.at(`${root}followers.json`)];
  if (following === null || followers === null) return;
  const [a, b] = [await look.json(following), await look.json(followers)];
  if (!isJsonObject(a) || !isJsonObject(b)) return;
  const [one, other] = [a.orderedItems, b.orderedItems];
  if (!Array.isArray(one) || one.length === 0 || JSON.stringify(one) !== JSON.stringify(other)) return;
  look.options.report(diagnostic("collection/same-as-another", { file: following.path }));
}

/**
 * Addresses of the account's own statuses that are replied to: statuses name their parents by numbers, and nothing
 * in an address here holds its number. Two passes, so that only what is needed is kept.
 */
async function ownParents(look: Look, outbox: Entry): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set<string>();
  const quiet = (): void => {};
  for await (const { value } of objectElements(look, outbox, ITEM_LISTS, quiet)) {
    if (typeof value.in_reply_to_id === "string") wanted.add(value.in_reply_to_id);
  }
  const parents = new Map<string, string>();
  if (wanted.size === 0) return parents;
  for await (const { value } of objectElements(look, outbox, ITEM_LISTS, quiet)) {
    const [id, uri] = [textOf(value.id), textOf(value.uri)];
    if (id !== null && uri !== null && wanted.has(id)) parents.set(id, uri);
  }
  return parents;
}

/** The implementation writes the account of Mastodon's client interface into actor.json. */
async function actorOf(look: Look, found: FoundOutbox): Promise<ActorDocument> {
  const entry = found.places.actor;
  const document = entry === null ? undefined : await look.json(entry);
  if (entry === null || !isJsonObject(document)) return found.actor;
  const isAccount = "acct" in document || ("username" in document && "display_name" in document);
  if (!isAccount || (typesOf(document).length > 0 && "inbox" in document)) return found.actor;
  const value = accountActor(document);
  if (value === null) return found.actor;
  const clean = withoutSecrets(document);
  const raw = look.options.secrets ? document : clean.document;
  const place = { file: entry.path, pointer: "", index: 0, offset: 0, length: found.actor.item?.length ?? 0 };
  return { item: { value, raw, ...place }, found: found.actor.found };
}

async function secretKeys(look: Look, keys: readonly Entry[]): Promise<string[]> {
  const secret: string[] = [];
  for (const entry of keys) {
    const bytes = await look.bytes(entry);
    if (bytes !== null && !SECRET_KEY.test(new TextDecoder().decode(bytes))) continue;
    look.options.report(diagnostic("secret/private-key", { file: entry.path }));
    secret.push(entry.path);
  }
  return secret;
}
