import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { packTarGz, packZip, sampleArchive } from "@archive/fixtures";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { EXAMPLES } from "../src/reference/examples.js";
import { run, scratch } from "./harness.js";

const cli = fileURLToPath(new URL("..", import.meta.url));
const docs = join(cli, "../docs-site/src/content/docs");

/** A fenced block of a page: what stands behind its language says what is to be done with it. */
interface Block {
  readonly language: string;
  readonly mark: string;
  readonly text: string;
}

const pages = readdirSync(docs, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.mdx?$/.test(path) && !path.startsWith("reference"))
  .sort()
  .map((path) => ({ name: path, blocks: blocksOf(readFileSync(join(docs, path), "utf8")) }));

/** Commands of a page run in its order, in a folder with `archive.zip`; its files are written first. */
describe("the commands in the manual", () => {
  const runnable = pages.filter(({ blocks }) =>
    blocks.some(({ language, mark }) => language === "sh" && mark === "test"),
  );

  it.each(runnable)("$name: run as they are shown", async ({ blocks }) => {
    using folder = scratch();
    await provideArchives(folder.at);
    using _ = standingIn(folder.path);
    for (const { language, mark, text } of blocks) {
      const file = /^file=([\w.-]+)$/.exec(mark)?.[1];
      if (file !== undefined) writeFileSync(folder.at(file), text);
      if (language !== "sh" || mark !== "test") continue;
      for (const line of text.trim().split("\n")) {
        const { code, stderr } = await run(argvOf(line), { cwd: folder.path });
        // The sample lacks a picture on purpose, which is no error.
        expect(code, `${line}\n${stderr}`).toBe(0);
      }
    }
  });

  it("are those of the command", async () => {
    const { stdout } = await run(["--help"]);
    const shown = pages.flatMap(({ name, blocks }) =>
      blocks
        .filter(({ language }) => language === "sh")
        .flatMap(({ text }) => [...text.matchAll(/ap-archive ([a-z]+)/g)])
        .map(([, command]) => ({ name, command: command ?? "" })),
    );
    for (const { name, command } of shown) expect(stdout, name).toMatch(new RegExp(`^  ${command}\\b`, "m"));
  });
});

/** `serve` goes on until it is ended; its own test has it. */
describe("the examples of each command", () => {
  const examples = Object.entries(EXAMPLES).filter(([name]) => name !== "serve");

  it.each(examples)("%s: run as they are shown", async (name, lines) => {
    using folder = scratch();
    await provideArchives(folder.at);
    using _ = standingIn(folder.path);
    for (const line of lines) {
      const argv = argvOf(line);
      expect(argv[0]).toBe(name);
      const { code, stderr } = await run(argv, { cwd: folder.path });
      expect(code, `${line}\n${stderr}`).toBe(0);
    }
  });

  it("are there for every command", async () => {
    const { stdout } = await run(["--help"]);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]|^ {2}([a-z]+) </gm)].map(
      ([, optioned, plain]) => optioned ?? plain,
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(Object.keys(EXAMPLES)).toContain(name);
  });
});

describe("the TypeScript in the manual", () => {
  const examples = pages.flatMap(({ name, blocks }) =>
    blocks
      .filter(({ language, mark }) => language === "ts" && mark === "test")
      .map(({ text }, at) => ({ name: `${name} ${at + 1}`, text })),
  );
  const root = join(cli, "test");

  it("has the right types", () => {
    const folder = mkdtempSync(join(root, ".docs-types-"));
    try {
      const files = examples.map(({ text }, at) => {
        const path = join(folder, `example-${at}.ts`);
        writeFileSync(path, text);
        return path;
      });
      const config = ts.readConfigFile(join(cli, "tsconfig.json"), ts.sys.readFile);
      const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, cli);
      const program = ts.createProgram(files, {
        ...options,
        noEmit: true,
        lib: ["lib.esnext.d.ts", "lib.dom.d.ts"],
      });
      for (const file of files) {
        const found = program
          .getSemanticDiagnostics(program.getSourceFile(file))
          .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
        expect(found, readFileSync(file, "utf8")).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(examples)("$name: runs", async ({ text }) => {
    using folder = scratch();
    writeFileSync(folder.at("archive.zip"), await packZip(await sampleArchive()));
    const path = join(
      root,
      `.docs-run-${process.pid}`,
      `${relative("/", folder.path).replaceAll("/", "-")}.ts`,
    );
    mkdirSync(dirname(path), { recursive: true });
    // Paths in an example are those of the folder it would be run in.
    writeFileSync(
      path,
      text.replaceAll(/"(archive\.zip|[\w-]+\.(?:csv|ndjson|zip)|site)"/g, (_, name: string) =>
        JSON.stringify(folder.at(name)),
      ),
    );
    const { log } = console;
    console.log = () => undefined;
    try {
      await import(/* @vite-ignore */ pathToFileURL(path).href);
    } finally {
      console.log = log;
      rmSync(dirname(path), { recursive: true, force: true });
    }
  });
});

/** The sample under every name that pages give an archive. */
async function provideArchives(at: (name: string) => string): Promise<void> {
  const files = await sampleArchive();
  const zip = await packZip(files);
  mkdirSync(at("exports"));
  for (const name of ["archive.zip", "january.zip", "february.zip", "exports/ada.zip"]) {
    writeFileSync(at(name), zip);
  }
  const old = "archive-20190412080000-0123456789abcdef0123456789abcdef.tar.gz";
  writeFileSync(at(old), await packTarGz(files));
}

/** Makes a folder the current one for a while. */
function standingIn(folder: string): Disposable {
  const before = process.cwd();
  process.chdir(folder);
  return { [Symbol.dispose]: () => process.chdir(before) };
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)(?: ([^\n]+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", mark = "", text = ""]) => ({ language, mark, text }),
  );
}

/** The words of a line as a shell splits them; a comment ends it, and so does sending the output elsewhere. */
function argvOf(line: string): readonly string[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|([#>].*$)|([^\s"'#>]+)/g)].flatMap(
    ([, double, single, comment, word]) => (comment === undefined ? [double ?? single ?? word ?? ""] : []),
  );
  expect(words[0]).toBe("ap-archive");
  return words.slice(1);
}
