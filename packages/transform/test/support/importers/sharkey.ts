import { parseDocument } from "htmlparser2";

/**
 * What Sharkey makes of an upload, as its importer's code has it: the conditions it sets, and what it throws at. Line
 * numbers are those of `packages/backend/src/queue/processors/ImportNotesProcessorService.ts` in
 * `Lhcfl/sharkey-stelpolva` at eb3684af (2024-10-25), where no other file is named.
 */
export interface SharkeyNote {
  readonly text: string;
  readonly cw: string | null;
  readonly visibility: "public" | "home" | "followers";
  readonly createdAt: string;
  /** Id of the note it replies to: one of the import, or an address that is looked up. */
  readonly reply: string | null;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly comment: string | null;
  }[];
}

interface Toot {
  readonly type: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly directMessage?: boolean;
  readonly object: {
    readonly id: string;
    readonly type: string;
    readonly inReplyTo: string | null;
    readonly published: string;
    readonly content: string;
    readonly summary: string | null;
    readonly sensitive: boolean;
    readonly tag?: readonly { readonly type: string; readonly name: string }[];
    readonly attachment?: readonly { readonly url: string; readonly name: string | null }[];
  };
}

type Files = ReadonlyMap<string, Uint8Array>;

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
const MEDIA = "media_attachments/files/";

/**
 * Imports the files of a zip, all of them at its root.
 *
 * @throws Error where the importer would stop, for a note or for the whole.
 */
export function sharkeyImport(files: Files): readonly SharkeyNote[] {
  // 269: told by this file; 281: read without a look whether it is there.
  const outbox: { readonly orderedItems: readonly Toot[] } = json(files, "outbox.json");
  const actor: { readonly "@context": readonly unknown[] } = json(files, "actor.json");
  // 283: `.some` of a text is no function.
  if (!Array.isArray(actor["@context"])) throw new TypeError("actor['@context'].some is not a function");
  if (actor["@context"].some((each) => typeof each === "string" && /litepub/.test(each))) {
    throw new Error("taken for an export of Pleroma");
  }
  const drive = uploaded(files);
  // 300: nothing else is kept.
  const notes = outbox.orderedItems.filter(({ type, object }) => type === "Create" && object.type === "Note");
  return notes.flatMap((toot) => noteOf(toot, drive) ?? []);
}

function json<T>(files: Files, path: string): T {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is not at the root`);
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** 62 to 85: by their names alone, wherever they lie; of two of one name the second is not taken. */
function uploaded(files: Files): ReadonlyMap<string, number> {
  const drive = new Map<string, number>();
  for (const [path, { length }] of files) {
    if (!path.startsWith(MEDIA)) continue;
    const name = baseOf(path);
    // 71: ends the upload of the whole folder.
    if (name.endsWith(".srt")) throw new Error("subtitles stop the upload of a folder");
    if (drive.has(name)) throw new Error(`two files are called ${name}`);
    drive.set(name, length);
  }
  return drive;
}

function noteOf(toot: Toot, drive: ReadonlyMap<string, number>): SharkeyNote | null {
  const { object } = toot;
  // 397: of the activity, not of the object.
  const followers = toot.to.some((each) => each.includes("/followers"));
  // 399
  if (toot.directMessage === true || (!toot.to.includes(PUBLIC) && !followers)) return null;
  // 401
  const visibility = followers ? (toot.cc.includes(PUBLIC) ? "home" : "followers") : "public";
  // 403: an invalid date becomes that of today somewhere below.
  const date = new Date(object.published);
  if (Number.isNaN(date.getTime())) throw new RangeError("no date");
  // 421; `core/activitypub/models/tag.ts` 21
  const hashtags = (object.tag ?? []).filter(({ type }) => type === "Hashtag").map(({ name }) => name);
  const taken = (object.attachment ?? []).flatMap(({ url, name: comment }) => {
    // 431: of an attachment without an address it reads a property of nothing.
    const name = baseOf(url);
    const bytes = drive.get(name);
    // 434
    return bytes === undefined ? [] : [{ name, bytes, comment }];
  });
  return {
    text: textOf(object.content, new Set(hashtags.map((each) => each.toLowerCase()))),
    // 444
    cw: object.sensitive ? object.summary : null,
    visibility,
    createdAt: date.toISOString(),
    // 408 to 419: one of the import is its parent, any other is looked up.
    reply: object.inReplyTo ?? null,
    files: taken,
  };
}

function baseOf(url: string): string {
  return url.substring(url.lastIndexOf("/") + 1);
}

type Node = ReturnType<typeof parseDocument>["children"][number];

/** What is put around the content of an element; `core/MfmService.ts` 82 to 253. */
const AROUND: Readonly<Record<string, readonly [string, string]>> = {
  h1: ["**【", "】**\n"],
  h2: ["**", "**\n"],
  h3: ["**", "**\n"],
  b: ["**", "**"],
  strong: ["**", "**"],
  i: ["<i>", "</i>"],
  em: ["<i>", "</i>"],
  s: ["~~", "~~"],
  del: ["~~", "~~"],
  code: ["`", "`"],
  blockquote: ["\n> ", ""],
  p: ["\n\n", ""],
  h4: ["\n\n", ""],
  li: ["\n", ""],
  br: ["\n", ""],
};

function textOf(html: string, hashtags: ReadonlySet<string>): string {
  const plain = (node: Node): string =>
    "data" in node ? node.data : "children" in node ? node.children.map(plain).join("") : "";
  const read = (node: Node): string => {
    if (!("attribs" in node)) return "data" in node ? node.data : "";
    if (node.name === "a") return linkOf(plain(node), node.attribs, hashtags);
    const [before, after] = AROUND[node.name] ?? ["", ""];
    return before + node.children.map(read).join("") + after;
  };
  return parseDocument(html).children.map(read).join("").trim();
}

/** `core/MfmService.ts` 88 to 133. */
function linkOf(
  text: string,
  { href, rel }: Readonly<Record<string, string>>,
  hashtags: ReadonlySet<string>,
): string {
  if (hashtags.has(text.toLowerCase())) return text;
  if (!text.startsWith("@") || rel?.startsWith("me ") === true) return `[${text}](${href})`;
  const parts = text.split("@").length;
  if (parts === 3) return text;
  // A relative address throws here, and the note has no text.
  return parts === 2 && href !== undefined ? `${text}@${new URL(href).hostname}` : "";
}
