import { COLLECTION_TYPES, classifyItem, isJsonObject, typesOf } from "@archive/schema";
import type { Bytes } from "../containers/container.js";
import { readItems } from "../json/read-items.js";

const MOST_ITEMS = 64;
/** Bytes from the outbox's beginning in which its first items must come. */
export const PROBED_BYTES: number = 4 * 1024 * 1024;

/** The beginning of an outbox. */
export interface OutboxProbe {
  readonly envelope: ReadonlyMap<string, unknown>;
  readonly items: readonly unknown[];
  /** Whether the items stand in `orderedItems`, which nothing but ActivityStreams has. */
  readonly ordered: boolean;
}

/** Reads as much of an outbox as tells who wrote it. Reports nothing: whoever reads it whole will. */
export async function probeOutbox(bytes: Bytes): Promise<OutboxProbe> {
  const envelope = new Map<string, unknown>();
  const items: unknown[] = [];
  let ordered = false;
  const onMember = (key: string, value: unknown): void => void envelope.set(key, value);
  const onEnd = (lists: ReadonlySet<string>): void => {
    ordered ||= [...lists].some((list) => list.endsWith("/orderedItems"));
  };
  for await (const { value, pointer } of readItems(bytes, { onMember, onEnd })) {
    items.push(value);
    ordered ||= pointer.includes("/orderedItems/");
    if (items.length >= MOST_ITEMS) break;
  }
  return { envelope, items, ordered };
}

/** Whether a bare JSON document is an outbox, another collection, or a list of activities or posts. */
export function looksLikeOutbox({ envelope, items, ordered }: OutboxProbe): boolean {
  const types = typesOf({ type: envelope.get("type") });
  if (ordered || types.some((type) => COLLECTION_TYPES.has(type))) return true;
  const first = items.find(isJsonObject);
  // A type of its own makes the document one object: its `items` are a part of it.
  return first !== undefined && types.length === 0 && classifyItem(first).kind !== "invalid";
}
