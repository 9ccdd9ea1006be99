import { FEATURES, type Feature, type Support } from "@archive/transform";
import { describe, expect, it } from "vitest";
import type { Measurement, Verdict } from "./support/measure.js";
import { MEASURED } from "./support/measured-targets.js";
import { SHAPES } from "./support/shapes.js";
import { SPECIMENS } from "./support/specimens.js";

/** What was found, as the manual shows it. */
const found: Record<string, Record<string, Pick<Measurement, "verdict" | "alike">>> = {};

/** What may be found of a feature, by what is said of it. */
function fitting(support: Support, isRead: boolean): readonly Verdict[] {
  if (support === "kept") return [isRead ? "same" : "apart"];
  return support === "dropped" ? ["none"] : ["some", "apart"];
}

describe.each(Object.entries(MEASURED))("%s", (name, target) => {
  it("says of every feature what becomes of it", () => {
    expect(Object.keys(target.support).toSorted()).toEqual([...FEATURES].toSorted());
  });

  it.each(FEATURES)("%s: is as it is said", async (feature: Feature) => {
    const { verdict, alike, seen } = await target.of(SPECIMENS[feature]);
    found[name] ??= {};
    found[name][feature] = { verdict, alike };
    const support = target.support[feature];
    expect(fitting(support, target.isRead)).toContain(verdict);
    // Nothing was lost that values would be told by: how it is changed has to be seen.
    const shape = SHAPES[name]?.[feature];
    if (typeof support !== "string" && verdict === "apart") expect(shape).toBeDefined();
    if (shape !== undefined) expect(seen.get(shape[0])).toMatch(shape[1]);
  });
});

it("what was found is what the manual shows", async () => {
  const isWhole = Object.keys(MEASURED).every((name) => FEATURES.every((each) => found[name]?.[each]));
  // Single tests were asked for.
  if (!isWhole) return;
  const sorted = Object.fromEntries(
    Object.keys(MEASURED).map((name) => [
      name,
      Object.fromEntries(FEATURES.map((feature) => [feature, found[name]?.[feature]])),
    ]),
  );
  await expect(`${JSON.stringify(sorted, null, 1)}\n`).toMatchFileSnapshot("golden/features-found.json");
});
