import type { DiffDocument } from "../commands/diff/document.js";
import type { Session } from "../session.js";
import { columns } from "./columns.js";
import { KIND_WORDS, VISIBILITY_WORDS } from "./count-table.js";
import { diagnosticLines } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { count, counted, listed as inWords } from "./quantity.js";

const CHANGES = ["added", "edited", "gone"] as const;
const COLOURS = { added: "green", edited: "yellow", gone: "red" } as const;
const SIGNS = { added: "+", edited: "~", gone: "-" } as const;
const PROFILE_WORDS = {
  name: "name",
  bio: "bio",
  fields: "fields",
  avatar: "avatar",
  header: "header",
  address: "address",
  moved: "where it moved to",
} as const;

/** What `diff` prints at a terminal. */
export function diffText(document: DiffDocument, session: Session): string[] {
  const { posts, older, newer, sameAccount, profile } = document;
  const { paint } = session;
  const lines = [
    `${paint("bold", printable(older.path))} (${counted(older.posts, "post")}) → ${paint("bold", printable(newer.path))} (${counted(newer.posts, "post")})`,
  ];
  if (sameAccount === false) {
    lines.push(
      paint("yellow", `These are two accounts: ${printable(older.id ?? "")}, ${printable(newer.id ?? "")}`),
    );
  }
  lines.push("", ...table(document, session), "", `  ${counted(posts.unchanged, "post")} unchanged`);
  if (profile.length > 0)
    lines.push(`  profile: ${inWords(profile.map((field) => PROFILE_WORDS[field]))} changed`);
  lines.push(...otherLines(document));
  for (const change of CHANGES) {
    const { [change]: some } = document.listed;
    if (some.length === 0) continue;
    lines.push("", paint("bold", `${change.slice(0, 1).toUpperCase()}${change.slice(1)}`));
    for (const { address, published } of some)
      lines.push(
        `  ${paint(COLOURS[change], SIGNS[change])} ${published?.slice(0, 10) ?? "undated   "}  ${printable(address)}`,
      );
    const rest = posts[change].total - some.length;
    if (rest > 0) lines.push(paint("dim", `    and ${count(rest)} more, or not public`));
  }
  const found = diagnosticLines(document.diagnostics, session);
  return found.length === 0 ? lines : [...lines, "", ...found];
}

function table({ posts }: DiffDocument, { paint }: Session): string[] {
  const changes = CHANGES.map((change) => posts[change]);
  const rows = [
    ["", ...CHANGES],
    ["posts", ...changes.map(({ total }) => count(total))],
  ];
  for (const [key, word] of entries(KIND_WORDS)) {
    const numbers = changes.map(({ byKind }) => byKind[key]);
    if (numbers.some((number) => number > 0)) rows.push([`  ${word}`, ...numbers.map(count)]);
  }
  for (const [key, word] of entries(VISIBILITY_WORDS)) {
    const numbers = changes.map(({ byVisibility }) => byVisibility[key]);
    if (numbers.some((number) => number > 0)) rows.push([`  ${word}`, ...numbers.map(count)]);
  }
  const [head = "", ...rest] = columns(rows, { right: [1, 2, 3], gap: 3 }).map((line) => `  ${line}`);
  return [paint("bold", head), ...rest];
}

function otherLines({ collections, media }: DiffDocument): string[] {
  const lines: string[] = [];
  for (const [name, change] of entries(collections)) {
    if (change === null || change === undefined || change.added + change.gone === 0) continue;
    lines.push(`  ${name}: ${count(change.added)} added, ${count(change.gone)} gone`);
  }
  if (media.added + media.gone > 0)
    lines.push(`  media files: ${count(media.added)} added, ${count(media.gone)} gone`);
  return lines;
}

function entries<Key extends string, Value>(
  record: Readonly<Partial<Record<Key, Value>>>,
): [Key, Value | undefined][] {
  const pairs: [Key, Value | undefined][] = [];
  for (const key in record) pairs.push([key, record[key]]);
  return pairs;
}
