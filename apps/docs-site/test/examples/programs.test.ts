import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Block } from "./blocks.js";
import { exportedValues } from "./exports.js";
import { GIVEN_NAMES, givenIn } from "./given.js";
import { type Page, ROOT, sourcePages, writtenPages } from "./pages.js";
import { runnableProgram } from "./program.js";
import { shelfFor } from "./shelf.js";
import { typeErrors } from "./type-check.js";

/** The compiler reads three packages; a busy machine takes its time. */
const LONG_MS = 900_000;

interface Example extends Block {
  readonly name: string;
  readonly page: Page;
}

const examples: readonly Example[] = [...writtenPages(), ...sourcePages()].flatMap((page) =>
  page.blocks
    .filter(({ language }) => language === "ts")
    .map((block) => ({
      ...block,
      code: fromRoot(block.code, page.name),
      name: `${page.name}:${block.line}`,
      page,
    })),
);

describe("the TypeScript of READMEs, the manual and docstrings", () => {
  it(
    "has the right types",
    () => {
      const errors = typeErrors(examples);
      const faults = examples.flatMap(({ name }, index) => {
        const own = errors[index] ?? [];
        return own.length === 0 ? [] : [`${name}: ${own.join("; ")}`];
      });
      expect(faults).toEqual([]);
    },
    LONG_MS,
  );

  it.each(examples)("$name runs, and gives what it says", async (example) => {
    using shelf = await shelfFor(example.page);
    const before = process.cwd();
    process.chdir(shelf.path);
    try {
      await run(example, shelf.path);
    } finally {
      process.chdir(before);
    }
  });

  it("is all run", () => {
    expect(examples.filter(({ notRun }) => notRun !== null)).toEqual([]);
  });

  it.each(["schema", "reader", "transform"])(
    "is there for every value that %s exports",
    (name) => {
      const values = exportedValues(name);
      expect(values.size).toBeGreaterThan(5);
      expect([...values].filter(([, hasExample]) => !hasExample)).toEqual([]);
    },
    LONG_MS,
  );
});

/** What is not exported can show its use, too: such an example imports its own source. */
function fromRoot(code: string, page: string): string {
  return code.replaceAll(/from "(\.[^"]*)\.js"/g, (_, path: string) => {
    return `from ${JSON.stringify(join(ROOT, dirname(page), `${path}.ts`))}`;
  });
}

async function run({ code, browser }: Block, folder: string): Promise<void> {
  const { body, names: used } = runnableProgram(code);
  // Opening the sample takes time, and most examples open an archive themselves.
  await using given = GIVEN_NAMES.some((name) => used.has(name)) ? await givenIn(folder) : null;
  const silent = (): void => {};
  const scope: Readonly<Record<string, unknown>> = {
    load: (name: string) => loaded(name, browser),
    is: (actual: unknown, expected: unknown) => expect(actual).toEqual(expected),
    console: { log: silent, warn: silent, error: silent },
    process: { stdout: { write: silent }, stderr: { write: silent }, exitCode: 0, env: {}, argv: [] },
    ...given,
  };
  const names = Object.keys(scope);
  const AsyncFunction = (async () => {}).constructor;
  // In a block of its own, for an example may give such a name to a value of its own.
  await Reflect.construct(AsyncFunction, [...names, `{${body}\n}`])(...names.map((name) => scope[name]));
}

/** The module of an example, in the build it is meant for. */
function loaded(name: string, browser: boolean): Promise<unknown> {
  return browser && name === "@archive/reader"
    ? import("../../../../packages/reader/src/index.browser.js")
    : import(/* @vite-ignore */ name);
}
