import {
  type Activity,
  diagnostic,
  hasType,
  isJsonObject,
  type JsonObject,
  narrower,
  numberOf,
  textOf,
  typesOf,
  type Visibility,
} from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { Item } from "../item.js";
import { mapItems } from "../json/read-items.js";
import type { ActorDocument } from "./actor-document.js";
import { createOf, escapeHtml, htmlLink } from "./as2.js";
import { collectionParts } from "./collection-parts.js";
import type { Contents, Dialect, ItemsOptions, Reshaped } from "./dialect.js";
import { nameOfType } from "./json-type.js";
import type { Look } from "./look.js";
import { isEmpty, reportNotRead } from "./not-read.js";
import { folderOf, nameOf } from "./roles.js";
import { withoutSecrets } from "./secrets.js";

/** `archive.json`; exports by way of S3 may call it something that begins so. */
const ARCHIVE = /^archive[^/]*$/i;
const LISTS = ["books"];
/** Keys of a book whose lists hold posts. */
const POSTS = ["comments", "quotations", "reviews"] as const;
/** What else is known of a book and of the account: it is about books, and no other server has it. */
const OF_BOOKS = ["shelves", "lists", "readthroughs"];
const OF_ACCOUNT = ["goals", "saved_lists", "settings"];

/** BookWyrm's account export: the actor, extended with the books and what was written about each. */
export const bookwyrm: Dialect = {
  name: "bookwyrm",
  eras: ["0.7.2+"],
  interest: (path) => (/^archive.*\.json$/i.test(nameOf(path)) ? "outbox" : "none"),
  async recognise(look) {
    const entry = look.main(/^archive.*\.json$/i) ?? look.main(ARCHIVE);
    if (entry === null) return null;
    const { envelope, lists } = await look.head(entry, LISTS);
    const books = lists.get("books");
    if (books === undefined) return null;
    let score = 0.4;
    if (books.some((book) => isJsonObject(book) && ("edition" in book || "work" in book))) score += 0.4;
    if (typeof envelope.get("preferredUsername") === "string") score += 0.2;
    if (isJsonObject(envelope.get("settings")) || envelope.has("goals")) score += 0.2;
    if (score < 0.6) return null;
    return { confidence: Math.min(1, score), era: "0.7.2+", open: () => contentsOf(look, entry) };
  },
};

async function contentsOf(look: Look, entry: Entry): Promise<Contents> {
  const { survey } = look.options;
  let { envelope } = await look.head(entry, LISTS);
  // The probe ends among the books; what the account is called may follow them.
  if (!envelope.has("id")) envelope = await wholeEnvelope(look, entry);
  const unread = OF_ACCOUNT.map((key) => [key, envelope.get(key)] as const);
  reportNotRead(entry, unread, look.options.report);
  return {
    root: folderOf(entry.path),
    entries: look.entries,
    outbox: entry,
    actor: actorOf(look, entry, envelope),
    actorEntry: entry,
    collections: collectionParts(survey, entry, { following: ["follows"], blocks: ["blocks"] }),
    items: (options) => itemsOf(look, entry, textOf(envelope.get("id")), options),
  };
}

async function wholeEnvelope(look: Look, entry: Entry): Promise<Map<string, unknown>> {
  const { limits, tools, survey, signal } = look.options;
  const envelope = new Map<string, unknown>();
  const onMember = (key: string, value: unknown): void => void envelope.set(key, value);
  const quiet = { signal, onDiagnostic: () => {} };
  const reading = { ...limits, ...quiet, tools, lists: LISTS, onMember };
  for await (const _ of mapItems(survey.open(entry, quiet), reading, (each) => each));
  return envelope;
}

function actorOf(look: Look, entry: Entry, envelope: ReadonlyMap<string, unknown>): ActorDocument {
  const document = Object.fromEntries(envelope);
  if (typesOf(document).length === 0) {
    return { item: null, found: [diagnostic("actor/invalid", { file: entry.path })] };
  }
  const clean = withoutSecrets(document);
  const found = clean.found.map(({ code, pointer }) =>
    diagnostic(code, { file: entry.path, pointer, offset: 0 }),
  );
  const raw = look.options.secrets ? document : clean.document;
  return { item: { value: raw, raw, file: entry.path, pointer: "", index: 0, offset: 0, length: 0 }, found };
}

async function* itemsOf(
  look: Look,
  entry: Entry,
  author: string | null,
  options: ItemsOptions,
): AsyncGenerator<Item<Activity>, void, undefined> {
  const { limits, tools, survey } = look.options;
  const { signal, onDiagnostic } = options;
  const file = entry.path;
  const bytes = survey.open(entry, { signal, onDiagnostic });
  const reading = { ...options, ...limits, tools, file, size: entry.size, lists: LISTS };
  let index = 0;
  const unread = new Set(OF_BOOKS);
  for await (const { value: book, pointer, offset, length } of mapItems(bytes, reading, (each) => each)) {
    if (!isJsonObject(book)) {
      const details = { file, pointer, offset, expected: "object", actual: nameOfType(book) };
      onDiagnostic?.(diagnostic("outbox/item-not-an-object", details));
      continue;
    }
    // Once of each: nearly every book has all of them.
    for (const key of unread) {
      if (isEmpty(book[key])) continue;
      unread.delete(key);
      onDiagnostic?.(diagnostic("archive/not-read", { file, pointer: `${pointer}/${key}`, offset }));
    }
    for (const key of POSTS) {
      const list = book[key];
      const posts: readonly unknown[] = Array.isArray(list) ? list : list == null ? [] : [list];
      for (const [n, raw] of posts.entries()) {
        const place = { file, pointer: `${pointer}/${key}/${n}`, index, offset, length };
        index += 1;
        if (!isJsonObject(raw)) {
          const details = {
            file,
            pointer: place.pointer,
            offset,
            expected: "object",
            actual: nameOfType(raw),
          };
          onDiagnostic?.(diagnostic("outbox/item-not-an-object", details));
          continue;
        }
        const made = activityOf(raw, book, author);
        const item = { value: made.value, raw, ...place };
        yield made.hint === undefined ? item : { ...item, hint: made.hint };
      }
    }
  }
}

/** A rating without a word: the book, and its stars, which need no language. */
function ratingOf({ rating }: JsonObject, { edition }: JsonObject): string {
  const stars = numberOf(rating);
  if (stars === null || stars <= 0 || stars > MOST_STARS) return "";
  const { title, id } = isJsonObject(edition) ? edition : {};
  const name = textOf(title);
  const half = stars % 1 === 0 ? "" : "½";
  const shown = `${"★".repeat(Math.floor(stars))}${half}`;
  return name === null
    ? `<p>${shown}</p>`
    : `<p>${htmlLink(textOf(id) ?? "", escapeHtml(name))} ${shown}</p>`;
}

const MOST_STARS = 5;

const PRIVACY: ReadonlyMap<unknown, Visibility> = new Map<unknown, Visibility>([
  ["public", "public"],
  ["unlisted", "unlisted"],
  ["followers", "followers"],
  ["direct", "direct"],
]);

/** What was written about a book is a post; the passage it quotes stands before it, and is no quoted post. */
function activityOf(raw: JsonObject, book: JsonObject, author: string | null): Reshaped {
  const { quote, ...rest } = raw;
  const content = textOf(raw.content) ?? ratingOf(raw, book);
  const passage = textOf(quote);
  const isText = passage !== null && !/^https?:\/\/\S+$/.test(passage);
  const object: JsonObject = {
    ...(isText ? rest : raw),
    ...(content !== "" && { content }),
    ...(isText && !content.includes(passage) && { content: `<blockquote>${passage}</blockquote>${content}` }),
    ...(raw.attributedTo === undefined && author !== null && { attributedTo: author }),
  };
  const stated = "privacy" in raw ? (PRIVACY.get(raw.privacy) ?? "unknown") : undefined;
  if (hasType(raw, "Create")) return { value: raw, hint: stated };
  return createOf(object, stated === undefined ? undefined : narrower(stated, "public"));
}
