import { EXPORT_SECRET, exportFixtures, packTar } from "@archive/fixtures";
import {
  ArchiveError,
  audienceOf,
  classifyItem,
  isJsonObject,
  VISIBILITIES,
  type Visibility,
} from "@archive/schema";
import { describe, expect, it } from "vitest";
import { openArchive } from "../src/index.js";

const fixtures = Object.entries(exportFixtures());
const decoder = new TextDecoder();
const encoder = new TextEncoder();

interface Read {
  readonly text: string;
  /** By the place of the item. */
  readonly visibilities: ReadonlyMap<string, Visibility>;
}

/** All that can be had of an archive as one text; what can't be opened has a code. */
async function readAll(files: ReadonlyMap<string, Uint8Array>): Promise<Read> {
  const told: unknown[] = [];
  const visibilities = new Map<string, Visibility>();
  const run = { onDiagnostic: (found: unknown) => void told.push(found) };
  try {
    await using archive = await openArchive(await packTar(files), run);
    const actor = await archive.actor(run);
    told.push(actor);
    for await (const item of archive.outbox(run)) {
      told.push(item);
      const made = classifyItem(item.value);
      if (made.kind !== "post" && made.kind !== "boost") continue;
      const { activity, object } = made;
      const { visibility } = audienceOf({ activity, object, actor: actor?.value ?? null, hint: item.hint });
      visibilities.set(item.pointer, visibility);
    }
    for (const name of archive.has) for await (const item of archive.collection(name, run)) told.push(item);
    for await (const file of archive.media(run)) told.push(file);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    told.push(error.code);
  }
  return { text: JSON.stringify(told), visibilities };
}

/** What is not known counts as direct everywhere. */
function rank(visibility: Visibility): number {
  return VISIBILITIES.indexOf(visibility === "unknown" ? "direct" : visibility);
}

/** Marks that narrow by being there; without one, a post is what its addressing says. */
const MARKS: ReadonlySet<string> = new Set(["directMessage", "localOnly", "allow_cid"]);

/** Every key of a document, at any depth. */
function keysOf(value: unknown, keys: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const each of value) keysOf(each, keys);
  else if (isJsonObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      keys.add(key);
      keysOf(each, keys);
    }
  }
  return keys;
}

/** A document with another value under a key, wherever it stands; `undefined` takes it out. */
function changed(value: unknown, key: string, to: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => changed(each, key, to));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]): [string, unknown] => [name, name === key ? to : changed(each, key, to)])
      .filter(([, each]) => each !== undefined),
  );
}

const isJson = (path: string): boolean => /\.(?:json|account|backup)$|^outbox$/.test(path);

/** Lines that are documents each, as Friendica's are. */
function documentsIn(bytes: Uint8Array): unknown[] {
  const text = decoder.decode(bytes);
  try {
    return [JSON.parse(text)];
  } catch {
    const lines = text.trim().split("\n");
    return lines.map((line): unknown => JSON.parse(line));
  }
}

function withDocuments(
  files: ReadonlyMap<string, Uint8Array>,
  change: (document: unknown) => unknown,
): Map<string, Uint8Array> {
  return new Map(
    [...files].map(([path, bytes]) => {
      if (!isJson(path)) return [path, bytes];
      const lines = documentsIn(bytes).map((document) => JSON.stringify(change(document)) ?? "null");
      return [path, encoder.encode(lines.join("\n"))];
    }),
  );
}

describe.each(fixtures)("%s, whatever is wrong with it", (name, { files }) => {
  it.each([
    ["missing", undefined],
    ["null", null],
    ["a number", 7],
    ["a text", "x"],
    ["lists in a list", [[{}], null]],
    ["an object", { "": { id: 1 } }],
  ])("is read or refused with any key %s", async (_what, to) => {
    const keys = new Set(
      [...files].flatMap(([path, bytes]) => (isJson(path) ? [...keysOf(documentsIn(bytes))] : [])),
    );
    const whole = await readAll(files);
    for (const key of keys) {
      const read = await readAll(withDocuments(files, (document) => changed(document, key, to)));
      expect(read.text).not.toContain(EXPORT_SECRET);
      if (MARKS.has(key) || (name === "writefreely-json" && key === "visibility")) continue;
      for (const [pointer, visibility] of read.visibilities) {
        const before = whole.visibilities.get(pointer);
        if (before === undefined) continue;
        const place = `${key} at ${pointer}`;
        expect([place, rank(visibility) >= rank(before)]).toEqual([place, true]);
      }
    }
  });

  it("is read or refused with any document cut, empty or of another shape", async () => {
    for (const [path, bytes] of files) {
      const others = [
        bytes.subarray(0, bytes.length >> 1),
        new Uint8Array(),
        ...[
          "null",
          "[]",
          "{}",
          "[null,1,[],{}]",
          '{"orderedItems":[{}],"notes":[{}],"books":[{}]}',
          "a,b\n,,,",
        ].map((text) => encoder.encode(text)),
      ];
      for (const other of others) await readAll(new Map(files).set(path, other));
      await readAll(new Map([...files].filter(([each]) => each !== path)));
    }
  });
});
