import { type Activity, isJsonObject, type RunOptions, timestampOf } from "@archive/schema";
import type { Bytes, Entry } from "../containers/container.js";
import type { EarlierItem } from "../item.js";
import type { ByteTools } from "../json/byte-tools.js";
import type { JsonLimits } from "../json/limits.js";
import { mapItems } from "../json/read-items.js";
import type { Contents } from "./dialect.js";
import { withoutEmbeddedSecrets } from "./secrets.js";

/** Files in which a merged archive keeps what its latest export no longer has; gone posts, earlier versions. */
const EARLIER_FILES: readonly string[] = ["gone.json", "history.json"];

/** The files of an archive that hold earlier items. */
export function earlierFilesOf({ root, entries, outbox }: Contents): readonly Entry[] {
  if (outbox === null) return [];
  return EARLIER_FILES.flatMap((name) => entries.find(({ path }) => path === root + name) ?? []);
}

/** How {@link earlierItems} reads. */
export interface EarlierReading {
  readonly limits: JsonLimits;
  readonly tools: ByteTools;
  readonly secrets: boolean;
}

/**
 * The items of one such file: a collection whose elements are `{ "goneSince": …, "item": … }`, or without the date
 * for an earlier version. Elements of any other shape belong to somebody else's file, and are passed over.
 */
export function earlierItems(
  entry: Entry,
  bytes: Bytes,
  { limits, tools, secrets }: EarlierReading,
  run: RunOptions,
): AsyncIterable<EarlierItem> {
  const file = entry.path;
  const { onDiagnostic } = run;
  return mapItems(
    bytes,
    { ...run, ...limits, tools, file, size: entry.size },
    ({ value, index, pointer: element, offset, length }) => {
      if (!isJsonObject(value) || !isJsonObject(value.item)) return null;
      const pointer = `${element}/item`;
      const raw: Activity = secrets
        ? value.item
        : withoutEmbeddedSecrets(value.item, { file, pointer, offset }, onDiagnostic);
      const since = timestampOf(value.goneSince)?.iso ?? null;
      const later = since === null ? { state: "superseded" as const } : { state: "gone" as const, since };
      return { value: raw, raw, file, pointer, index, offset, length, later };
    },
  );
}
