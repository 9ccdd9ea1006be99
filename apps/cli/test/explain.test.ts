import { DIAGNOSTICS } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { run } from "./harness.js";
import { expectBySchema } from "./schemas.js";

describe("explain", () => {
  it("tells of every code what it means and what to do, in text and as JSON", async () => {
    for (const [code, rule] of Object.entries(DIAGNOSTICS)) {
      const text = await run(["explain", code], { columns: 72 });
      expect([code, text.code, text.stderr]).toEqual([code, 0, ""]);
      const flat = text.stdout.replaceAll(/\s+/g, " ");
      expect(flat).toContain(code);
      expect(flat).toContain(rule.title);
      expect(flat).toContain(rule.explanation.replaceAll(/\s+/g, " "));
      expect(flat).toContain(rule.hint);
      const [, ...prose] = text.stdout.split("\n").filter((line) => !line.startsWith("https://"));
      expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(72);
    }
    const { code, stdout } = await run(["explain", "as2/invalid-date", "--json"]);
    expect(code).toBe(0);
    await expectBySchema("explain", stdout);
    expect(JSON.parse(stdout)).toMatchObject({
      code: "as2/invalid-date",
      severity: "error",
      docs: expect.stringMatching(/^https:/),
    });
  });

  it("takes a code in whatever case", async () => {
    expect((await run(["explain", "MEDIA/missing"])).stdout).toContain("media/missing");
  });

  it.each([
    ["missing", "media/missing"],
    ["medai/missing", "media/missing"],
    ["media/mising", "media/missing"],
    ["zip/salvage", "zip/salvaged"],
    ["media missing", "media/missing"],
  ])("%s is answered with %s", async (given, meant) => {
    const { code, stdout, stderr } = await run(["explain", given]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Did you mean");
    expect(stderr).toContain(meant);
  });
});
