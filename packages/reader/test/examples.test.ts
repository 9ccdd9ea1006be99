import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { create, mastodonArchive, packZip } from "@archive/fixtures";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as inBrowsers from "../src/index.browser.js";
import * as inNode from "../src/index.js";
import { temporaryFolder } from "./container-helpers.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Example {
  readonly name: string;
  readonly code: string;
  readonly build: "node" | "browser";
}

/** The examples in docstrings of what is exported, and those of the README. */
function examples(): readonly Example[] {
  const found: Example[] = [];
  const src = join(ROOT, "src");
  for (const file of readdirSync(src, { recursive: true, encoding: "utf8" }).filter((each) =>
    each.endsWith(".ts"),
  )) {
    const text = readFileSync(join(src, file), "utf8");
    for (const [n, [, block = ""]] of [
      ...text.matchAll(/@example\n \* ```ts\n([\s\S]*?) \* ```/g),
    ].entries()) {
      const code = block.replaceAll(/^ \* ?/gm, "");
      // What is not exported can't be imported: it explains itself to whoever reads the source.
      if (!code.includes("import {")) continue;
      found.push({
        name: `src/${file} ${n + 1}`,
        code,
        build: file.startsWith("browser") ? "browser" : "node",
      });
    }
  }
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  for (const [n, [, code = ""]] of [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].entries()) {
    found.push({ name: `README ${n + 1}`, code, build: code.includes("document.") ? "browser" : "node" });
  }
  return found;
}

/** Runs an example in a folder with an archive under every name that examples use. */
async function run({ code, build }: Example): Promise<void> {
  await using folder = await temporaryFolder();
  const files = mastodonArchive({ activities: [create(), create()] });
  const bytes = await packZip(files);
  const exports: Readonly<Record<string, unknown>> = build === "node" ? inNode : inBrowsers;
  const fs = await import("node:fs");
  const path = (name: string): string => {
    const at = join(folder.path, name);
    if (!existsSync(at))
      fs.writeFileSync(at, name.endsWith(".json") ? (files.get("outbox.json") ?? "") : bytes);
    return at;
  };
  const withPath =
    (open: (source: unknown, ...rest: readonly unknown[]) => unknown) =>
    (source: unknown, ...rest: readonly unknown[]): unknown =>
      open(typeof source === "string" ? path(source) : source, ...rest);
  const callable = (name: string): ((source: unknown, ...rest: readonly unknown[]) => unknown) => {
    const value = exports[name];
    if (typeof value !== "function") throw new Error(`${name} is not exported`);
    return (...given) => Reflect.apply(value, undefined, given);
  };
  const file = new File([Buffer.from(bytes)], "archive-20240501100000-0a1b2c3d.zip");
  const scope: Readonly<Record<string, unknown>> = {
    ...exports,
    openArchive: withPath(callable("openArchive")),
    openContainer: withPath(callable("openContainer")),
    createReadStream: (name: string) => fs.createReadStream(path(name)),
    document: { querySelector: () => ({ files: [file] }) },
    input: { files: [file] },
    use: () => {},
    report: () => {},
    console: { log() {}, warn() {} },
  };
  const body = code.replaceAll(/^import .*;$/gm, "");
  const { outputText } = ts.transpileModule(`export default async () => {\n${body}\n};`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const module: { exports: { default?: () => Promise<void> } } = { exports: {} };
  const names = Object.keys(scope);
  new Function("module", "exports", ...names, outputText)(
    module,
    module.exports,
    ...names.map((name) => scope[name]),
  );
  await module.exports.default?.();
}

describe("every example runs as it stands", () => {
  const all = examples();
  it.each(all)("$name", async (example) => {
    for (const [, names = ""] of example.code.matchAll(/^import \{ (.*) \} from "@archive\/reader";$/gm)) {
      for (const name of names.split(", ")) expect(Object.keys(inNode)).toContain(name);
    }
    await run(example);
  });

  it("and there is one for everything that is exported", () => {
    const code = all.map((example) => example.code).join("\n");
    for (const name of Object.keys(inNode)) expect(code).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
