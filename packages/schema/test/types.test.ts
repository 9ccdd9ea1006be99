import { describe, expect, expectTypeOf, it } from "vitest";
import { type AS2, isOfType, manyOf } from "../src/vocabulary/index.js";

describe("the types of the vocabulary", () => {
  it("tell objects apart by their type", () => {
    const object = (value: AS2.AnyObject): value is AS2.AnyObject => value.type !== undefined;
    const note: AS2.AnyObject = { type: "Note", content: ["a", "b"] };
    expect(object(note)).toBe(true);
    const read = (value: AS2.AnyObject): unknown => {
      if (value.type === "Tombstone") {
        expectTypeOf(value).toEqualTypeOf<AS2.Tombstone>();
        return value.deleted;
      }
      if (value.type === "Person") expectTypeOf(value.inbox).toExtend<unknown>();
      return null;
    };
    expect(read({ type: "Tombstone", deleted: "2024-06-01T00:00:00Z" })).toBe("2024-06-01T00:00:00Z");
  });

  it("are honest about one, many and none, and keep unknown fields", () => {
    expectTypeOf<AS2.Note["content"]>().toEqualTypeOf<AS2.OneOrMany<string> | null | undefined>();
    expectTypeOf<AS2.Note["published"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<AS2.Note["contentMap"]>().toEqualTypeOf<AS2.LanguageMap | null | undefined>();
    expectTypeOf<AS2.Create["actor"]>().toEqualTypeOf<AS2.OneOrMany<AS2.Reference> | null | undefined>();
    expectTypeOf<AS2.Note["x:anything"]>().toEqualTypeOf<unknown>();
    expectTypeOf<AS2.Document["focalPoint"]>().toEqualTypeOf<readonly number[] | null | undefined>();
    expectTypeOf<AS2.Note["sensitive"]>().toEqualTypeOf<boolean | null | undefined>();
    expectTypeOf<AS2.Endpoints["sharedInbox"]>().toEqualTypeOf<string | null | undefined>();
  });

  it("inherit", () => {
    expectTypeOf<AS2.Invite["actor"]>().toEqualTypeOf<AS2.Offer["actor"]>();
    expectTypeOf<AS2.Note>().toExtend<AS2.ObjectProperties>();
    expectTypeOf<AS2.OrderedCollectionPage>().toExtend<AS2.CollectionPageProperties>();
  });

  it("narrow what is unknown, and what has several types", () => {
    const value: unknown = { type: ["Note", "x:Comment"], attributedTo: "https://a.example/" };
    if (!isOfType(value, "Note", "Article")) throw new Error("it is a note");
    expectTypeOf(value.type).toEqualTypeOf<"Note" | "Article" | readonly string[]>();
    const [author] = manyOf(value.attributedTo);
    expectTypeOf(author).toEqualTypeOf<AS2.Reference | undefined>();
    expect(author).toBe("https://a.example/");
  });

  it("tell unknown types from known ones", () => {
    const read = (value: AS2.AnyObject | AS2.UnknownObject): unknown => {
      if (value.type !== "Note") return null;
      expectTypeOf(value).toEqualTypeOf<AS2.Note>();
      return value.content;
    };
    expect(read({ type: "Note", content: "a" })).toBe("a");
  });
});
