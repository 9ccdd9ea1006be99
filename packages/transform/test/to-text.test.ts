import { toText } from "@archive/transform";
import fc from "fast-check";
import { expect, it } from "vitest";

it("collapses white space as HTML does: runs of it are one space, and none is left at the edges", () => {
  const piece = fc.constantFrom("a", "ä", "👍", " ", "  ", "\t", "\n", "\f", "\r", "\u00a0", "b c");
  fc.assert(
    fc.property(fc.array(fc.array(piece).map((parts) => parts.join(""))), (values) => {
      const children = values.map((value) => ({ type: "text" as const, value }));
      const plainly = values
        .join("")
        .replace(/[ \t\n\f\r]+/g, " ")
        .replace(/^ | $/g, "");
      expect(toText([{ type: "element", name: "p", children }])).toBe(plainly);
    }),
  );
});

it("keeps breaks, without the spaces around them", () => {
  const text = (value: string) => ({ type: "text" as const, value });
  const children = [
    text(" one \n"),
    { type: "break" as const },
    text("\t two  three"),
    { type: "break" as const },
  ];
  expect(toText([{ type: "element", name: "p", children }])).toBe("one\ntwo three");
});
