import { COLLECTION_TYPES, classifyItem, isJsonObject, typesOf } from "@archive/schema";
import type { Bytes } from "../containers/container.js";
import { ITEM_LISTS, readItems } from "../json/read-items.js";

const MOST_ITEMS = 64;
/** Bytes from a document's beginning in which its first items must come. */
export const PROBED_BYTES: number = 4 * 1024 * 1024;

/** The beginning of an outbox, or of another document with lists. */
export interface OutboxProbe {
  readonly envelope: ReadonlyMap<string, unknown>;
  readonly items: readonly unknown[];
  /** Whether the items stand in `orderedItems`, which nothing but ActivityStreams has. */
  readonly ordered: boolean;
  /** The first items by the key of their list; of a document that is a list itself, by the empty key. */
  readonly lists: ReadonlyMap<string, readonly unknown[]>;
}

/** Reads as much of a document as tells who wrote it. Reports nothing: whoever reads it whole will. */
export async function probeOutbox(bytes: Bytes, keys: readonly string[] = ITEM_LISTS): Promise<OutboxProbe> {
  const envelope = new Map<string, unknown>();
  const items: unknown[] = [];
  const lists = new Map<string, unknown[]>();
  let ordered = false;
  const listed = (pointer: string): unknown[] => {
    const key = /^\/(?:first\/)?([^/]*[^/\d][^/]*)(?:\/|$)/.exec(pointer)?.[1] ?? "";
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
  };
  const onMember = (key: string, value: unknown): void => void envelope.set(key, value);
  const onEnd = (met: ReadonlySet<string>): void => {
    for (const list of met) listed(list);
    ordered ||= [...met].some((list) => list.endsWith("/orderedItems"));
  };
  for await (const { value, pointer } of readItems(bytes, { lists: keys, onMember, onEnd })) {
    items.push(value);
    listed(pointer).push(value);
    ordered ||= pointer.includes("/orderedItems/");
    if (items.length >= MOST_ITEMS) break;
  }
  return { envelope, items, ordered, lists };
}

/** Whether a bare JSON document is an outbox, another collection, or a list of activities or posts. */
export function looksLikeOutbox({ envelope, items, ordered }: OutboxProbe): boolean {
  const types = typesOf({ type: envelope.get("type") });
  if (ordered || types.some((type) => COLLECTION_TYPES.has(type))) return true;
  const first = items.find(isJsonObject);
  // A type of its own makes the document one object: its `items` are a part of it.
  return first !== undefined && types.length === 0 && classifyItem(first).kind !== "invalid";
}
