import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { scanJson } from "./json-scan.js";
import type { Place } from "./place.js";

const IN_ITEM = /^(.*\/[0-9]+)(?=\/|$)/;

/** The same findings, each with the byte at which the innermost array item around it begins. */
export function withOffsets(
  found: readonly Diagnostic[],
  bytes: Uint8Array,
  place: Place,
): readonly Diagnostic[] {
  const before = place.pointer?.length ?? 0;
  const items = found.map(({ pointer }) => IN_ITEM.exec((pointer ?? "").slice(before))?.[1]);
  const starts = new Map<string, number>();
  for (const item of items) if (item !== undefined) starts.set(item, -1);
  if (starts.size === 0) return found;
  scanJson(bytes, (pointer, start) => {
    if (starts.has(pointer)) starts.set(pointer, start);
  });
  return found.map((each, index) => {
    const start = starts.get(items[index] ?? "") ?? -1;
    return start < 0 ? each : { ...each, offset: start + (place.offset ?? 0) };
  });
}
