import { plainText } from "../../content/plain-text.js";
import type { CollectionMember } from "../../select/selection.js";
import { addressOf, domainOf, handleOf } from "./handle.js";
import type { Cell, KitFile } from "./servers.js";

/**
 * A member as the cells of a row; `null` for one that is no account, domain or address. Of an empty list there is
 * nothing to write: no server imports one.
 */
export function cellsOf(member: CollectionMember, file: KitFile, dialect: string): readonly string[] | null {
  const cells: string[] = [];
  for (const cell of file.cells) {
    const text = cellOf(cell, member, file, dialect);
    if (text === null) return null;
    cells.push(text);
  }
  return cells;
}

/** Whether a member is a list without anybody in it. */
export function isEmptyList({ list, member }: CollectionMember): boolean {
  return typeof list === "string" && member === undefined;
}

function cellOf(cell: Cell, member: CollectionMember, file: KitFile, dialect: string): string | null {
  switch (cell) {
    case "account":
      return accountOf(member, file, dialect);
    case "domain":
      return domainOf(member.id);
    case "address":
      return addressOf(member.id);
    case "list":
      return listName(member, file);
    // A boolean cell is never empty: GoToSocial skips such a row.
    case "showBoosts":
      return String(member.showBoosts !== false);
    case "notify":
      return String(member.notify === true);
    case "hideNotifications":
      return String(member.hideNotifications !== false);
    case "languages":
      return languagesOf(member.languages);
    case "true":
      return "true";
  }
}

function accountOf(
  { id, list, member }: CollectionMember,
  { addresses }: KitFile,
  dialect: string,
): string | null {
  const text = typeof list === "string" ? (typeof member === "string" ? member : "") : id;
  return handleOf(text, dialect === "pixelfed") ?? (addresses ? addressOf(text) : null);
}

/** As it was written; where the importer knows no quotes, what would end the cell becomes a space. */
function listName({ list, id }: CollectionMember, { quotes }: KitFile): string | null {
  const name = plainText(typeof list === "string" ? list : id).trim();
  const written = quotes ? name : name.replace(/\s*[,\r\n]+\s*/g, " ").trim();
  return written === "" ? null : written;
}

function languagesOf(languages: unknown): string {
  if (!Array.isArray(languages)) return "";
  const tags = languages.filter(
    (tag: unknown) => typeof tag === "string" && /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(tag),
  );
  return tags.join(", ");
}
