import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PUBLISHED = ["packages/schema", "packages/reader", "packages/transform", "apps/cli"];

/** What each README says, in this order; what is a package's own stands between. */
const OUTLINE = [
  "Promises",
  "When to use it",
  "Install",
  "Use",
  "API",
  "Limits",
  "How ambiguities are handled",
  "Security",
];

describe.each(PUBLISHED)("the README of %s", (folder) => {
  const text = readFileSync(join(ROOT, folder, "README.md"), "utf8");

  it("keeps to the outline of them all", () => {
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => heading);
    expect(headings.filter((heading) => OUTLINE.includes(heading))).toEqual(OUTLINE);
  });

  it("names the package, and every entry point it has", () => {
    const manifest: { name: string; exports: object } = JSON.parse(
      readFileSync(join(ROOT, folder, "package.json"), "utf8"),
    );
    expect(text.startsWith(`# ${manifest.name}\n`)).toBe(true);
    for (const entry of Object.keys(manifest.exports)) {
      if (entry !== "./package.json") expect(text).toContain(`${manifest.name}${entry.slice(1)}`);
    }
  });
});
