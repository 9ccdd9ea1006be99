import { COLLECTION_TYPES, typesOf } from "@archive/schema";
import type { Bytes } from "../containers/container.js";
import type { CollectionName } from "../item.js";
import { ITEM_LISTS, readItems } from "../json/read-items.js";
import { referencesOf } from "./collection-element.js";
import { COLLECTION_KEYS, keyNamed } from "./collection-names.js";

/** Keys whose lists hold members: those of ActivityStreams, and those that other programs use. */
const MEMBER_LISTS: readonly string[] = [...ITEM_LISTS, ...COLLECTION_KEYS];

const FEW_ELEMENTS = 8;

/** How ActivityStreams servers end the addresses of collections. */
const ENDINGS: readonly (readonly [RegExp, CollectionName])[] = [
  [/(?:^|\/)likes\.json$|\/(?:liked|favou?rites)\/?$/, "likes"],
  [/(?:^|\/)bookmarks(?:\.json)?$/, "bookmarks"],
  [/(?:^|\/)following(?:\.json)?\/?$/, "following"],
  [/(?:^|\/)followers(?:\.json)?\/?$/, "followers"],
  [/(?:^|\/)dislikes\.json$/, "dislikes"],
];

/** How a JSON document holds a collection. */
export interface CollectionDocument {
  readonly collection: CollectionName;
  /** Keys of the lists its members stand in. */
  readonly lists: readonly string[];
}

/**
 * The collection that a JSON document holds: by its name, where its first elements are such as the name promises;
 * without a name that is known, by the address it gives itself. `null`: it holds none that is known.
 *
 * `head` is the document's beginning; what is wrong with it is told by whoever reads it whole.
 */
export async function collectionDocumentOf(
  head: Bytes,
  promised: CollectionName | null,
): Promise<CollectionDocument | null> {
  const envelope = new Map<string, unknown>();
  const elements: unknown[] = [];
  const keys = new Set<string>();
  const options = {
    lists: MEMBER_LISTS,
    onMember: (key: string, value: unknown): void => void envelope.set(key, value),
    onEnd: (met: ReadonlySet<string>): void => {
      for (const pointer of met) keys.add(pointer.slice(1));
    },
  };
  for await (const { value, pointer } of readItems(head, options)) {
    const [, key = "", number] = pointer.split("/");
    // An actor has `followers` and `following` too: they are addresses, not lists.
    if (number === undefined && !/^\d+$/.test(key) && !ITEM_LISTS.includes(key)) {
      return null;
    }
    keys.add(number === undefined ? "" : key);
    elements.push(value);
    if (elements.length >= FEW_ELEMENTS) break;
  }
  const isCollection = typesOf({ type: envelope.get("type") }).some((type) => COLLECTION_TYPES.has(type));
  if (keys.size === 0 && !isCollection) return null;
  const id = envelope.get("id");
  const own =
    isCollection && typeof id === "string" ? ENDINGS.find(([ending]) => ending.test(id))?.[1] : null;
  const keyed = keys.has("custom_filters") ? "filters" : null;
  // A name that fits counts before what a document calls itself: tools copy documents with their ids.
  const collection = promised ?? keyed ?? own ?? null;
  if (collection === null) return null;
  const known = elements.filter((each) => referencesOf(collection, each) !== null);
  if (elements.some((each) => each !== null) && known.length === 0) return null;
  return { collection, lists: [...ITEM_LISTS, ...[...keys].filter((key) => keyNamed(key) !== null)] };
}
