import { type Activity, diagnostic, isJsonObject, textOf } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import { csvEncodingOf, csvTextOf } from "../csv/csv-encoding.js";
import { csvRecords } from "../csv/csv-records.js";
import type { Item } from "../item.js";
import { mapItems } from "../json/read-items.js";
import type { ActorDocument } from "./actor-document.js";
import { defined } from "./as2.js";
import { NO_ACTOR } from "./contents.js";
import type { Contents, Dialect, ItemsOptions, Recognition } from "./dialect.js";
import { joinedBytes } from "./joined-bytes.js";
import { nameOfType } from "./json-type.js";
import type { Look } from "./look.js";
import { markdownToHtml } from "./markdown.js";
import { commonFolder } from "./place.js";
import { folderOf, isNote, nameOf } from "./roles.js";
import { withoutSecrets } from "./secrets.js";
import { ACCOUNT, momentOf, postOf, type Written, writtenActivity } from "./writefreely-post.js";

const LISTS = ["collections", "posts"];
const HEADER = "id,slug,blog,url,created,title,body";
/** `<blog>/<slug>_<id>.txt`, and `<id>.txt` for a post in no blog. */
const TEXT = /^(?:(.*)_)?([a-z0-9]{6,})\.txt$/i;

/** WriteFreely's three exports: JSON (the account, its blogs, its posts), CSV (posts), and a zip of text files. */
export const writefreely: Dialect = {
  name: "writefreely",
  eras: [],
  interest: (path) => (/\.json$/i.test(path) && nameOf(path).includes("export") ? "outbox" : "none"),
  async recognise(look) {
    return (await recogniseJson(look)) ?? (await recogniseCsv(look)) ?? recogniseTexts(look);
  },
};

async function recogniseJson(look: Look): Promise<Recognition | null> {
  const entry = look.main(/^(?:.*[-_.])?export.*\.json$/i);
  if (entry === null) return null;
  const { envelope, lists } = await look.head(entry, LISTS);
  const blogs = lists.get("collections");
  if (blogs === undefined || envelope.has("type")) return null;
  let score = 0.2;
  if (lists.has("posts")) score += 0.2;
  if (typeof envelope.get("username") === "string") score += 0.2;
  if (envelope.has("has_pass")) score += 0.3;
  if (blogs.some((blog) => isJsonObject(blog) && "alias" in blog)) score += 0.3;
  if (score < 0.5) return null;
  const open = async (): Promise<Contents> => ({
    root: folderOf(entry.path),
    entries: look.entries,
    outbox: entry,
    actor: await accountOf(look, entry, envelope),
    actorEntry: entry,
    items: (options) => jsonItems(look, entry, options),
  });
  return { confidence: Math.min(1, score), era: null, open };
}

async function accountOf(
  look: Look,
  entry: Entry,
  head: ReadonlyMap<string, unknown>,
): Promise<ActorDocument> {
  // A blog is large enough to end the probe, and the account's keys may follow it.
  const document = Object.fromEntries(head);
  const clean = withoutSecrets(document);
  const found = clean.found.map(({ code, pointer }) =>
    diagnostic(code, { file: entry.path, pointer, offset: 0 }),
  );
  const username = textOf(document.username);
  if (username === null) return { item: null, found: [...found, diagnostic("actor/missing")] };
  const value = defined({
    id: ACCOUNT,
    type: "Person",
    preferredUsername: username,
    followers: `${ACCOUNT}/followers`,
    published: momentOf(document.created),
  });
  const raw = look.options.secrets ? document : clean.document;
  return { item: { value, raw, file: entry.path, pointer: "", index: 0, offset: 0, length: 0 }, found };
}

async function* jsonItems(
  look: Look,
  entry: Entry,
  options: ItemsOptions,
): AsyncGenerator<Item<Activity>, void, undefined> {
  const { limits, tools, survey } = look.options;
  const { signal } = options;
  const file = entry.path;
  const toHtml = await markdownToHtml();
  const report = options.onDiagnostic;
  const onDiagnostic: ItemsOptions["onDiagnostic"] = (found) =>
    void (found.code === "outbox/doubled-items" || report?.(found));
  const bytes = survey.open(entry, { signal, onDiagnostic });
  const reading = { ...options, ...limits, onDiagnostic, tools, file, size: entry.size, lists: LISTS };
  let index = 0;
  for await (const { value, pointer, offset, length } of mapItems(bytes, reading, (each) => each)) {
    const blog = pointer.startsWith("/collections/") && isJsonObject(value) ? value : null;
    const inBlog = blog !== null && Array.isArray(blog.posts) ? blog.posts : [];
    const posts: readonly unknown[] = blog === null ? [value] : inBlog;
    for (const [n, raw] of posts.entries()) {
      const here = blog === null ? pointer : `${pointer}/posts/${n}`;
      const place = { file, pointer: here, index, offset, length };
      index += 1;
      if (!isJsonObject(raw)) {
        const details = { file, pointer: here, offset, expected: "object", actual: nameOfType(raw) };
        report?.(diagnostic("outbox/item-not-an-object", details));
        continue;
      }
      const made = writtenActivity(postOf(raw, blog), toHtml);
      const item = { value: made.value, raw, ...place };
      yield made.hint === undefined ? item : { ...item, hint: made.hint };
    }
  }
}

async function recogniseCsv(look: Look): Promise<Recognition | null> {
  const entry = look.options.kind === "csv" ? (look.entries[0] ?? null) : look.main(/export.*\.csv$/i);
  if (entry === null || look.isBare) return null;
  const { survey, signal } = look.options;
  const chunks: Uint8Array[] = [];
  for await (const chunk of survey.head(entry, 512, { signal, onDiagnostic: () => {} })) chunks.push(chunk);
  const head = joinedBytes(chunks);
  const encoding = csvEncodingOf(head);
  const { text } = csvTextOf(head.subarray(encoding.mark), encoding);
  if (text.split(/\r\n|\n|\r/)[0]?.trim() !== HEADER) return null;
  const open = async (): Promise<Contents> => ({
    root: folderOf(entry.path),
    entries: look.entries,
    outbox: entry,
    actor: NO_ACTOR,
    actorEntry: null,
    items: (options) => csvItems(look, entry, head, options),
  });
  return { confidence: 0.9, era: null, open };
}

async function* csvItems(
  look: Look,
  entry: Entry,
  head: Uint8Array,
  options: ItemsOptions,
): AsyncGenerator<Item<Activity>, void, undefined> {
  const { limits, survey } = look.options;
  const { signal, onDiagnostic, from = 0 } = options;
  const file = entry.path;
  const toHtml = await markdownToHtml();
  const columns = HEADER.split(",");
  const bytes = survey.open(entry, { signal, onDiagnostic });
  const reading = { encoding: csvEncodingOf(head), delimiter: ",", maxRowBytes: limits.maxItemBytes, file };
  for await (const { cells, index, offset, length } of csvRecords(bytes, { ...options, ...reading })) {
    if (index === 0 || offset < from) continue;
    const cell = (name: string): string | null => textOf(cells[columns.indexOf(name)]);
    const raw = Object.fromEntries(cells.map((each, n) => [columns[n] ?? `#${n + 1}`, each]));
    const post: Written = {
      id: cell("id"),
      slug: cell("slug"),
      url: /^https?:\/\//i.test(cell("url") ?? "") ? cell("url") : null,
      created: cell("created"),
      title: cell("title"),
      // Line breaks are written as two characters.
      body: (cell("body") ?? "").replaceAll("\\n", "\n"),
      visibility: "unknown",
    };
    const { value, hint = "unknown" } = writtenActivity(post, toHtml);
    yield { value, raw, file, pointer: `/${index}`, index: index - 1, offset, length, hint };
  }
}

function recogniseTexts(look: Look): Recognition | null {
  if (look.isBare || look.options.kind === "csv") return null;
  const entries = look.entries.filter((entry) => !isNote(entry));
  const texts = entries.filter(({ path }) => TEXT.test(nameOf(path)));
  if (texts.length === 0 || texts.length < entries.length) return null;
  // A bare word says little: posts of a blog have slug and id, ids have digits in them.
  const isPost = ({ path }: Entry): boolean => /_[a-z0-9]{6,}\.txt$|\d[^/]*\.txt$/i.test(nameOf(path));
  if (!texts.every(isPost)) return null;
  const open = async (): Promise<Contents> => ({
    root: commonFolder(look.entries),
    entries: look.entries,
    outbox: null,
    documents: texts,
    actor: NO_ACTOR,
    actorEntry: null,
    items: (options) => textItems(look, new Set(texts.map(({ path }) => path)), options),
    exportedAt: null,
  });
  return { confidence: 0.4, era: null, open };
}

async function* textItems(
  look: Look,
  paths: ReadonlySet<string>,
  options: ItemsOptions,
): AsyncGenerator<Item<Activity>, void, undefined> {
  const { container, limits } = look.options;
  const { signal, onDiagnostic } = options;
  const toHtml = await markdownToHtml();
  let index = 0;
  for await (const { entry, bytes } of container.scan(({ path }) => paths.has(path), {
    signal,
    onDiagnostic,
  })) {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of bytes) {
      length += chunk.length;
      if (length <= limits.maxItemBytes) chunks.push(chunk);
    }
    const file = entry.path;
    const place = { file, pointer: "", index, offset: 0, length };
    index += 1;
    if (length > limits.maxItemBytes) {
      onDiagnostic?.(diagnostic("json/item-too-large", { file, offset: 0 }));
      continue;
    }
    const [, slug = null, id = null] = TEXT.exec(nameOf(file)) ?? [];
    const body = new TextDecoder().decode(joinedBytes(chunks));
    const created = entry.modified ?? null;
    const post: Written = { id, slug, url: null, created, title: null, body, visibility: "unknown" };
    const { value, hint = "unknown" } = writtenActivity(post, toHtml);
    yield { value, raw: { slug, id, body, created }, ...place, hint };
  }
}
