import { isJsonObject, type JsonObject, numberOf, textOf } from "@archive/schema";
import type { Bytes, Entry } from "../containers/container.js";
import type { CollectionName } from "../item.js";
import type { CollectionFile } from "./collection-files.js";
import type { Survey } from "./survey.js";

/** Relations as `Contact.php` numbers them: who follows whom. */
const FOLLOWER = 1;
const SHARING = 2;
const FRIEND = 3;
const NEWLINE = 10;

/** What a contact is to the account; it may be several things at once. */
const RELATIONS: Readonly<Partial<Record<CollectionName, (contact: JsonObject) => boolean>>> = {
  following: ({ rel }) => [SHARING, FRIEND].includes(numberOf(rel) ?? 0),
  followers: ({ rel }) => [FOLLOWER, FRIEND].includes(numberOf(rel) ?? 0),
  blocks: ({ blocked }) => isSet(blocked),
  mutes: ({ ignored }) => isSet(ignored),
};

/**
 * The contacts of an account as the collections other servers have. `isFirstLine`: the account is the first line of a
 * backup, and items follow.
 */
export function contactCollections(
  survey: Survey,
  entry: Entry,
  isFirstLine: boolean,
): readonly CollectionFile[] {
  const source: CollectionFile["survey"] = isFirstLine
    ? { open: (file, options) => firstLine(survey.open(file, options)) }
    : survey;
  return Object.entries(RELATIONS).map(([name, has]) => ({
    // The keys of RELATIONS are collections: its type says so.
    collection: name as CollectionName,
    entry,
    survey: source,
    table: null,
    lists: ["contact"],
    partial: true,
    belongs: (contact) => isJsonObject(contact) && !isSet(contact.self) && has(contact),
    element: (contact) =>
      isJsonObject(contact) ? (textOf(contact.addr) ?? textOf(contact.url) ?? textOf(contact.nurl)) : null,
  }));
}

function isSet(value: unknown): boolean {
  return value === true || numberOf(value) === 1;
}

async function* firstLine(bytes: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of bytes) {
    const end = chunk.indexOf(NEWLINE);
    if (end === -1) yield chunk;
    else {
      yield chunk.subarray(0, end);
      return;
    }
  }
}
