import type { Diagnostic, DiagnosticCode } from "@archive/schema";
import { expect } from "vitest";
import { type ReadItemsOptions, readItems } from "../src/json/read-items.js";
import type { JsonElement } from "../src/json/splitter-options.js";

export const encoder = new TextEncoder();

export async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

export interface Read {
  readonly elements: JsonElement[];
  readonly values: unknown[];
  readonly found: Diagnostic[];
  readonly codes: DiagnosticCode[];
  readonly members: [string, unknown][];
  readonly lists: string[];
}

export async function read(
  source: string | Uint8Array,
  options: ReadItemsOptions & { chunk?: number } = {},
): Promise<Read> {
  const bytes = typeof source === "string" ? encoder.encode(source) : source;
  const elements: JsonElement[] = [];
  const found: Diagnostic[] = [];
  const members: [string, unknown][] = [];
  let lists: string[] = [];
  const all = readItems(chunksOf(bytes, options.chunk ?? 65_536), {
    ...options,
    onDiagnostic: (each) => found.push(each),
    onMember: (key, value) => members.push([key, value]),
    onEnd: (met) => {
      lists = [...met];
    },
  });
  for await (const element of all) elements.push(element);
  return {
    elements,
    values: elements.map((each) => each.value),
    found,
    codes: found.map((each) => each.code),
    members,
    lists,
  };
}

/** Every result must be the same however the bytes are cut. */
export async function readEachWay(
  source: string | Uint8Array,
  options: ReadItemsOptions = {},
): Promise<Read> {
  const whole = await read(source, options);
  for (const chunk of [1, 2, 3, 7, 64]) expect(await read(source, { ...options, chunk })).toEqual(whole);
  return whole;
}

export const create = (n: number): string =>
  `{"id":"https://a.example/${n}/activity","type":"Create","actor":"https://a.example","object":{"id":"https://a.example/${n}","type":"Note","content":"<p>post ${n}, \\"quoted\\" },{ \\\\</p>","tag":[{"type":"Mention","name":"@b"},{"type":"Hashtag","name":"#c"}]}}`;
export const outbox = (...items: string[]): string =>
  `{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":${items.length},"orderedItems":[${items.join(",")}]}`;
export const idsOf = (found: Read): unknown[] =>
  found.values.map((value) => /\/(\d+)\/activity$/.exec(Reflect.get(Object(value), "id"))?.[1]);
