import { diagnostic, type RunOptions } from "@archive/schema";
import { stringify } from "csv-stringify/browser/esm/sync";
import type { Selection } from "../../select/selection.js";
import type { OutputFile } from "../target.js";
import { cellsOf, isEmptyList } from "./rows.js";
import type { KitCollection, KitFile } from "./servers.js";

/**
 * Most rows of a file: Mastodon refuses larger ones.
 *
 * @example
 * ```ts
 * import { MOST_ROWS } from "@archive/transform/csv-kit";
 * MOST_ROWS; // 20000
 * ```
 */
export const MOST_ROWS = 20_000;
/** Most bytes of a file, with room to spare below Mastodon's 20 MB. */
const MOST_BYTES = 19_000_000;

const EXPECTED: Readonly<Record<KitCollection, string>> = {
  following: "an account",
  followers: "an account",
  blocks: "an account",
  mutes: "an account",
  lists: "a list and an account",
  domainBlocks: "a domain",
  bookmarks: "an address",
};

const encoder = new TextEncoder();

/** A collection as the files of a server's kit: as many as its rows need, none where there are no rows. */
export async function* kitFiles(
  selection: Selection,
  collection: KitCollection,
  file: KitFile,
  folder: string,
  run: RunOptions,
): AsyncGenerator<OutputFile & { readonly rows: number }> {
  const part = new Part(file);
  const seen = new Set<string>();
  const lists = new ListNames();
  let number = 0;
  const path = (): string => {
    number += 1;
    return `${folder}${file.name}${number === 1 ? "" : `-${number}`}.csv`;
  };
  for await (const member of selection.collection(collection, run) ?? []) {
    run.signal?.throwIfAborted();
    if (isEmptyList(member)) continue;
    const found = cellsOf(member, file, selection.origin.dialect);
    const cells = found === null || collection !== "lists" ? found : lists.apart(member.id, found);
    if (cells === null) {
      run.onDiagnostic?.(
        diagnostic("reference/invalid", {
          file: `${folder}${file.name}.csv`,
          expected: EXPECTED[collection],
          actual: typeof member.member === "string" ? member.member : member.id,
        }),
      );
      continue;
    }
    const key = keyOf(cells, collection);
    if (seen.has(key)) continue;
    seen.add(key);
    const row = rowText(cells, file);
    if (part.isFull(row)) yield { path: path(), ...part.take() };
    part.add(cells, row);
  }
  if (part.rows > 0) yield { path: path(), ...part.take() };
}

/** Keeps lists apart whose names become the same where an importer knows no quotes. */
class ListNames {
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** The last number behind a name: thousands of lists may share one, and none begins at the first again. */
  readonly #last = new Map<string, number>();

  apart(id: string, [name = "", ...others]: readonly string[]): readonly string[] {
    const list = JSON.stringify([id, name]);
    const given = this.#given.get(list) ?? this.#free(name);
    this.#given.set(list, given);
    return [given, ...others];
  }

  #free(name: string): string {
    let number = this.#last.get(name) ?? 1;
    let free = name;
    while (this.#taken.has(free)) {
      number += 1;
      free = `${name} (${number})`;
    }
    this.#last.set(name, number);
    this.#taken.add(free);
    return free;
  }
}

/** What is written into one file. */
class Part {
  rows = 0;
  readonly #file: KitFile;
  #text = "";
  #bytes = 0;

  constructor(file: KitFile) {
    this.#file = file;
  }

  isFull(row: string): boolean {
    return this.rows === MOST_ROWS || this.#bytes + encoder.encode(row).length > MOST_BYTES;
  }

  add(cells: readonly string[], row: string): void {
    if (this.rows === 0) {
      const header = this.#headerBefore(cells[0] ?? "");
      if (header !== null) this.#write(rowText(header, this.#file));
    }
    this.#write(row);
    this.rows += 1;
  }

  take(): { readonly content: string; readonly rows: number } {
    const taken = { content: this.#text, rows: this.rows };
    this.#text = "";
    this.#bytes = 0;
    this.rows = 0;
    return taken;
  }

  #headerBefore(first: string): readonly string[] | null {
    const { header, mistakable } = this.#file;
    return header ?? (mistakable.includes(first) ? ["List name", "Account address"] : null);
  }

  #write(row: string): void {
    this.#text += row;
    this.#bytes += encoder.encode(row).length;
  }
}

function rowText(cells: readonly string[], { quotes, separator }: KitFile): string {
  if (!quotes || separator !== ",") return `${cells.join(separator)}\n`;
  return stringify([[...cells]], { record_delimiter: "\n", quoted_match: /\r/ });
}

/** The row is the same whatever its flags say; an account is written in any case. */
function keyOf(cells: readonly string[], collection: KitCollection): string {
  if (collection === "lists") return JSON.stringify([cells[0], cells[1]?.toLowerCase()]);
  const [first = ""] = cells;
  return collection === "bookmarks" ? first : first.toLowerCase();
}
