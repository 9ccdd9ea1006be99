import { knownDialects } from "@archive/reader";
import { FEATURES } from "@archive/transform";
import { expect, it } from "vitest";
import { TARGET_NAMES } from "../src/targets/names.js";
import { run } from "./harness.js";

it("formats --json lists inputs and targets", async () => {
  const { code, stdout, stderr } = await run(["formats", "--json"]);
  expect([code, stderr]).toEqual([0, ""]);
  const {
    inputs,
    targets,
  }: { inputs: unknown; targets: { name: string; support: Record<string, string> }[] } = JSON.parse(stdout);
  expect(inputs).toEqual(knownDialects());
  expect(inputs).toContainEqual({ dialect: "activitystreams", eras: [] });
  expect(targets.map(({ name }) => name)).toEqual(TARGET_NAMES);
  for (const { support } of targets) {
    expect(Object.keys(support).sort()).toEqual([...FEATURES].sort());
    for (const what of Object.values(support)) expect(what).toMatch(/^(kept|dropped|degraded: .+)$/);
  }
});

it("formats tells it in words", async () => {
  const { code, stdout } = await run(["formats"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/mastodon/);
  expect(stdout).toMatch(/html {2}to publish/);
});
