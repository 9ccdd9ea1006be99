import { isJsonObject, type JsonObject, type RunOptions } from "@archive/schema";
import type { Selection } from "../../../select/selection.js";
import { HOME_PATH, postPath } from "../../../theme/paths.js";
import type { Site } from "../../../theme/site.js";
import type { OutputFile } from "../../target.js";
import { movedPage } from "../moved-page.js";
import { as2Text } from "./as2-document.js";
import { keptPath } from "./kept-path.js";
import { KeptPaths } from "./kept-paths.js";
import { outboxFiles } from "./outbox.js";
import { type Redirect, redirectFiles } from "./redirect-files.js";
import { webfinger } from "./webfinger.js";

/**
 * What keeps an account's addresses alive once its server is gone: at the old address of each post a page that
 * leads on and the post as AS2, the actor, its outbox, WebFinger, and rules for the servers people use. Nothing of
 * it is of a post that is not selected: documents come redacted out of the selection, or not at all.
 */
export async function* renderKept(
  site: Site,
  selection: Selection,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const paths = keptPathsOf(selection);
  yield* accounts(site, selection, paths);
  for await (const post of selection.posts("oldest")) {
    run.signal?.throwIfAborted();
    const address = selection.address(post.key);
    if (address === null) continue;
    const to = postPath(address);
    if (post.kind !== "boost") {
      for (const from of new Set([post.url, post.id])) yield* moved(site, paths, from, to);
    }
    const activity = selection.as2(post.key);
    if (activity !== null) yield* documents(paths, activity);
  }
  const root = site.baseUrl === null ? "/" : new URL(site.baseUrl).pathname;
  yield* redirectFiles({
    root,
    redirects: () => redirectsOf(selection),
    documents: () => documentFolders(selection),
  });
}

async function* accounts(site: Site, selection: Selection, paths: KeptPaths): AsyncGenerator<OutputFile> {
  for (const [index, account] of selection.accounts.entries()) {
    for (const from of new Set([account.url, account.id])) yield* moved(site, paths, from, HOME_PATH);
    const actor = selection.actorDocument(index);
    if (actor === null) continue;
    const folder = paths.take(account.id, "index.json");
    if (folder !== null) yield { path: `${folder}/index.json`, content: as2Text(actor) };
    const outbox = idOf(actor.outbox);
    const outboxFolder = paths.take(outbox, "index.json");
    if (outbox !== null && outboxFolder !== null) {
      yield* outboxFiles(selection, index, { id: outbox, folder: outboxFolder });
    }
    // A static host has one answer: the first account's.
    const answer = index === 0 ? webfinger(account) : null;
    if (answer !== null) yield { path: ".well-known/webfinger", content: answer };
  }
}

function* moved(site: Site, paths: KeptPaths, from: string | null, to: string): Generator<OutputFile> {
  const folder = paths.take(from, "index.html");
  if (folder !== null) yield { path: `${folder}/index.html`, content: movedPage(site, folder, to) };
}

function* documents(paths: KeptPaths, activity: JsonObject): Generator<OutputFile> {
  const folder = paths.take(idOf(activity), "index.json");
  if (folder !== null) yield { path: `${folder}/index.json`, content: as2Text(activity) };
  const { object } = activity;
  // What was boosted is others', and no more than its address.
  if (!isJsonObject(object) || activity.type === "Announce") return;
  const objectFolder = paths.take(idOf(object), "index.json");
  if (objectFolder === null) return;
  const context = object["@context"] ?? activity["@context"];
  yield { path: `${objectFolder}/index.json`, content: as2Text(object, context) };
}

/** Old addresses, none taken yet; what lies below an outbox is its own. */
function keptPathsOf(selection: Selection): KeptPaths {
  const paths = new KeptPaths();
  for (const index of selection.accounts.keys()) {
    const folder = keptPath(idOf(selection.actorDocument(index)?.outbox));
    if (folder !== null) paths.keepClear(folder);
  }
  return paths;
}

/** The same choice as above, made again: keeping all of it would take memory for each post. */
async function* redirectsOf(selection: Selection): AsyncGenerator<Redirect> {
  const paths = keptPathsOf(selection);
  for (const account of selection.accounts) {
    for (const address of new Set([account.url, account.id])) {
      const from = paths.take(address, "index.html");
      if (from !== null) yield { from, to: HOME_PATH };
    }
  }
  for await (const post of selection.posts("oldest", { kinds: ["post", "reply", "selfReply", "poll"] })) {
    const address = selection.address(post.key);
    if (address === null) continue;
    for (const old of new Set([post.url, post.id])) {
      const from = paths.take(old, "index.html");
      if (from !== null) yield { from, to: postPath(address) };
    }
  }
}

/** Folders of documents that have no page of their own address to lose: their ids are not what people open. */
async function* documentFolders(selection: Selection): AsyncGenerator<string> {
  const paths = keptPathsOf(selection);
  for (const [index, { id, url }] of selection.accounts.entries()) {
    const actor = selection.actorDocument(index);
    if (actor === null) continue;
    for (const address of new Set([id === url ? null : id, idOf(actor.outbox)])) {
      const folder = paths.take(address, "index.json");
      if (folder !== null) yield folder;
    }
  }
  for await (const post of selection.posts("newest")) {
    if (post.id === post.url || selection.as2(post.key) === null) continue;
    const folder = paths.take(post.id, "index.json");
    if (folder !== null) yield folder;
  }
}

/** An id, or the id of a document. */
function idOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return isJsonObject(value) && typeof value.id === "string" ? value.id : null;
}
