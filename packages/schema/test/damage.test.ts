import type { Diagnostic } from "@archive/schema";
import { createValidator } from "@archive/schema/validate";
import { describe, expect, it } from "vitest";
import { mastodonItem } from "./mastodon-item.js";

const WRONG = {
  number: 7,
  boolean: true,
  object: {},
  nested: [[]],
  text: "\u0000",
  lost: undefined,
} as const;

let found: Diagnostic[] = [];
const onDiagnostic = (each: Diagnostic): void => void found.push(each);
const mastodon = await createValidator({ profile: "mastodon-archive", era: "4.3-4.4", onDiagnostic });
const as2 = await createValidator({ profile: "as2", onDiagnostic });
const wild = await createValidator({ profile: "wild", onDiagnostic });

/** What follows from damage elsewhere: what is said twice in a post, and then no longer agrees. */
const CONSEQUENCES: ReadonlySet<string> = new Set([
  "activity/without-actor",
  "link/without-href",
  "post/addressing-differs",
  "post/attribution-differs",
  "tag/incomplete",
  "text/map-differs",
]);

describe.each([
  ["mastodon-archive", mastodon],
  ["as2", as2],
  ["wild", wild],
] as const)("damage to a post of Mastodon, by %s", (profile, validator) => {
  const look = (item: unknown): readonly Diagnostic[] => {
    found = [];
    validator.document(item, { kind: "item" });
    return found;
  };
  // The letter of AS2 has no paths of files.
  const sound = new Set(look(mastodonItem).map(nameOf));
  const missed: string[] = [];
  const unexplained: string[] = [];
  let count = 0;
  for (const path of pathsIn(mastodonItem)) {
    const pointer = `/${path.join("/")}`;
    for (const [kind, wrong] of Object.entries(WRONG)) {
      const damaged = structuredClone(mastodonItem);
      put(damaged, path, wrong);
      const told = look(damaged).filter((each) => !sound.has(nameOf(each)));
      count += 1;
      if (told.length === 0) missed.push(`${kind} ${pointer}`);
      for (const each of told) {
        const isThere = each.pointer?.startsWith(pointer) === true || CONSEQUENCES.has(each.code);
        if (!isThere) unexplained.push(`${kind} ${pointer}: ${nameOf(each)}`);
        // What follows is never an error: that stands where the damage is.
        if (each.severity === "error") expect(each.pointer?.startsWith(pointer), nameOf(each)).toBe(true);
      }
    }
  }

  it("is found, unless it is what a server could have written", () => {
    expect(count).toBeGreaterThan(400);
    expect(missed).toMatchSnapshot(profile);
  });

  it("makes no finding that it did not cause", () => {
    expect(unexplained).toEqual([]);
  });
});

function nameOf({ code, pointer }: Diagnostic): string {
  return `${code} ${pointer}`;
}

function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [[...path, key], ...pathsIn(each, [...path, key])]);
}

function put(root: unknown, path: readonly string[], value: unknown): void {
  const holder = path.slice(0, -1).reduce((at: unknown, key) => Reflect.get(Object(at), key), root);
  Reflect.set(Object(holder), path.at(-1) ?? "", value);
}
