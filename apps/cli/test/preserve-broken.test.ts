import { writeFileSync } from "node:fs";
import { type BrokenFixture, brokenFixtures, writeFolder } from "@archive/fixtures";
import { afterAll, describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";

const place = scratch();
afterAll(() => place[Symbol.dispose]());
const cwd = { cwd: place.path };
const fixtures = await brokenFixtures();
// An item of 16 MiB is read in seven passes, which takes long and shows nothing else.
const archives = fixtures
  .filter((fixture) => fixture.kind === "archive")
  .filter(({ code }) => code !== "json/item-too-large");

const COMMANDS = [
  (path: string) => ["diff", path, path],
  (path: string) => ["audit", path],
  (path: string) => ["merge", path, "--out", "merged.zip", "--force"],
  (path: string) => ["repair", path, "--out", "repaired.zip", "--force"],
];

/** Writes what provokes a finding, and returns its path. */
async function written(fixture: Extract<BrokenFixture, { kind: "archive" }>): Promise<string> {
  const path = place.at(fixture.name ?? fixture.code.replace("/", "-"));
  if (fixture.content instanceof Uint8Array) writeFileSync(path, fixture.content);
  else await writeFolder(fixture.content, path);
  return path;
}

describe("diff, audit, merge and repair", () => {
  it.each(archives.map((fixture) => [fixture.code, fixture] as const))("bear %s", async (_, fixture) => {
    const path = await written(fixture);
    for (const command of COMMANDS) {
      const { code, stdout, stderr } = await run([...command(path), "--json"], cwd);
      expect([0, 1, 3], stderr).toContain(code);
      expect(stderr).not.toContain("Something went wrong");
      if (code !== 3) expect(() => JSON.parse(stdout)).not.toThrow();
    }
  });
});
