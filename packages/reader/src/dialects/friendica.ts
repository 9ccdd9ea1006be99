import { type Activity, type Actor, diagnostic, isJsonObject, textOf, timestampOf } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { Item } from "../item.js";
import { linesOf } from "../json/json-lines.js";
import { mapItems } from "../json/read-items.js";
import type { ActorDocument } from "./actor-document.js";
import { defined, objectsIn } from "./as2.js";
import { bbcodeToHtml } from "./bbcode.js";
import type { Contents, Dialect, ItemsOptions } from "./dialect.js";
import { contactCollections } from "./friendica-contacts.js";
import { isOwn, type Owner, plainAddress, rowActivity } from "./friendica-item.js";
import { nameOfType } from "./json-type.js";
import type { Look } from "./look.js";
import { reportNotRead } from "./not-read.js";
import { PROBED_BYTES } from "./outbox-probe.js";
import { folderOf, nameOf } from "./roles.js";
import { withoutSecrets } from "./secrets.js";

const BACKUP = /\.backup$/i;
const ACCOUNT = /\.account$/i;
const LISTS = ["item"];
const CONTACTS = ["contact"];
/** Lists of contacts and their members, before and since 2023; and the profile's pictures, in the JSON itself. */
const NOT_READ = ["circle", "circle_member", "group", "group_member", "photo"];

/** Friendica's `.account` (one JSON object) and `.backup` (JSON Lines: the account, then items by the 500). */
export const friendica: Dialect = {
  name: "friendica",
  eras: [],
  interest(path) {
    if (BACKUP.test(nameOf(path))) return "outbox";
    return ACCOUNT.test(nameOf(path)) ? "document" : "none";
  },
  async recognise(look) {
    const entry = look.main(BACKUP) ?? look.main(ACCOUNT);
    if (entry === null) return null;
    const { envelope, lists } = await look.head(entry, CONTACTS);
    let score = 0;
    if (typeof envelope.get("baseurl") === "string") score += 0.4;
    if (isJsonObject(envelope.get("user"))) score += 0.3;
    if (envelope.has("schema") && envelope.has("version")) score += 0.2;
    if (lists.has("contact")) score += 0.2;
    // A backup without its first line.
    const items = (await look.head(entry, LISTS)).lists.get("item");
    if (items?.some((each) => isJsonObject(each) && "verb" in each && "uri" in each) === true) score += 0.5;
    if (score < 0.5) return null;
    return {
      confidence: Math.min(1, score),
      era: null,
      open: () => contentsOf(look, entry, envelope, lists),
    };
  },
};

async function contentsOf(
  look: Look,
  entry: Entry,
  envelope: ReadonlyMap<string, unknown>,
  lists: ReadonlyMap<string, readonly unknown[]>,
): Promise<Contents> {
  const owner = ownerOf(envelope, lists.get("contact") ?? []);
  const root = folderOf(entry.path);
  const others = look.entries.filter(
    ({ path }) => path !== entry.path && (ACCOUNT.test(path) || BACKUP.test(path)),
  );
  for (const { path } of others) look.options.report(diagnostic("secret/private-key", { file: path }));
  const isLines = BACKUP.test(entry.path) || (await hasLines(look, entry));
  reportNotRead(
    entry,
    NOT_READ.map((key) => [key, envelope.get(key)]),
    look.options.report,
  );
  return {
    ...(look.isBare && isLines && { kind: "jsonl" }),
    root,
    entries: look.entries,
    outbox: entry,
    // The same account once more, with all its keys.
    secret: others.map(({ path }) => path),
    actor: actorOf(look, entry, envelope, owner),
    actorEntry: entry,
    collections: contactCollections(look.options.survey, entry, isLines),
    items: (options) => itemsOf(look, entry, owner, options),
  };
}

/** Whether a document is followed by another on the next line, as far as its beginning shows. */
async function hasLines(look: Look, entry: Entry): Promise<boolean> {
  const { survey, signal } = look.options;
  if (BACKUP.test(look.options.name ?? "")) return true;
  let text = "";
  const decoder = new TextDecoder("latin1");
  for await (const chunk of survey.head(entry, PROBED_BYTES, { signal, onDiagnostic: () => {} })) {
    text += decoder.decode(chunk);
  }
  return /\}\s*\n\s*\{"item"/.test(text);
}

function ownerOf(envelope: ReadonlyMap<string, unknown>, contacts: readonly unknown[]): Owner {
  const user = envelope.get("user");
  const nickname = isJsonObject(user) ? textOf(user.nickname) : null;
  const base = textOf(envelope.get("baseurl"))?.replace(/\/$/, "") ?? null;
  const self = contacts
    .filter(isJsonObject)
    .find((contact) => contact.self === 1 || contact.self === true || contact.self === "1");
  const named = base === null || nickname === null ? null : `${base}/profile/${nickname}`;
  const id = textOf(self?.url) ?? named ?? "urn:friendica:account";
  const addresses = [id, named, textOf(self?.nurl), textOf(self?.alias)].filter((each) => each !== null);
  return { id, addresses: new Set(addresses.map(plainAddress)) };
}

/** The account as an actor. Of its rows only those of the user and the profile are kept, without their secrets. */
function actorOf(
  look: Look,
  entry: Entry,
  envelope: ReadonlyMap<string, unknown>,
  owner: Owner,
): ActorDocument {
  const user = envelope.get("user");
  const found: ActorDocument["found"][number][] = [];
  if (!isJsonObject(user)) return { item: null, found: [diagnostic("actor/missing")] };
  const profile = objectsIn(envelope.get("profile"))[0] ?? {};
  const fields = objectsIn(envelope.get("profile_fields"));
  const rows = defined({ baseurl: envelope.get("baseurl"), user, profile, profile_fields: fields });
  const clean = withoutSecrets(rows);
  for (const { code, pointer } of clean.found) {
    found.push(diagnostic(code, { file: entry.path, pointer, offset: 0 }));
  }
  // What connectors keep to sign in elsewhere.
  const settings = envelope.get("pconfig");
  if (Array.isArray(settings) && settings.length > 0) {
    found.push(diagnostic("secret/credentials", { file: entry.path, pointer: "/pconfig", offset: 0 }));
  }
  const about = textOf(profile.about);
  const name = textOf(user.nickname);
  const value: Actor = defined({
    id: owner.id,
    type: "Person",
    preferredUsername: name ?? undefined,
    name: textOf(profile.name) ?? textOf(user.username) ?? undefined,
    summary: about === null ? undefined : bbcodeToHtml(about),
    url: owner.id.startsWith("http") ? owner.id : undefined,
    followers: `${owner.id}/followers`,
    published: timestampOf(user.register_date)?.iso,
    attachment: fields.map((field) => ({
      type: "PropertyValue",
      name: textOf(field.label) ?? "",
      value: bbcodeToHtml(textOf(field.value) ?? "").replace(/^<p>(.*)<\/p>$/s, "$1"),
    })),
  });
  const raw = look.options.secrets ? rows : clean.document;
  return { item: { value, raw, file: entry.path, pointer: "", index: 0, offset: 0, length: 0 }, found };
}

async function* itemsOf(
  look: Look,
  entry: Entry,
  owner: Owner,
  options: ItemsOptions,
): AsyncGenerator<Item<Activity>, void, undefined> {
  const { limits, tools, survey } = look.options;
  const { signal, onDiagnostic, onProgress, from = 0 } = options;
  const file = entry.path;
  let index = 0;
  for await (const line of linesOf(survey.open(entry, { signal, onDiagnostic }))) {
    const base = line.offset;
    const report: ItemsOptions["onDiagnostic"] =
      onDiagnostic &&
      ((found) => {
        const offset = base + (found.offset ?? 0);
        const pointer = found.pointer === undefined ? undefined : `/${line.number}${found.pointer}`;
        if (offset >= from) onDiagnostic({ ...found, offset, ...(pointer !== undefined && { pointer }) });
      });
    const reading = { ...limits, tools, signal, onDiagnostic: report, file, lists: LISTS };
    for await (const element of mapItems(line.bytes, reading, (each) => each)) {
      const offset = base + element.offset;
      const pointer = `/${line.number}${element.pointer}`;
      const place = { file, pointer, index, offset, length: element.length };
      index += 1;
      if (offset < from) continue;
      onProgress?.({ file, bytes: offset + element.length, items: index });
      const { value } = element;
      if (!isJsonObject(value)) {
        const details = { file, pointer, offset, expected: "object", actual: nameOfType(value) };
        onDiagnostic?.(diagnostic("outbox/item-not-an-object", details));
        continue;
      }
      if (!isOwn(value, owner)) {
        onDiagnostic?.(diagnostic("outbox/not-own", { file, pointer, offset }));
        continue;
      }
      const made = rowActivity(value, owner);
      const item = { value: made.value, raw: value, ...place };
      yield made.hint === undefined ? item : { ...item, hint: made.hint };
    }
  }
}
