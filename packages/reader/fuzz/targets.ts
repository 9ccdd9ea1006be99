import { gzipSync } from "node:zlib";
import { create, mastodonArchive, rawZip } from "@archive/fixtures";
import { ArchiveError, type Diagnostic } from "@archive/schema";
import { openContainer as openInBrowser } from "../src/browser/open-container.js";
import { openArchive, openContainer, readItems } from "../src/index.js";
import { readItems as readPortably } from "../src/json/read-items.js";
import { limits, safePath } from "./container-rules.js";
import { guardTarget } from "./guard-target.js";
import { itemTarget } from "./item-target.js";
import { spoolTarget } from "./spool-target.js";
import { must, mustAgree, pieces, told } from "./told.js";

async function container(bytes: Uint8Array): Promise<void> {
  const node = await told((onDiagnostic) => openContainer(bytes, { limits, onDiagnostic }), safePath);
  const web = await told((onDiagnostic) => openInBrowser(bytes, { limits, onDiagnostic }), safePath);
  mustAgree(node, web);
}

async function split(bytes: Uint8Array, size: number, read: typeof readItems): Promise<string> {
  const lines: string[] = [];
  const onDiagnostic = ({ code, offset }: Diagnostic): void => {
    lines.push(`${code} ${offset}`);
  };
  for await (const { value, pointer, offset, length } of read(pieces(bytes, size), {
    onDiagnostic,
    maxDepth: 64,
  })) {
    lines.push(`${pointer} ${offset} ${length} ${JSON.stringify(value)}`);
  }
  return lines.join("\n");
}

async function splitter(bytes: Uint8Array): Promise<void> {
  const whole = await split(bytes, Math.max(1, bytes.length), readItems);
  must((await split(bytes, 7, readItems)) === whole, "chunks make no difference");
  must((await split(bytes, 64, readPortably)) === whole, "portable and fast tools agree");
  let list: unknown;
  try {
    const document: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    list = document;
  } catch {
    must(/^(json|outbox)\/\S+ \d+$/m.test(whole), "what is no JSON is reported");
    return;
  }
  if (!Array.isArray(list) || whole.includes("json/")) return;
  const items = whole.split("\n").filter((line) => line.startsWith("/"));
  must(items.length === list.length, "a list's items are those of JSON.parse");
  for (const [n, value] of list.entries())
    must(items[n]?.endsWith(` ${JSON.stringify(value)}`) === true, "items are equal");
}

/** Opens an archive and reads whatever it has. */
async function archive(bytes: Uint8Array, name: string): Promise<void> {
  const run = { onDiagnostic: (_: Diagnostic): void => {} };
  try {
    await using opened = await openArchive(bytes, { ...run, limits, name });
    await opened.actor(run);
    let offset = -1;
    for await (const item of opened.outbox(run)) {
      must(typeof item.value === "object" && item.value !== null, "items are objects");
      must(item.offset > offset || opened.info.dialect !== "mastodon", "offsets rise");
      offset = item.offset;
    }
    for (const collection of opened.has) {
      for await (const { value } of opened.collection(collection, run))
        must(typeof value.id === "string", "members have an id");
    }
    const media = [];
    for await (const file of opened.media(run)) media.push(file);
    for await (const { bytes: content } of opened.readMedia(media, run)) for await (const _ of content);
    for await (const { path } of opened.entries(run)) opened.resolveMedia(path);
    await opened.declaredTotal(run);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
  }
  must(Object.keys(Object.prototype).length === 0, "Object.prototype is untouched");
}

const REST = mastodonArchive({ activities: [create()] });
const DOCUMENTS = ["outbox.json", "actor.json", "likes.json", "bookmarks.json", "following.json"];

/** What is done with an input, by the name of the target. */
export const TARGETS: ReadonlyMap<string, (bytes: Uint8Array) => Promise<void>> = new Map([
  ["zip", container],
  ["tar", (bytes) => container(bytes[0] === 0x1f ? bytes : bytes.length % 2 === 0 ? bytes : gzipSync(bytes))],
  ["guards", guardTarget],
  ["spool", spoolTarget],
  ["splitter", splitter],
  ["items", itemTarget],
  [
    "csv",
    async (bytes) => {
      for (const name of ["following_accounts.csv", "lists.csv", "blocked_domains.csv"])
        await archive(bytes, name);
    },
  ],
  [
    "document",
    async (bytes) => {
      const entry = DOCUMENTS[bytes.length % DOCUMENTS.length] ?? "";
      const files = new Map(REST).set(entry, bytes);
      const packed = rawZip([...files].map(([name, data]) => ({ name, data, method: 0 })));
      await archive(packed, "archive.zip");
      await archive(bytes, "outbox.json");
    },
  ],
]);
