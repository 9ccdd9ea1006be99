import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { create, note, packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, type Selection, select, writeOutput } from "@archive/transform";
import { type MarkdownSplit, markdownTarget } from "@archive/transform/markdown";
import { folderSink } from "@archive/transform/node";
import { afterAll, describe, expect, it } from "vitest";
import { plainText } from "../src/content/plain-text.js";
import { toHtml } from "../src/content/to-html.js";
import { type BuiltSite, GENERATORS, type Generator, readSite } from "./support/markdown-generators.js";
import { hostileActivities } from "./support/markdown-hostile.js";
import { PNG, selectionFrom } from "./support/markdown-output.js";
import { wordsOf } from "./support/markdown-seen.js";
import { memorySource } from "./support/memory-source.js";

const corpus = fileURLToPath(new URL("../../../../shared/corpora/02-outboxes/", import.meta.url));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Writes a project and lets the generator build it; what it printed must hold no warning. */
async function built(generator: Generator, selection: Selection, split?: MarkdownSplit): Promise<BuiltSite> {
  const folder = await mkdtemp(join(tmpdir(), "markdown-"));
  folders.push(folder);
  const project = join(folder, "project");
  const site = join(folder, "site");
  await writeOutput({
    target: markdownTarget,
    selection,
    options: { flavor: generator.flavor, split },
    sink: folderSink(project),
    manifest: { tool: "test", version: "1.0.0", command: "convert markdown" },
  });
  expect(generator.build(project, site)).not.toMatch(/warn|error|deprecat/i);
  return readSite(site);
}

/** Each post of a selection stands on the site once, with its words, its warning, its poll and its pictures. */
async function expectEverything(selection: Selection, site: BuiltSite): Promise<void> {
  const words = (text: string | null): string => plainText(text ?? "").replace(/\s+/g, "");
  for await (const post of selection.posts("oldest")) {
    const shown = site.posts.get(`p-${selection.address(post.key)?.short}`);
    const withQuoteLine = post.quote !== null;
    if (!withQuoteLine) expect(shown?.words).toBe(post.content === null ? "" : wordsOf(toHtml(post.content)));
    expect(shown?.warning).toBe(words(post.contentWarning));
    expect(shown?.options).toEqual((post.poll?.options ?? []).map(({ name }) => words(name)));
    expect(shown?.captions).toEqual(
      post.attachments.flatMap(({ alt }) => (alt === null ? [] : [words(alt)])),
    );
  }
  expect(site.posts.size).toBe(selection.counts.total);
  expect(site.scripts).toBe(0);
  expect(site.broken).toEqual([]);
}

describe.each(GENERATORS)("a project for $name", (generator) => {
  it.skipIf(!generator.present)("shows what is hostile as it was written", async () => {
    const selection = await selectionFrom(hostileActivities(), {
      media: { "a/b.png": PNG },
      actor: {
        id: "https://social.example/users/tess",
        type: "Person",
        preferredUsername: "tess",
        name: "{{ x }} {% y %} <% z %>",
        summary: "<p>{{&lt; a >}} {% b %} [[c]] &lt;!--more--></p>",
        followers: "https://social.example/users/tess/followers",
      },
    });
    await expectEverything(selection, await built(generator, selection));
  });

  it.skipIf(!generator.present)("is built by month, images and all", async () => {
    const selection = await selectionFrom(hostileActivities(), { media: { "a/b.png": PNG } });
    const site = await built(generator, selection, "month");
    expect(site.broken).toEqual([]);
    expect(site.scripts).toBe(0);
    expect(site.images).toBeGreaterThan(50);
  });

  it.skipIf(!generator.present)("tells several people apart", async () => {
    const sources = ["tess", "ben"].map((user, index) => {
      const id = `https://social.example/users/${user}`;
      const said = create(note({ id: `${index}`, content: `<p>Said by ${user}.</p>` }));
      const activity: unknown = JSON.parse(
        JSON.stringify(said).replaceAll("https://social.example/users/tess", id),
      );
      const actor = {
        id,
        type: "Person",
        preferredUsername: user,
        name: `{{ ${user} }}`,
        followers: `${id}/followers`,
      };
      return memorySource({ activities: [activity], actor } as Parameters<typeof memorySource>[0]);
    });
    const { selection } = await select(sources, { library: memoryLibrary() });
    const site = await built(generator, selection);
    await expectEverything(selection, site);
    expect([...site.posts.values()].map(({ author }) => author).sort()).toEqual(["{{ben}}", "{{tess}}"]);
  });

  it.skipIf(!generator.present)("shows the whole sample", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const { selection } = await select(archive, { library: memoryLibrary() });
    const site = await built(generator, selection);
    await expectEverything(selection, site);
    expect(site.images).toBeGreaterThan(40);
  });

  it
    .skipIf(!generator.present || !existsSync(corpus))
    .each(["vidarh", "lmorchard-fossilizer/mastodon-export.zip"])("shows a real outbox: %s", async (path) => {
    await using archive = await openArchive(join(corpus, path));
    const { selection } = await select(archive, { library: memoryLibrary() });
    await expectEverything(selection, await built(generator, selection));
  });
});
