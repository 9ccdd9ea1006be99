import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openArchive } from "@archive/reader";
import { memoryLibrary, type SafeTree, select } from "@archive/transform";
import { MARKDOWN_FLAVORS } from "@archive/transform/markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitise } from "../src/content/sanitise.js";
import { toHtml } from "../src/content/to-html.js";
import { toMarkdown } from "../src/content/to-markdown.js";
import { FLAVORS } from "../src/targets/markdown/flavors/index.js";
import { HOSTILE_TEXTS } from "./support/markdown-hostile.js";
import { commonmarkHtml, hasKramdown, kramdownHtml, wordsOf } from "./support/markdown-seen.js";
import { flowHtml, specialText } from "./support/soup.js";

const corpora = fileURLToPath(new URL("../../../../shared/corpora/", import.meta.url));
const COMMONMARK_FLAVORS = MARKDOWN_FLAVORS.filter((name) => name !== "jekyll");
const ruby = hasKramdown();

/** How a tree is seen when a browser shows it. */
function shown(tree: SafeTree): string {
  return wordsOf(toHtml(tree));
}

function writtenFor(tree: SafeTree, flavor: (typeof MARKDOWN_FLAVORS)[number]): string {
  return toMarkdown(tree, { dialect: FLAVORS[flavor].dialect });
}

/** The trees whose words kramdown shows otherwise. */
function kramdownDifferences(trees: readonly SafeTree[]): readonly string[] {
  const html = kramdownHtml(trees.map((tree) => writtenFor(tree, "jekyll")));
  return trees.flatMap((tree, at) =>
    wordsOf(html[at] ?? "") === shown(tree) ? [] : [writtenFor(tree, "jekyll")],
  );
}

const escaped = (text: string): string => text.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`);

function hostileTrees(): readonly SafeTree[] {
  return HOSTILE_TEXTS.flatMap((text) => {
    const html = escaped(text);
    return [
      `<p>${html}</p>`,
      `<p>${html.replaceAll("\n", "<br>")}</p>`,
      `<p>a <b>${html}</b> <a href="https://a.example/x">${html}</a> ${html}</p>`,
      `<p><code>${html}</code> <code>x${html}y</code></p>`,
      `<pre>${html}</pre>`,
      `<ul><li>${html}</li><li><pre>${html}</pre></li></ul><ol start=3><li>${html}</ol>`,
      `<blockquote><p>${html}</p><p>b</p></blockquote>`,
      `<h2>${html}</h2>`,
    ].map((each) => sanitise(each));
  });
}

describe.each(COMMONMARK_FLAVORS)("Markdown for %s", (flavor) => {
  it("shows what is hostile to any generator as it was written", () => {
    for (const tree of hostileTrees()) {
      const written = writtenFor(tree, flavor);
      expect(wordsOf(commonmarkHtml(written)), written).toBe(shown(tree));
    }
  });

  it("shows any text and any tree as it was", () => {
    const html = fc.oneof(
      specialText.map((text) => `<p>${escaped(text)}</p>`),
      fc.array(flowHtml, { maxLength: 3 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(html, (each) => {
        const tree = sanitise(each);
        const written = writtenFor(tree, flavor);
        expect(wordsOf(commonmarkHtml(written)), written).toBe(shown(tree));
      }),
      { numRuns: 400 },
    );
  });
});

describe.skipIf(!ruby)("Markdown for jekyll (ruby with kramdown)", () => {
  it("shows what is hostile to any generator as it was written", () => {
    expect(kramdownDifferences(hostileTrees())).toEqual([]);
  });

  it("shows any text and any tree as it was", () => {
    const texts = fc.sample(specialText, { numRuns: 1500, seed: 7 }).map((text) => `<p>${escaped(text)}</p>`);
    const flows = fc.sample(fc.array(flowHtml, { maxLength: 3 }), { numRuns: 800, seed: 7 });
    const trees = [...texts, ...flows.map((parts) => parts.join(""))].map((html) => sanitise(html));
    expect(kramdownDifferences(trees)).toEqual([]);
  });
});

/** The outboxes that people published, whole. */
const OUTBOXES = [
  "02-outboxes/vidarh",
  "02-outboxes/lmorchard-fossilizer/mastodon-export.zip",
  "02-outboxes/lmorchard-fossilizer/mastodon-export.tar.gz",
  "02-outboxes/lmorchard-fossilizer/outbox.json",
];

describe.skipIf(!existsSync(corpora))("every post of the corpus (corpora/02-outboxes)", () => {
  it.each(OUTBOXES)("%s reads in Markdown as in its HTML", async (path) => {
    await using archive = await openArchive(join(corpora, path));
    const visibility = ["public", "unlisted", "followers", "direct", "unknown"] as const;
    const { selection } = await select(archive, { library: memoryLibrary(), visibility, media: false });
    const trees: SafeTree[] = [];
    for await (const { content } of selection.posts("oldest")) if (content !== null) trees.push(content);
    expect(trees.length).toBeGreaterThan(0);
    for (const flavor of COMMONMARK_FLAVORS) {
      for (const tree of trees) {
        const written = writtenFor(tree, flavor);
        expect(wordsOf(commonmarkHtml(written)), written).toBe(shown(tree));
      }
    }
    if (ruby) expect(kramdownDifferences(trees)).toEqual([]);
  });

  it("also single objects of other servers do (corpora/01-as2, 03-objects)", () => {
    const trees = ["01-as2", "03-objects"].flatMap((folder) =>
      contentsIn(join(corpora, folder)).map((html) => sanitise(html)),
    );
    expect(trees.length).toBeGreaterThan(50);
    for (const flavor of COMMONMARK_FLAVORS) {
      for (const tree of trees) {
        const written = writtenFor(tree, flavor);
        expect(wordsOf(commonmarkHtml(written)), written).toBe(shown(tree));
      }
    }
    if (ruby) expect(kramdownDifferences(trees)).toEqual([]);
  });
});

/** The HTML of every object in a folder of JSON files. */
function contentsIn(folder: string): readonly string[] {
  const found: string[] = [];
  const read = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (typeof each === "string" && (key === "content" || key === "summary")) found.push(each);
      else read(each);
    }
  };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".json")) continue;
    try {
      read(JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8")));
    } catch {
      // Files that are no JSON belong to the corpus as well.
    }
  }
  return found;
}
