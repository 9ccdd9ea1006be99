import { create, mastodonArchive, packZip } from "@archive/fixtures";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { run } from "./harness.js";
import { expectBySchema } from "./schemas.js";

const namesOf = async (...options: string[]): Promise<string[]> =>
  JSON.parse((await run(["schema", "--json", ...options])).stdout);

describe("schema", () => {
  it("lists the schemas, each of which it prints", async () => {
    const names = await namesOf();
    expect(names).toEqual(expect.arrayContaining(["as2/Note", "wild/Note", "profile", "output/validate"]));
    expect(new Set(names).size).toBe(names.length);
    const text = (await run(["schema"])).stdout;
    for (const name of names) expect(text).toContain(name);
    for (const name of names.filter((_, n) => n % 7 === 0)) {
      const { code, stdout } = await run(["schema", name]);
      expect([name, code]).toEqual([name, 0]);
      expect(JSON.parse(stdout)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    }
  });

  it("--profile says by which reading", async () => {
    expect((await namesOf("--profile", "as2")).every((name) => name.startsWith("as2/"))).toBe(true);
    for (const profile of ["as2", "wild"]) {
      const { stdout } = await run(["schema", "note", "--profile", profile]);
      expect(JSON.parse(stdout).$id).toMatch(new RegExp(`/${profile}/Note\\.schema\\.json$`));
    }
    expect(JSON.parse((await run(["schema", "Note"])).stdout).$id).toContain("/wild/");
    const { $id } = JSON.parse((await run(["schema", "as2/Person"])).stdout);
    expect(JSON.parse((await run(["schema", $id])).stdout).$id).toBe($id);
  });

  it("a schema of outputs keeps the meta-schema and refuses what is none", async () => {
    const ajv = new Ajv2020({ strict: false });
    for (const name of (await namesOf()).filter((each) => each.startsWith("output/"))) {
      const schema = JSON.parse((await run(["schema", name])).stdout);
      expect([name, ajv.validateSchema(schema)]).toEqual([name, true]);
      expect([name, ajv.compile(schema)({ surprise: 1 })]).toEqual([name, false]);
    }
  });

  it("what --json prints keeps its schema", async () => {
    const stdin = [await packZip(mastodonArchive({ activities: [create(), { type: "Create" }] }))];
    for (const command of ["inspect", "validate"]) {
      await expectBySchema(command, (await run([command, "-", "--json"], { stdin })).stdout);
    }
    await expectBySchema("formats", (await run(["formats", "--json"])).stdout);
  });
});
