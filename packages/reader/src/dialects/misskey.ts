import { diagnostic, isJsonObject, textOf } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { ActorDocument } from "./actor-document.js";
import type { CollectionFile } from "./collection-files.js";
import type { Contents, Dialect } from "./dialect.js";
import type { Look } from "./look.js";
import { mfmReader } from "./mfm.js";
import { reportFilesNotRead } from "./not-read.js";
import { likenessToNote, noteActivity, noteAddress } from "./note.js";
import { folderOf, nameOf } from "./roles.js";

const NOTES = /^notes-.*\.json$/i;
/** Named collections of notes, and searches that were kept: no other server has either. */
const NOT_READ = /^(?:clips|antennas)-.*\.json$/i;
const FAVORITES = /^favou?rites(?:[-_. ].*)?\.json$/i;

/** Notes of a Misskey account or a fork's, and the files exported one by one that lie beside them. */
export const misskey: Dialect = {
  name: "misskey",
  eras: ["<2023", "2023+"],
  interest: (path) => (NOTES.test(nameOf(path)) ? "outbox" : "none"),
  async recognise(look) {
    const entry = newestNotes(look) ?? look.main(/^notes\.json$/i);
    if (entry === null) return null;
    const { lists } = await look.head(entry, []);
    const items = lists.get("");
    if (items === undefined) return null;
    const named = NOTES.test(nameOf(entry.path)) || NOTES.test(look.options.name ?? "");
    const likeness = items.reduce<number>((most, each) => Math.max(most, likenessToNote(each)), 0);
    const isEmpty = items.length === 0 && named;
    if (likeness < 0.5 && !isEmpty) return null;
    const packed = items.some((each) => isJsonObject(each) && Array.isArray(each.files));
    const era = items.length === 0 ? null : packed ? "2023+" : "<2023";
    const confidence = isEmpty ? 0.6 : likeness;
    return { confidence, era, open: async () => contentsOf(look, entry) };
  },
};

/** Each export is a file of its own with its time in the name; the newest holds what the older do. */
function newestNotes(look: Look): Entry | null {
  if (look.isBare) return look.main(NOTES);
  const nearest = look.main(NOTES);
  if (nearest === null) return null;
  const folder = folderOf(nearest.path);
  const all = look.entries
    .filter(({ path }) => folderOf(path) === folder && NOTES.test(nameOf(path)))
    .toSorted((a, b) => (a.path < b.path ? 1 : -1));
  const [newest = nearest] = all;
  if (all.length > 1) look.options.report(diagnostic("archive/several-outboxes", { file: newest.path }));
  return newest;
}

function contentsOf(look: Look, entry: Entry): Contents {
  const [user, host] = (look.options.account ?? "").replace(/^@/, "").split("@");
  const isKnown = user !== undefined && user !== "" && host !== undefined && /^[^/\s?#]+$/.test(host);
  const id = isKnown ? `https://${host}/@${encodeURIComponent(user)}` : "urn:misskey:account";
  const place = { file: entry.path, pointer: "", index: 0, offset: 0, length: 0 };
  // No file tells of the account: what is known of it is what was given, and stands for its document.
  const given = { id, type: "Person", preferredUsername: user, url: id, followers: `${id}/followers` };
  const actor: ActorDocument = isKnown
    ? { item: { value: given, raw: given, ...place }, found: [] }
    : { item: null, found: [diagnostic("actor/missing")] };
  const server = isKnown ? host : null;
  const beside = look.isBare ? [] : look.entries.filter(({ path }) => path !== entry.path);
  const unread = beside.filter(({ path }) => NOT_READ.test(nameOf(path)));
  reportFilesNotRead(unread, look.options.report);
  const documents = [...beside.filter(({ path }) => NOTES.test(nameOf(path))), ...unread];
  return {
    root: folderOf(entry.path),
    entries: look.entries,
    outbox: entry,
    documents,
    actor,
    actorEntry: null,
    lists: [],
    reshape: async () => {
      const read = await mfmReader();
      return (note) => noteActivity(note, { read, host: server, actor: id, pathOf: () => null });
    },
    adapt: (file) => misskeyCollection(file, server),
  };
}

/**
 * Misskey's favourites are private bookmarks, and hold the whole note; it is meant by its address on the server it
 * comes from.
 */
export function misskeyCollection(file: CollectionFile, host: string | null): CollectionFile {
  if (!FAVORITES.test(nameOf(file.entry.path))) return file;
  const element = (value: unknown): unknown => {
    const note = isJsonObject(value) && isJsonObject(value.note) ? value.note : null;
    if (note === null) return value;
    const id = textOf(note.id);
    return textOf(note.uri) ?? textOf(note.url) ?? (id === null ? null : noteAddress(id, host));
  };
  return { ...file, collection: "bookmarks", element };
}
