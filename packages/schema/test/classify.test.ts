import { classifyItem } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const NOTE = { id: "https://a.example/1", type: "Note", content: "<p>x</p>" };

describe("classifyItem", () => {
  it("knows a post by its Create, whatever the object's type", () => {
    expect(classifyItem({ type: "Create", object: NOTE })).toMatchObject({
      kind: "post",
      id: NOTE.id,
      object: NOTE,
    });
    expect(classifyItem({ type: "Create", object: { type: "Hologram" } })).toMatchObject({
      kind: "post",
      id: null,
    });
    expect(classifyItem({ type: ["Create"], object: [NOTE] })).toMatchObject({ kind: "post", object: NOTE });
    expect(classifyItem({ type: "Create", object: NOTE.id })).toMatchObject({
      kind: "post",
      object: null,
      id: NOTE.id,
    });
  });

  it("knows a boost, inlined or not", () => {
    expect(classifyItem({ id: "b", type: "Announce", object: NOTE.id })).toMatchObject({
      kind: "boost",
      id: "b",
      objectId: NOTE.id,
      object: null,
    });
    expect(classifyItem({ type: "Announce", object: NOTE })).toMatchObject({ kind: "boost", object: NOTE });
  });

  it("takes a bare object for a post", () => {
    expect(classifyItem(NOTE)).toMatchObject({ kind: "post", activity: null, object: NOTE });
    expect(classifyItem({ type: "Question", oneOf: [] })).toMatchObject({ kind: "post" });
    expect(classifyItem({ content: "untyped" })).toMatchObject({ kind: "post" });
  });

  it("tells other activities from what is nothing", () => {
    expect(classifyItem({ type: "Like", object: "x" })).toEqual({ kind: "other", type: "Like" });
    expect(classifyItem({ type: "Frobnicate", object: "x" })).toEqual({ kind: "other", type: "Frobnicate" });
    expect(classifyItem({})).toEqual({ kind: "invalid", reason: "unknown-shape" });
    for (const item of [null, "x", 7, [], undefined]) {
      expect(classifyItem(item)).toEqual({ kind: "invalid", reason: "not-an-object" });
    }
    for (const object of [undefined, null, "", 7, [], [null]]) {
      expect(classifyItem({ type: "Create", object })).toEqual({ kind: "invalid", reason: "without-object" });
      expect(classifyItem({ type: "Announce", object })).toEqual({
        kind: "invalid",
        reason: "without-object",
      });
    }
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (item) => void classifyItem(item)));
  });
});
