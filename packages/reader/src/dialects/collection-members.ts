import { diagnostic, isJsonObject, type RunOptions } from "@archive/schema";
import { collectionRows } from "../csv/collection-rows.js";
import type { Item, Reference } from "../item.js";
import type { ByteTools } from "../json/byte-tools.js";
import type { JsonLimits } from "../json/limits.js";
import { ITEM_LISTS, mapItems } from "../json/read-items.js";
import { referencesOf } from "./collection-element.js";
import type { CollectionFile } from "./collection-files.js";
import { nameOfType } from "./json-type.js";
import { withoutSecrets } from "./secrets.js";

/** How the members of a collection are read. */
export interface MembersOptions extends RunOptions {
  readonly limits: JsonLimits;
  readonly tools: ByteTools;
  readonly secrets: boolean;
}

/** The members of the collection in all its files; those that stand in several are given once. */
export async function* collectionMembers(
  files: readonly CollectionFile[],
  options: MembersOptions,
): AsyncGenerator<Item<Reference>, void, undefined> {
  const several = files.length > 1 || files.some(({ partial }) => partial === true);
  const seen = several ? new Set<string>() : null;
  for (const file of files) {
    for await (const item of membersIn(file, options)) {
      const key = seen === null ? "" : keyOf(item.value);
      if (seen?.has(key) === true) continue;
      seen?.add(key);
      yield item;
    }
  }
}

/** `https://b.example/@ada` and `https://b.example/users/ada`, as most servers have them, are `ada@b.example`. */
const PROFILE = /^https:\/\/([^/]+)\/(?:@|users\/|u\/)([^/@]+)$/i;

function keyOf({ id, list, member }: Reference): string {
  const plain = (address: string): string => {
    const profile = PROFILE.exec(address);
    return profile === null ? address : `${profile[2]}@${profile[1]}`.toLowerCase();
  };
  if (list !== undefined) return JSON.stringify([list, plain(member ?? "").toLowerCase()]);
  return /^[^/:]+$/.test(id) ? id.toLowerCase() : plain(id);
}

async function* membersIn(
  { collection, entry, survey, table, lists, partial, element: plain, belongs }: CollectionFile,
  options: MembersOptions,
): AsyncGenerator<Item<Reference>, void, undefined> {
  const { limits, tools, onDiagnostic } = options;
  const file = entry.path;
  const bytes = survey.open(entry, { signal: options.signal, onDiagnostic });
  if (table !== null) {
    yield* collectionRows(bytes, table, { ...options, file, maxRowBytes: limits.maxItemBytes });
    return;
  }
  const reading = {
    ...options,
    ...limits,
    // A document may have several lists that make one collection.
    onDiagnostic: partial === true ? butForSeveralLists(onDiagnostic) : onDiagnostic,
    tools,
    file,
    size: entry.size,
    lists: lists.length > 0 ? lists : ITEM_LISTS,
    onEnd: (met: ReadonlySet<string>): void => {
      if (met.size === 0 && partial !== true)
        onDiagnostic?.(diagnostic("collection/not-a-collection", { file }));
    },
  };
  for await (const element of mapItems(bytes, reading, (each) => each)) {
    const { value, index, pointer, offset, length } = element;
    if (belongs?.(value) === false) continue;
    const references = referencesOf(collection, plain === undefined ? value : plain(value));
    if (references === null) {
      const actual = nameOfType(value);
      onDiagnostic?.(
        diagnostic("reference/invalid", { file, pointer, offset, expected: "an address", actual }),
      );
      continue;
    }
    const place = { file, pointer, index, offset, length };
    const clean = isJsonObject(value) && !options.secrets ? withoutSecrets(value) : null;
    for (const secret of clean?.found ?? []) {
      onDiagnostic?.(diagnostic(secret.code, { file, offset, pointer: pointer + secret.pointer }));
    }
    const document = clean?.document ?? (isJsonObject(value) ? value : null);
    for (const reference of references) {
      yield { value: reference, raw: document ?? { id: reference.id }, ...place };
    }
  }
}

function butForSeveralLists(report: RunOptions["onDiagnostic"]): RunOptions["onDiagnostic"] {
  return report && ((found) => void (found.code === "outbox/doubled-items" || report(found)));
}
