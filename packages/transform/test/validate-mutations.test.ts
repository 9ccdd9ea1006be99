import { sampleArchive } from "@archive/fixtures";
import { type Diagnostic, isJsonObject, type JsonObject } from "@archive/schema";
import { validate } from "@archive/transform";
import { describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";
import { MUTATIONS, type Mutation } from "./support/mutations.js";

const FILES = sampleArchive();
const ACTOR = parsed("actor.json");
const OUTBOX: readonly JsonObject[] = itemsOf(parsed("outbox.json").orderedItems);
const MEDIA = Object.fromEntries([...FILES].filter(([path]) => path.startsWith("media_attachments/")));

function parsed(path: string): JsonObject {
  const value: unknown = JSON.parse(new TextDecoder().decode(FILES.get(path)));
  if (!isJsonObject(value)) throw new TypeError(`${path} is no object`);
  return value;
}

function itemsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

async function findings(activities: readonly JsonObject[]): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const archive = memorySource({ actor: ACTOR, activities, media: MEDIA });
  const info = { ...archive.info, era: "4.3-4.4", exportedAt: "2025-11-08T10:00:00Z" };
  await validate({ ...archive, info }, { onDiagnostic: (each) => found.push(each) });
  return found;
}

/** Sums over the whole archive: they come out otherwise whenever an item is not counted as it was. */
const SUMS: ReadonlySet<string> = new Set([
  "archive/holds-private-posts",
  "outbox/out-of-order",
  "reference/remote",
]);

/** Numbers that are the same on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const keyOf = ({ code, pointer, file, message }: Diagnostic): string =>
  `${code} ${pointer ?? file ?? message}`;

/** What is found after one item was damaged and was not before. */
async function newFindings(mutation: Mutation, random: () => number, before: ReadonlySet<string>) {
  const copies = OUTBOX.map((item): JsonObject => structuredClone(item));
  const start = Math.floor(random() * copies.length);
  for (let step = 0; step < copies.length; step += 1) {
    const index = (start + step) % copies.length;
    const item = copies[index];
    if (item === undefined || !mutation.damage(item)) continue;
    const found = (await findings(copies)).filter((each) => !before.has(keyOf(each)));
    return { index, found };
  }
  throw new RangeError(`No item of the sample has a place for: ${mutation.name}`);
}

describe("damage to items of the sample", async () => {
  const sound = await findings(OUTBOX);
  const before = new Set(sound.map(keyOf));
  const random = seeded(20_251_108);
  let hits = 0;
  let tellings = 0;

  it("finds no error in the sample as it is", () => {
    expect(sound.filter(({ severity }) => severity !== "info").map(keyOf)).toEqual(
      sound.filter(({ code }) => code === "media/missing").map(keyOf),
    );
  });

  it("comes in a hundred kinds", () => {
    expect(new Set(MUTATIONS.map(({ name, code }) => `${code} ${name}`)).size).toBeGreaterThanOrEqual(100);
  });

  it.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))("%s", async (_name, mutation) => {
    const { index, found } = await newFindings(mutation, random, before);
    const expected = { code: mutation.code, pointer: `/orderedItems/${index}${mutation.pointer}` };
    expect(found.map(({ code, pointer }) => ({ code, pointer }))).toContainEqual(expected);
    hits += 1;
    const foreign = found.filter(
      ({ code }) => code !== mutation.code && !mutation.also.includes(code) && !SUMS.has(code),
    );
    tellings += 1;
    expect(foreign.map(keyOf)).toEqual([]);
  });

  it("is all found, and nothing else is", () => {
    expect({ hits, tellings }).toEqual({ hits: MUTATIONS.length, tellings: MUTATIONS.length });
  });
});
