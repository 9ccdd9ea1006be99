import type { RawEntry } from "@archive/fixtures";
import { expect } from "vitest";
import { type ReadResult, readAll, readWith, sha256, WAYS } from "./container-helpers.js";

const POSTS = Array.from({ length: 20_000 }, (_, at) => `{"id":"https://social.example/${at * 7919}"}`).join(
  ",",
);
/** Large enough that it is inflated in several pieces. */
export const OUTBOX: string = `{"orderedItems":[${POSTS}]}`;
export const OUTBOX_ENTRY: RawEntry = { name: "outbox.json", data: OUTBOX };
export const ACTOR_ENTRY: RawEntry = { name: "actor.json", data: '{"type":"Person"}' };
export const TWO: readonly RawEntry[] = [OUTBOX_ENTRY, ACTOR_ENTRY];

/** Reads a zip of {@link TWO}: both are there, and these findings. */
export async function expectTwo(zip: Uint8Array, codes: readonly string[] = []): Promise<void> {
  const result = await readAll(zip);
  expect(result.codes).toEqual(codes);
  expect(result.paths).toEqual(["outbox.json", "actor.json"]);
  expect(result.digests.get("outbox.json")).toBe(sha256(OUTBOX));
  expect(result.digests.get("actor.json")).toBe(sha256('{"type":"Person"}'));
}

/** What a zip gives only with `salvage`, after being refused without, in Node and with what browsers have. */
export async function salvaged(zip: Uint8Array): Promise<ReadResult> {
  const bytes = new Uint8Array(zip);
  const results: ReadResult[] = [];
  for (const open of WAYS.values()) {
    await expect(readWith((run) => open(bytes, run))).rejects.toMatchObject({ code: "zip/ambiguous" });
    results.push(await readWith((run) => open(bytes, run), { salvage: true }));
  }
  const [first, ...others] = results;
  if (first === undefined) throw new Error("there is a way");
  for (const other of others) {
    expect(other.digests).toEqual(first.digests);
    expect(other.codes).toEqual(first.codes);
  }
  return first;
}
