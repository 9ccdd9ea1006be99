import { create, mastodonArchive, note } from "@archive/fixtures";
import { readItems } from "@archive/reader";
import { type EntrySource, memorySink, type RepairReport, repair } from "@archive/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonStep, placeOf } from "../src/operations/json-places.js";

const manifest = { tool: "test", version: "1.0.0", command: "repair" };

/** A container of these files that hands out small chunks. */
function container(files: ReadonlyMap<string, Uint8Array>): EntrySource {
  const open: EntrySource["open"] = async function* ({ path }) {
    const bytes = files.get(path) ?? new Uint8Array();
    for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97);
  };
  const entries: EntrySource["entries"] = async function* () {
    for (const [path, bytes] of files) yield { path, size: bytes.length };
  };
  return {
    access: "random",
    open,
    entries,
    async *scan(want, run) {
      for await (const entry of entries(run)) if (want(entry)) yield { entry, bytes: open(entry, run) };
    },
  };
}

async function repaired(
  outbox: Uint8Array,
): Promise<{ readonly report: RepairReport; readonly bytes: Uint8Array }> {
  const sink = memorySink();
  const report = await repair(container(new Map([["outbox.json", outbox]])), { sink, manifest, readItems });
  return { report, bytes: sink.files.get("outbox.json") ?? new Uint8Array() };
}

const sound = mastodonArchive({
  activities: [
    create(note({ id: "1", content: "one, with [brackets] and {braces}" })),
    create(note({ id: "2", content: 'two "quoted" \\ é 漢字 🦣', updated: "2024-05-02 10:00:00" })),
    create(note({ id: "3", lang: "pt_br" })),
  ],
}).get("outbox.json");
const SOUND = sound ?? new Uint8Array();

/** What happens to files: they are cut, bytes change, bytes come in, parts stand twice. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom("cut", "change", "insert", "double"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(...[...'{}[],:"\\'].map((c) => c.charCodeAt(0))),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

function damaged(steps: readonly { kind: string; at: number; byte: number }[]): Uint8Array {
  let bytes = [...SOUND];
  for (const { kind, at: share, byte } of steps) {
    const at = Math.floor(share * bytes.length);
    if (kind === "cut") bytes = bytes.slice(0, at);
    else if (kind === "change") bytes[at] = byte;
    else if (kind === "insert") bytes.splice(at, 0, byte);
    else bytes.splice(at, 0, ...bytes.slice(at, at + 200));
  }
  return Uint8Array.from(bytes);
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("repair", () => {
  it("makes JSON of whatever a list can be found in, and nothing is left for a second repair", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (steps) => {
        const bytes = damaged(steps);
        const once = await repaired(bytes);
        const lists = new Set<string>();
        const onEnd = (met: ReadonlySet<string>): void => {
          for (const list of met) lists.add(list);
        };
        async function* source() {
          yield bytes;
        }
        for await (const _ of readItems(source(), { onEnd }));
        if (lists.size === 0) return;
        expect(() => JSON.parse(text(once.bytes))).not.toThrow();
        const twice = await repaired(once.bytes);
        expect([text(twice.bytes), twice.report.changed]).toEqual([text(once.bytes), {}]);
      }),
      { numRuns: 300 },
    );
  });

  it("changes dates and languages, and nothing else", async () => {
    const { report, bytes } = await repaired(SOUND);
    expect(report.changed).toEqual({ "post/date-without-zone": 1, "text/invalid-language": 1 });
    expect(text(bytes)).toBe(
      text(SOUND).replace("2024-05-02 10:00:00", "2024-05-02T10:00:00Z").replace('"pt_br"', '"pt-BR"'),
    );
  });

  it("tells the same without writing", async () => {
    const files = container(new Map([["outbox.json", SOUND]]));
    const report = await repair(files, { sink: null, manifest, readItems });
    expect(report).toEqual((await repaired(SOUND)).report);
  });
});

describe("placeOf", () => {
  it("finds every value of every JSON text", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        for (const [path, inner] of valuesIn(value, [])) {
          const place = placeOf(json, path);
          expect(place).not.toBeNull();
          expect(JSON.parse(json.slice(...(place ?? [0, 0])))).toEqual(JSON.parse(JSON.stringify(inner)));
        }
      }),
    );
  });

  it("takes the last of two keys, and finds nothing where there is nothing", () => {
    expect(placeOf('{"a":1,"a" : [2] }', ["a", 0])).toEqual([14, 15]);
    expect(placeOf('{"a":1}', ["b"])).toBeNull();
    expect(placeOf("[1]", [1])).toBeNull();
    expect(placeOf("7", ["a"])).toBeNull();
  });
});

function* valuesIn(
  value: unknown,
  path: readonly JsonStep[],
): Generator<readonly [readonly JsonStep[], unknown]> {
  yield [path, value];
  if (Array.isArray(value)) for (const [at, each] of value.entries()) yield* valuesIn(each, [...path, at]);
  else if (typeof value === "object" && value !== null)
    for (const [key, each] of Object.entries(value))
      if (key !== "__proto__") yield* valuesIn(each, [...path, key]);
}
