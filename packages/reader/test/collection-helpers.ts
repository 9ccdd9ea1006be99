import { mastodonArchive, packZip } from "@archive/fixtures";
import type { Diagnostic, JsonObject } from "@archive/schema";
import {
  type CollectionName,
  type Item,
  type OpenArchiveOptions,
  openArchive,
  type Reference,
} from "../src/index.js";

const encoder = new TextEncoder();
export type Content = string | Uint8Array | JsonObject | readonly unknown[];

export function bytesOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return encoder.encode(typeof content === "string" ? content : JSON.stringify(content));
}

/** A small export with some files beside its outbox. */
export function archive(files: Readonly<Record<string, Content>>): Map<string, Uint8Array> {
  const all = new Map(mastodonArchive({}));
  all.delete("likes.json");
  all.delete("bookmarks.json");
  for (const [name, content] of Object.entries(files)) all.set(name, bytesOf(content));
  return all;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export interface Read {
  readonly has: readonly CollectionName[];
  readonly items: ReadonlyMap<CollectionName, Item<Reference>[]>;
  readonly values: Readonly<Partial<Record<CollectionName, Reference[]>>>;
  readonly codes: string[];
  readonly found: Diagnostic[];
  readonly container: string;
  readonly dialect: string;
  readonly posts: number;
}

/** Reads every collection of an archive. */
export async function read(source: string | Uint8Array, options: OpenArchiveOptions = {}): Promise<Read> {
  const found: Diagnostic[] = [];
  const run = { onDiagnostic: (each: Diagnostic) => found.push(each) };
  await using opened = await openArchive(source, { ...options, ...run });
  const has = [...opened.has];
  const items = new Map<CollectionName, Item<Reference>[]>();
  const values: Partial<Record<CollectionName, Reference[]>> = {};
  for (const name of has) {
    const list = await all(opened.collection(name, run));
    items.set(name, list);
    values[name] = list.map(({ value }) => value);
  }
  const posts = (await all(opened.outbox(run))).length;
  const { container, dialect } = opened.info;
  return { has, items, values, codes: found.map(({ code }) => code), found, container, dialect, posts };
}

/** The same of a small export with some files. */
export async function readZip(files: Readonly<Record<string, Content>>): Promise<Read> {
  return read(await packZip(archive(files)));
}

/** Accounts that are followed, as Mastodon exports them. */
export const FOLLOWING = `Account address,Show boosts,Notify on new posts,Languages

ada@b.example,true,false,
@bob@c.example,false,true,"en, fr"
`;
