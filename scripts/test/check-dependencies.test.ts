import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dependencyViolations } from "../dependency-rules.ts";

const PACKAGES = ["schema", "reader", "transform", "fixtures"];

let root: string;

beforeEach(async () => {
  // dependency-cruiser compares real paths; macOS hands out temporary folders behind a link.
  root = await realpath(await mkdtemp(join(tmpdir(), "arrows-")));
  await put("tsconfig.base.json", '{ "compilerOptions": { "module": "NodeNext", "target": "ES2023" } }');
  for (const name of PACKAGES) {
    const exports = { ".": { "@archive/source": "./src/index.ts" } };
    const dependencies = name === "schema" || name === "fixtures" ? {} : { "@archive/schema": "workspace:^" };
    await put(
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@archive/${name}`, type: "module", exports, dependencies }),
    );
    await put(`packages/${name}/src/index.ts`, "export const here = true;\n");
    await mkdir(join(root, "node_modules/@archive"), { recursive: true });
    await symlink(join(root, "packages", name), join(root, "node_modules/@archive", name), "junction");
  }
  await put("apps/cli/package.json", '{ "name": "@archive/cli", "type": "module" }');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const rulesBroken = async (): Promise<string[]> => [
  ...new Set((await dependencyViolations(root)).map((violation) => violation.rule)),
];

describe("the arrows between packages", () => {
  it("are right in this repository", async () => {
    expect(await dependencyViolations(fileURLToPath(new URL("../..", import.meta.url)))).toEqual([]);
  });

  it("are right in a small tree that keeps the rules", async () => {
    await put("packages/reader/src/index.ts", 'export { here } from "@archive/schema";\n');
    await put("packages/reader/test/a.test.ts", 'import "@archive/fixtures";\n');
    await put("packages/transform/src/node/index.ts", 'import "node:fs";\n');
    expect(await rulesBroken()).toEqual([]);
  });

  it.each([
    ["packages/schema/src/a.ts", "@archive/reader", "schema-stands-alone"],
    ["packages/reader/src/a.ts", "@archive/transform", "reader-knows-schema-only"],
    ["packages/transform/src/a.ts", "@archive/reader", "transform-knows-schema-only"],
    ["packages/fixtures/src/a.ts", "@archive/schema", "fixtures-stand-alone"],
    ["apps/cli/src/a.ts", "@archive/fixtures", "fixtures-in-tests-only"],
    ["packages/reader/src/a.ts", "node:fs", "portable-without-node"],
    ["apps/cli/src/a.ts", "@archive/schema/src/index.ts", "resolvable"],
    ["apps/cli/src/a.ts", "./missing.js", "resolvable"],
  ])("finds that %s imports %s", async (from, to, rule) => {
    await put(from, `import "${to}";\n`);
    expect(await rulesBroken()).toContain(rule);
  });

  it("finds shipped code that imports a generator", async () => {
    await put("packages/schema/src/generate/write.ts", 'import "node:fs";\nexport const write = true;\n');
    expect(await rulesBroken()).toEqual([]);
    await put("packages/schema/src/a.ts", 'import "./generate/write.js";\n');
    expect(await rulesBroken()).toEqual(["generators-run-before-the-build"]);
  });

  it("finds an import that exists for types only", async () => {
    await put(
      "packages/schema/src/a.ts",
      'import type { here } from "@archive/reader";\nexport type A = typeof here;\n',
    );
    expect(await rulesBroken()).toContain("schema-stands-alone");
  });

  it("finds a path into another package's inside", async () => {
    await put("packages/schema/src/inner.ts", "export const inner = true;\n");
    await put("apps/cli/src/a.ts", 'import "../../../packages/schema/src/inner.js";\n');
    expect(await rulesBroken()).toContain("public-entry-points");
  });

  it("finds files that import each other in a circle", async () => {
    await put("packages/schema/src/a.ts", 'import "./b.js";\n');
    await put("packages/schema/src/b.ts", 'import "./c.js";\n');
    await put("packages/schema/src/c.ts", 'import "./a.js";\n');
    expect(await rulesBroken()).toEqual(["no-cycles"]);
  });
});
