import type { BatchDocument } from "../commands/batch/document.js";
import type { Session } from "../session.js";
import { columns } from "./columns.js";
import { printable } from "./printable.js";
import { count } from "./quantity.js";

/** What `batch` prints at a terminal when it is done. */
export function batchText(document: BatchDocument, { paint }: Session): string[] {
  const { archives, done, failed, skipped, posts, out } = document;
  const rows = [
    ["archives", count(archives)],
    ["done", count(done)],
    ...(skipped > 0 ? [["done before", count(skipped)]] : []),
    ...(failed > 0 ? [["failed", paint("red", count(failed))]] : []),
    ["posts", `${count(posts.written)} of ${count(posts.read)}`],
  ];
  const where = paint("cyan", printable(out));
  return [
    ...columns(rows, { gap: 3 }),
    "",
    `It is in ${where}; batch.ndjson there says what became of each.`,
  ];
}
