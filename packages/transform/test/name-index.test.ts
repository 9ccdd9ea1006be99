import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACTIVITY,
  type NamedKind,
  NameIndex,
  PAGE,
  POST,
  type PostNames,
} from "../src/operations/name-index.js";

/** The plain way: every name by itself. */
class PlainNames {
  readonly #kinds = new Map<string, NamedKind>();

  get(name: string): NamedKind {
    return this.#kinds.get(name) ?? 0;
  }

  add(name: string, kind: NamedKind): NamedKind {
    const before = this.get(name);
    if (before === 0) this.#kinds.set(name, kind);
    return before;
  }

  addPost({ post, page, activity }: PostNames): { readonly post: NamedKind; readonly activity: NamedKind } {
    const before = this.get(post);
    this.#kinds.set(post, POST);
    if (page !== null) this.add(page, PAGE);
    return { post: before, activity: activity === null ? 0 : this.add(activity, ACTIVITY) };
  }
}

const BEGINS = [
  "https://a.example/users/ada/statuses/",
  "https://a.example/users/ada/",
  "https://a.example/@ada/",
  "https://a.example/@ada/with_replies/",
  "https://a.example/",
  "activity/",
  "",
];
const OWN = ["1", "2", "12", "1/activity", "", "activity", "/activity", "https://a.example/@ada/1"];
const ENDS = ["", "/activity", "/activity/activity", "activity", "/"];
const part = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
// Few parts, so that names meet in every way.
const name = fc.tuple(part(BEGINS), part(OWN), part(ENDS)).map((parts) => parts.join(""));
const usual = part(["1", "2", "3"]).map(
  (own): PostNames => ({
    post: `https://a.example/users/ada/statuses/${own}`,
    page: `https://a.example/@ada/${own}`,
    activity: `https://a.example/users/ada/statuses/${own}/activity`,
  }),
);
const odd = fc
  .record({ post: name, page: fc.option(name), activity: fc.option(name) })
  .map((names) => (names.activity === names.post ? { ...names, activity: null } : names));
const step = fc.oneof(usual, odd, fc.tuple(name, fc.constantFrom<NamedKind[]>(POST, PAGE, ACTIVITY)));

describe("an index of names", () => {
  it("answers as one that keeps every name by itself", () => {
    fc.assert(
      fc.property(
        fc.option(part(BEGINS)),
        fc.oneof(
          usual.map(({ post }) => post),
          usual.map(({ activity }) => activity ?? ""),
          name,
        ),
        fc.array(step, { maxLength: 40 }),
        fc.array(name),
        (pages, first, steps, asked) => {
          const [index, plain] = [new NameIndex(first, pages), new PlainNames()];
          const names = new Set([first, ...asked]);
          for (const each of steps) {
            if (Array.isArray(each)) {
              const [added, kind] = each;
              names.add(added);
              expect(index.add(added, kind)).toBe(plain.add(added, kind));
              continue;
            }
            for (const named of Object.values(each)) if (named !== null) names.add(named);
            expect(index.addPost(each)).toEqual(plain.addPost(each));
          }
          for (const each of names) {
            expect([each, index.get(each)]).toEqual([each, plain.get(each)]);
            expect(index.getKey(index.keyOf(each))).toBe(plain.get(each));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
