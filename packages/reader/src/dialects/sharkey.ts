import { type Actor, diagnostic, isJsonObject, type JsonObject, textOf, timestampOf } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { ActorDocument } from "./actor-document.js";
import { defined, objectsIn } from "./as2.js";
import type { Contents, Dialect } from "./dialect.js";
import { objectElements } from "./elements.js";
import type { Look } from "./look.js";
import { mfmReader } from "./mfm.js";
import { misskeyCollection } from "./misskey.js";
import { reportNotRead } from "./not-read.js";
import { likenessToNote, noteActivity } from "./note.js";
import { folderOf, nameOf } from "./roles.js";
import { withoutSecrets } from "./secrets.js";

const NOTES = /^notes\.json$/i;
const LISTS = ["notes"];
/** What the request writes beside the notes, and nothing else has. */
const OTHERS = ["user.json", "profile.json", "drive.json", "antennas.json"];

/** Sharkey's "request data": the only export of Misskey's family that has media and a profile. */
export const sharkey: Dialect = {
  name: "sharkey",
  eras: [],
  interest(path) {
    if (NOTES.test(nameOf(path))) return "outbox";
    return OTHERS.includes(nameOf(path)) ? "document" : "none";
  },
  async recognise(look) {
    const entry = look.main(NOTES);
    if (entry === null) return null;
    const { lists, envelope } = await look.head(entry, LISTS);
    const items = lists.get("notes");
    if (items === undefined) return null;
    const likeness = items.reduce<number>((most, each) => Math.max(most, likenessToNote(each)), 0);
    let score = likeness / 2;
    if (envelope.has("metaVersion")) score += 0.3;
    if (envelope.has("host") || envelope.has("exportedAt")) score += 0.2;
    const root = folderOf(entry.path);
    if (!look.isBare && OTHERS.some((name) => look.at(root + name) !== null)) score += 0.3;
    if (score < 0.5) return null;
    return { confidence: Math.min(1, score), era: null, open: () => contentsOf(look, entry, envelope) };
  },
};

async function contentsOf(
  look: Look,
  entry: Entry,
  envelope: ReadonlyMap<string, unknown>,
): Promise<Contents> {
  const root = folderOf(entry.path);
  const beside = (name: string): Entry | null => (look.isBare ? null : look.at(root + name));
  const [user, drive] = [beside("user.json"), beside("drive.json")];
  const wrapper = user === null ? undefined : await look.json(user);
  const told = isJsonObject(wrapper) ? wrapper : Object.fromEntries(envelope);
  const host = hostOf(told.host) ?? hostOf(envelope.get("host"));
  const actor = await actorOf(look, user, beside("profile.json"), host);
  const id = textOf(actor.item?.value.id) ?? "urn:misskey:account";
  const names = drive === null ? new Map<string, string>() : await driveNames(look, drive, root);
  const antennas = beside("antennas.json");
  const kept = antennas === null ? undefined : await look.json(antennas);
  if (antennas !== null && isJsonObject(kept)) {
    reportNotRead(antennas, [["antennas", kept.antennas]], look.options.report);
  }
  const moment = momentOf(told.exportedAt) ?? momentOf(envelope.get("exportedAt"));
  const documents = OTHERS.map(beside).filter((each) => each !== null && each.path !== user?.path);
  return {
    root,
    entries: look.entries,
    outbox: entry,
    documents: documents.filter((each) => each !== null),
    actor,
    actorEntry: user,
    // It is read for the profile; the e-mail address in it is nobody's business.
    secret: actor.found.flatMap(({ file }) =>
      file !== undefined && file === beside("profile.json")?.path ? [file] : [],
    ),
    lists: LISTS,
    ...(moment !== null && { exportedAt: moment }),
    reshape: async () => {
      const read = await mfmReader();
      const pathOf = (file: JsonObject): string | null =>
        names.get(textOf(file.id) ?? "") ?? guess(look, root, file);
      return (note) => noteActivity(note, { read, host, actor: id, pathOf });
    },
    adapt: (file) => misskeyCollection(file, host),
  };
}

function hostOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const host = text.replace(/^https?:\/\//i, "").replace(/\/.*$/s, "");
  return /^[^\s/?#@]+$/.test(host) ? host.toLowerCase() : null;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** `Sat Mar 01 2025 10:00:00 GMT+0100 (…)`: the text JavaScript makes of a date. */
const DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT([+-]\d{4})/;

function momentOf(value: unknown): string | null {
  const match = DATE.exec(textOf(value) ?? "");
  if (match === null) return timestampOf(value)?.iso ?? null;
  const [, month = "", day, year, time, zone] = match;
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  return timestampOf(`${year}-${number}-${day}T${time}${zone}`)?.iso ?? null;
}

/** The account, from the rows of the server's database for it and its profile; secrets in both are told of. */
async function actorOf(
  look: Look,
  userEntry: Entry | null,
  profileEntry: Entry | null,
  host: string | null,
): Promise<ActorDocument> {
  const found: ActorDocument["found"][number][] = [];
  const row = async (entry: Entry | null, key: string): Promise<JsonObject | null> => {
    const document = entry === null ? undefined : await look.json(entry);
    if (entry === null || !isJsonObject(document)) return null;
    const clean = withoutSecrets(document);
    for (const { code, pointer } of clean.found) {
      found.push(diagnostic(code, { file: entry.path, pointer, offset: 0 }));
    }
    const shown = look.options.secrets ? document : clean.document;
    const value = shown[key];
    return objectsIn(Array.isArray(value) ? value : [value])[0] ?? null;
  };
  const user = await row(userEntry, "user");
  const profile = await row(profileEntry, "profile");
  const username = textOf(user?.username);
  if (userEntry === null || user === null || username === null) {
    found.push(
      userEntry === null
        ? diagnostic("actor/missing")
        : diagnostic("actor/invalid", { file: userEntry.path }),
    );
    return { item: null, found };
  }
  const number = textOf(user.id);
  const id = host === null ? "urn:misskey:account" : `https://${host}/users/${number ?? username}`;
  const read = await mfmReader();
  const image = (url: unknown): JsonObject | undefined =>
    textOf(url) === null ? undefined : { type: "Image", url };
  const bio = textOf(profile?.description);
  const value: Actor = defined({
    id,
    type: user.isBot === true ? "Service" : "Person",
    preferredUsername: username,
    name: textOf(user.name) ?? undefined,
    summary: bio === null ? undefined : read(bio, host).html,
    _misskey_summary: bio ?? undefined,
    url: host === null ? undefined : `https://${host}/@${username}`,
    followers: `${id}/followers`,
    published: timestampOf(user.createdAt)?.iso,
    icon: image(user.avatarUrl),
    image: image(user.bannerUrl),
    isCat: user.isCat === true ? true : undefined,
    manuallyApprovesFollowers: user.isLocked === true,
    attachment: objectsIn(profile?.fields).map((field) => ({
      type: "PropertyValue",
      name: textOf(field.name) ?? "",
      value: read(textOf(field.value) ?? "", host).html.replace(/^<p>(.*)<\/p>$/s, "$1"),
    })),
  });
  const raw = profile === null ? { user } : { user, profile };
  const place = {
    file: userEntry.path,
    pointer: "/user/0",
    index: 0,
    offset: 0,
    length: userEntry.size ?? 0,
  };
  return { item: { value, raw, ...place }, found };
}

/**
 * Paths of drive files by their ids. Files of one name overwrite each other in the export: of several, only those
 * whose size is that of the file that is there are meant, for a wrong picture is worse than none.
 */
async function driveNames(look: Look, drive: Entry, root: string): Promise<Map<string, string>> {
  const sizes = new Map(look.entries.map(({ path, size }) => [path, size]));
  const names = new Map<string, string>();
  for await (const { value } of objectElements(look, drive, ["drive"], look.options.report)) {
    const file = isJsonObject(value.file) ? value.file : {};
    const [id, name] = [textOf(file.id), textOf(value.fileName)];
    if (id === null || name === null) continue;
    const path = [`${root}files/${name}`, `${root}${name}`].find((each) => sizes.has(each));
    if (path === undefined) continue;
    const size = sizes.get(path);
    const differs = typeof file.size === "number" && size !== undefined && file.size !== size;
    if (!differs) names.set(id, `/${path.slice(root.length).split("/").map(encodeURIComponent).join("/")}`);
  }
  return names;
}

/** Endings the export adds by media type, also to names that have one: `cat.png.png`. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["image/jpeg", "jpg"],
  ["image/svg+xml", "svg"],
  ["audio/mpeg", "mp3"],
  ["video/quicktime", "mov"],
  ["audio/x-wav", "wav"],
]);

/** Without a list of the drive: the file of that name, if its size is right. */
function guess(look: Look, root: string, file: JsonObject): string | null {
  const name = textOf(file.name);
  const type = textOf(file.type);
  if (name === null || type === null || typeof file.size !== "number") return null;
  const ending = ENDINGS.get(type) ?? type.slice(type.indexOf("/") + 1);
  const path = `files/${name}.${ending}`;
  return look.at(root + path)?.size === file.size
    ? `/${path.split("/").map(encodeURIComponent).join("/")}`
    : null;
}
