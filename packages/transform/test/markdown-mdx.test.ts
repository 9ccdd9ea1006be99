import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, type Selection, select } from "@archive/transform";
import { markdownTarget } from "@archive/transform/markdown";
import { describe, expect, it } from "vitest";
import { hostileActivities } from "./support/markdown-hostile.js";
import { PNG, selectionFrom } from "./support/markdown-output.js";
import { outputText } from "./support/output-text.js";

/** Where `@mdx-js/mdx` is installed; `.ci/run` fetches it. */
const MDX = process.env.MDX_PATH ?? "";

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly children?: readonly Node[];
}

/** What of the compiler's own types is used here: it is no dependency, so they are not there. */
interface Mdx {
  compile(
    text: string,
    options: { readonly remarkPlugins: readonly (() => (tree: Node) => void)[] },
  ): Promise<unknown>;
}

/** Elements that the flavor writes where Markdown has no words for something. */
const WRITTEN =
  /^(?:hr|details|summary|figure|figcaption|img|video|audio|source|track|blockquote|p|div|ul|ol|li|span|u|s|sub|sup|ruby|rt|rp|br|small|time|a|del|ins|bdi|table|tbody|tr|td|th|cite|em|strong|code|pre)$/;

/** Everything in a text that MDX would run. */
async function running(mdx: Mdx, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const { type, name, value, attributes = [], children = [] } = node;
    if (/^mdx(?:jsEsm|FlowExpression|TextExpression)$/.test(type)) found.push(`${type} ${value}`);
    if (/^mdxJsx/.test(type) && !WRITTEN.test(name ?? "")) found.push(`<${name}>`);
    for (const { type: kind, name: called = "", value: said } of attributes) {
      if (kind !== "mdxJsxAttribute" || /^on/i.test(called) || (said !== null && typeof said === "object"))
        found.push(`<${name} ${called}>`);
    }
    children.forEach(visit);
  };
  await mdx.compile(text, { remarkPlugins: [() => visit] });
  return found;
}

async function articlesOf(selection: Selection): Promise<ReadonlyMap<string, string>> {
  const articles = new Map<string, string>();
  for await (const { path, content } of markdownTarget.render(selection, { flavor: "astro" })) {
    if (!/^src\/content\/posts\/.*\.md$/.test(path)) continue;
    const text = await outputText(content);
    articles.set(path, text.replace(/^---\n.*?\n---\n/s, ""));
  }
  return articles;
}

describe.skipIf(!existsSync(MDX))("Astro’s posts as MDX (skipped without MDX_PATH)", async () => {
  // The cast stands for the types that are not installed; a call that does not fit fails the test.
  const mdx = existsSync(MDX) ? ((await import(pathToFileURL(join(MDX, "index.js")).href)) as Mdx) : null;

  async function expectHarmless(selection: Selection, atLeast: number): Promise<void> {
    const articles = await articlesOf(selection);
    expect(articles.size).toBeGreaterThan(atLeast);
    const failing: string[] = [];
    for (const [path, text] of articles) {
      try {
        for (const what of mdx === null ? [] : await running(mdx, text)) failing.push(`${path}: ${what}`);
      } catch (error) {
        failing.push(`${path}: ${String(error)}\n${text.slice(0, 400)}`);
      }
    }
    expect(failing).toEqual([]);
  }

  it("compile, and run nothing of what is hostile", async () => {
    await expectHarmless(await selectionFrom(hostileActivities(), { media: { "a/b.png": PNG } }), 50);
  });

  it("compile, the whole sample", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    await expectHarmless((await select(archive, { library: memoryLibrary() })).selection, 150);
  });

  it("the search itself finds what runs", async () => {
    if (mdx === null) return;
    expect(await running(mdx, "a {1 + 1}\n\nexport const b = 1\n\n<Card onClick={x} />")).toHaveLength(4);
  });
});
