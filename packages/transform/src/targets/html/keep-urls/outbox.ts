import type { JsonObject } from "@archive/schema";
import type { Selection } from "../../../select/selection.js";
import type { OutputFile } from "../../target.js";
import { as2Text, embedded, PLAIN_CONTEXT } from "./as2-document.js";
import { addressPath } from "./kept-path.js";

const PAGE = 100;

/**
 * An account's outbox as a collection in pages. Pages are filled from the oldest post on, so that a page that is
 * full never changes again; the collection begins with the newest.
 */
export async function* outboxFiles(
  selection: Selection,
  account: number,
  outbox: { readonly id: string; readonly folder: string },
): AsyncGenerator<OutputFile> {
  const { origin } = new URL(outbox.id);
  const idOf = (page: number): string => `${origin}${addressPath(`${outbox.folder}/page-${page}`)}`;
  let items: JsonObject[] = [];
  let pages = 0;
  let total = 0;
  const page = (): OutputFile => {
    pages += 1;
    const document = {
      "@context": items[0]?.["@context"] ?? PLAIN_CONTEXT,
      id: idOf(pages),
      type: "OrderedCollectionPage",
      partOf: outbox.id,
      ...(pages === 1 ? {} : { next: idOf(pages - 1) }),
      orderedItems: items.toReversed().map(embedded),
    };
    items = [];
    return { path: `${outbox.folder}/page-${pages}/index.json`, content: as2Text(document) };
  };
  for await (const post of selection.posts("oldest")) {
    const activity = post.account === account ? selection.as2(post.key) : null;
    if (activity === null) continue;
    items.push(activity);
    total += 1;
    if (items.length === PAGE) yield page();
  }
  if (items.length > 0) yield page();
  const document = {
    "@context": PLAIN_CONTEXT,
    id: outbox.id,
    type: "OrderedCollection",
    totalItems: total,
    ...(pages === 0 ? { orderedItems: [] } : { first: idOf(pages), last: idOf(1) }),
  };
  yield { path: `${outbox.folder}/index.json`, content: as2Text(document) };
}
