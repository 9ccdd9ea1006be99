import { parseDocument } from "htmlparser2";

/**
 * What slurp posts to GoToSocial of a folder, as its code has it. Line numbers are those of `internal/archive/` in
 * `VyrCossont/slurp` at 09cda949 (2025-10-05).
 */
export interface SlurpedStatus {
  readonly markdown: string;
  readonly spoiler: string | null;
  readonly sensitive: boolean;
  readonly visibility: "public" | "unlisted";
  readonly language: string | null;
  readonly scheduledAt: string;
  readonly inReplyTo: string | null;
  readonly media: readonly {
    readonly bytes: number;
    readonly description: string | null;
    readonly focus: readonly number[] | null;
  }[];
}

/** Why it took no more; `skipped` are the notes it passed over, by their ids. */
export interface Slurped {
  readonly statuses: readonly SlurpedStatus[];
  readonly skipped: readonly string[];
}

type Files = ReadonlyMap<string, Uint8Array>;
type Json = Readonly<Record<string, unknown>>;

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
/** RFC 3339, as Go decodes a time. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Imports a folder into a server that has the custom emoji `emoji`. */
export function slurp(files: Files, emoji: readonly string[] = []): Slurped {
  const actor = json(files, "actor.json");
  const outbox = json(files, "outbox.json");
  const items: readonly unknown[] = Array.isArray(outbox.orderedItems) ? outbox.orderedItems : [];
  // outbox.go 30 to 49: what does not decode is left out and nothing is said.
  const notes = new Map<string, Json>();
  for (const item of items) {
    const { type, object } = item as Json;
    if (type === "Create" && decodes(object) && object.type === "Note") notes.set(String(object.id), object);
  }
  // archive.go 117 to 134
  const ordered = [...notes.values()].toSorted((a, b) =>
    String(a.published) === String(b.published)
      ? String(a.id).localeCompare(String(b.id))
      : String(a.published).localeCompare(String(b.published)),
  );
  const statuses: SlurpedStatus[] = [];
  const skipped: string[] = [];
  const imported = new Set<string>();
  for (const note of ordered) {
    const status = statusOf(note, { files, actor, notes, imported, emoji });
    if (status === null) skipped.push(String(note.id));
    else {
      imported.add(String(note.id));
      statuses.push(status);
    }
  }
  return { statuses, skipped };
}

function json(files: Files, path: string): Json {
  return JSON.parse(new TextDecoder().decode(files.get(path)));
}

/** outbox.go 65 to 80: Go refuses a value of another type; `null` leaves a field as it was. */
function decodes(value: unknown): value is Json {
  if (typeof value !== "object" || value === null) return false;
  const note = value as Json;
  const isText = (each: unknown): boolean => each === undefined || each === null || typeof each === "string";
  const isList = (each: unknown, fits: (member: unknown) => boolean): boolean =>
    each === undefined || each === null || (Array.isArray(each) && each.every(fits));
  const isAttachment = (each: unknown): boolean => {
    const { type, mediaType, url, name, focalPoint } = each as Json;
    return [type, mediaType, url, name].every(isText) && isList(focalPoint, (n) => typeof n === "number");
  };
  return (
    [note.id, note.type, note.summary, note.inReplyTo, note.url, note.content].every(isText) &&
    TIME.test(String(note.published)) &&
    isList(note.to, isText) &&
    isList(note.cc, isText) &&
    Object.values((note.contentMap ?? {}) as Json).every(isText) &&
    ["boolean", "undefined"].includes(typeof (note.sensitive ?? undefined)) &&
    isList(note.attachment, isAttachment) &&
    isList(note.tag, () => true)
  );
}

interface Around {
  readonly files: Files;
  readonly actor: Json;
  readonly notes: ReadonlyMap<string, Json>;
  readonly imported: ReadonlySet<string>;
  readonly emoji: readonly string[];
}

function statusOf(note: Json, { files, actor, notes, imported, emoji }: Around): SlurpedStatus | null {
  const [to, cc] = [strings(note.to), strings(note.cc)];
  // outbox.go 93 to 108, archive.go 145
  const visibility = to.includes(PUBLIC) ? "public" : cc.includes(PUBLIC) ? "unlisted" : null;
  if (visibility === null) return null;
  // archive.go 151
  const inReplyTo = (note.inReplyTo ?? null) as string | null;
  if (inReplyTo !== null && !notes.has(inReplyTo)) return null;
  // outbox.go 121 to 133, archive.go 155
  const allowed = new Set([PUBLIC, actor.id, actor.followers]);
  if ([...to, ...cc].some((each) => !allowed.has(each))) return null;
  let markdown = markdownOf(String(note.content));
  // archive.go 171
  if (markdown.startsWith("[@")) return null;
  const tags = (note.tag ?? []) as readonly Json[];
  // archive.go 182 to 201
  if (tags.some(({ type }) => type === "Mention")) return null;
  // archive.go 205
  if (tags.some(({ type, name }) => type === "Emoji" && !emoji.includes(String(name)))) return null;
  // archive.go 45, 46, 215, 216; `\w` is of ASCII in Go
  if (/@\w+/.test(markdown.replace(/https:\/\/[a-z0-9.-]+\/@\w+/g, "at_link_placeholder"))) return null;
  // archive.go 223 to 230
  for (const { type, name, href } of tags) {
    if (type === "Hashtag") markdown = markdown.replaceAll(`[${name}](${href})`, String(name));
  }
  // archive.go 234 to 242
  if (inReplyTo !== null && !imported.has(inReplyTo)) return null;
  const media = ((note.attachment ?? []) as readonly Json[]).map((attachment) => {
    // archive.go 252: joined to the folder
    const bytes = files.get(String(attachment.url).replace(/^\/+/, ""))?.length ?? null;
    return { bytes, description: (attachment.name ?? null) as string | null, focus: focusOf(attachment) };
  });
  const whole = media.flatMap(({ bytes, ...rest }) => (bytes === null ? [] : [{ bytes, ...rest }]));
  // archive.go 257: one file that can't be opened, and the note is passed over
  if (whole.length < media.length) return null;
  return {
    markdown,
    spoiler: (note.summary ?? null) as string | null,
    sensitive: note.sensitive === true,
    visibility,
    // outbox.go 110 to 117
    language:
      Object.entries((note.contentMap ?? {}) as Json).find(([, text]) => text === note.content)?.[0] ?? null,
    scheduledAt: String(note.published),
    inReplyTo,
    media: whole,
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** outbox.go 145 to 157: both or none. */
function focusOf({ focalPoint }: Json): readonly number[] | null {
  return Array.isArray(focalPoint) && focalPoint.length > 1 ? focalPoint.slice(0, 2) : null;
}

type Node = ReturnType<typeof parseDocument>["children"][number];

const AROUND: Readonly<Record<string, readonly [string, string]>> = {
  h1: ["# ", "\n\n"],
  h2: ["## ", "\n\n"],
  h3: ["### ", "\n\n"],
  strong: ["**", "**"],
  b: ["**", "**"],
  em: ["*", "*"],
  i: ["*", "*"],
  del: ["~~", "~~"],
  s: ["~~", "~~"],
  code: ["`", "`"],
  blockquote: ["> ", "\n\n"],
  p: ["", "\n\n"],
  br: ["  \n", ""],
};

/** What JohannesKaufmann/html-to-markdown makes of it, as far as the conditions above look at it. */
function markdownOf(html: string): string {
  const read = (node: Node, at = 0): string => {
    if (!("attribs" in node)) return "data" in node ? node.data : "";
    const inside = (): string => node.children.map((child, n) => read(child, n)).join("");
    if (node.name === "a") return `[${inside()}](${node.attribs.href ?? ""})`;
    if (node.name === "li") {
      const isNumbered = node.parent !== null && "name" in node.parent && node.parent.name === "ol";
      return `${isNumbered ? `${at + 1}.` : "-"} ${inside()}\n`;
    }
    const [before, after] = AROUND[node.name] ?? ["", ""];
    return before + inside() + after;
  };
  return parseDocument(html)
    .children.map((node, n) => read(node, n))
    .join("")
    .trim();
}
