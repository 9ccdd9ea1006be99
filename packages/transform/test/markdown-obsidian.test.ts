import { packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, select } from "@archive/transform";
import { beforeAll, describe, expect, it } from "vitest";
import { hostileActivities } from "./support/markdown-hostile.js";
import { filesOf, PNG, postFiles, selectionFrom, splitFile } from "./support/markdown-output.js";

/**
 * What Obsidian and its usual plugins make of a note, as their documentation says; the program itself can't be run
 * here. Sources: https://help.obsidian.md/links, /embeds, /tags, /syntax, /properties,
 * https://blacksmithgu.github.io/obsidian-dataview/queries/dql-js-inline/, https://silentvoid13.github.io/Templater/
 */
interface Seen {
  /** Paths that `[text](path)` leads to, from the vault's root. */
  readonly links: readonly string[];
  /** Paths of files that are shown in the note. */
  readonly embeds: readonly string[];
  readonly tags: readonly string[];
  /** What is no text to one of the programs and would not show as it was written. */
  readonly run: readonly string[];
}

// Behind a fence of backticks there are none in its line (CommonMark §4.5).
const FENCE =
  /^( *(?:> ?|[-*] |\d+[.)] )*)(`{3,}(?=[^`\n]*$)|~{3,})([^\n]*)\n[\s\S]*?(?:^[ >]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;

function readNote(path: string, file: string): Seen {
  const { body } = splitFile(file);
  const run: string[] = [];
  // Templater looks at the whole file, also at what is code.
  for (const [found] of file.matchAll(/<%.{0,9}/g)) run.push(`templater ${found}`);
  let rest = body.replace(FENCE, (_, __, ___, language: string) => {
    // A block with a language is Dataview's if that says so.
    if (language.trim() !== "") run.push(`language ${language}`);
    return "";
  });
  // Obsidian renders no Markdown inside of HTML blocks (https://help.obsidian.md/html); Dataview passes over their code.
  rest = rest.replace(/<pre><code>[^\n]*?<\/code><\/pre>/g, "");
  // Escaped characters and entities are text. An escaped backtick begins no code.
  rest = rest.replace(/\\[!-/:-@[-`{-~]/g, " ").replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, "e");
  rest = rest.replace(/(?<!`)(`+)(?!`)([^`]|(?!(?<!`)\1(?!`))`)*?(?<!`)\1(?!`)/g, (code) => {
    if (/^`+\s*\$?=/.test(code)) run.push(`inline query ${code}`);
    return "";
  });
  const links: string[] = [];
  const embeds: string[] = [];
  rest = rest.replace(
    /(!?)\[([^\]\n]*)\]\((<[^>\n]*>|[^)\s]*)\)/g,
    (_, sign: string, text: string, target: string) => {
      const to = target.replace(/^<|>$/g, "");
      if (!/^[a-z][a-z\d+.-]*:/i.test(to)) {
        (sign === "!" ? embeds : links).push(
          decodeURI(new URL(to, `https://vault.example/${path}`).pathname.slice(1)),
        );
      } else if (sign === "!") run.push(`embeds ${to}`);
      return ` ${text} `;
    },
  );
  for (const [found] of rest.matchAll(/!?\[\[|%%|==(?=[^=\s])/g)) run.push(`syntax ${found}`);
  for (const [found] of rest.matchAll(/<(?:script|style|iframe|code)\b/gi)) run.push(`html ${found}`);
  for (const [found] of rest.matchAll(/\s\^[\w-]+$/gm)) run.push(`block id ${found}`);
  const tags = [...rest.matchAll(/(?<=^|\s)#([\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gmu)];
  return { links, embeds, tags: tags.map(([, name = ""]) => name), run };
}

/** `[[note]]` and `[[note|name]]` in a property. */
function linksInProperties(data: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(data)
    .flat()
    .flatMap((value) =>
      typeof value === "string" ? [...value.matchAll(/^\[\[([^\]|]+)(?:\|[^\]]*)?\]\]$/g)] : [],
    )
    .map(([, path = ""]) => `${path}.md`);
}

const notesOf = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => path.endsWith(".md"));

describe("a vault of the sample", () => {
  let files: ReadonlyMap<string, string>;
  let hashtags: ReadonlySet<string>;

  beforeAll(async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const { selection } = await select(archive, { library: memoryLibrary() });
    files = await filesOf(selection, { flavor: "obsidian" });
    hashtags = new Set(selection.tags().map(({ name }) => name.toLowerCase()));
  });

  it("has every note and file that its notes lead to and show", () => {
    const known = new Set([...files.keys()].map((path) => path.toLowerCase()));
    let links = 0;
    let embeds = 0;
    for (const [path, file] of notesOf(files)) {
      const seen = readNote(path, file);
      const wanted = [...seen.links, ...seen.embeds, ...linksInProperties(splitFile(file).data)];
      // Obsidian finds notes whatever their case.
      expect([path, wanted.filter((each) => !known.has(each.toLowerCase()))]).toEqual([path, []]);
      links += wanted.length - seen.embeds.length;
      embeds += seen.embeds.length;
    }
    expect(links).toBeGreaterThan(100);
    expect(embeds).toBeGreaterThan(5);
  });

  it("tags notes with the hashtags of their posts and with nothing else", () => {
    const written = new Set<string>();
    for (const [path, file] of notesOf(files)) {
      const { tags } = readNote(path, file);
      for (const tag of tags) written.add(tag.toLowerCase());
    }
    expect(written.size).toBeGreaterThan(3);
    expect([...written].filter((tag) => !hashtags.has(tag))).toEqual([]);
    for (const [, file] of postFiles(files)) {
      const { tags } = splitFile(file).data;
      for (const tag of Array.isArray(tags) ? tags : [])
        expect(hashtags).toContain(String(tag).toLowerCase());
    }
  });

  it("has properties that Obsidian shows: texts, numbers and lists of them", () => {
    for (const [path, file] of notesOf(files)) {
      for (const [name, value] of Object.entries(splitFile(file).data)) {
        const flat = [value].flat().every((each) => ["string", "number", "boolean"].includes(typeof each));
        expect([path, name, flat]).toEqual([path, name, true]);
      }
    }
  });

  it("runs nothing", () => {
    expect(notesOf(files).flatMap(([path, file]) => readNote(path, file).run)).toEqual([]);
  });
});

it("nothing of what is hostile runs, hides, links, embeds or tags", async () => {
  const selection = await selectionFrom(hostileActivities(), { media: { "a/b.png": PNG } });
  for (const split of ["thread", "post", "day"] as const) {
    const files = await filesOf(selection, { flavor: "obsidian", split });
    const known = new Set([...files.keys()].map((path) => path.toLowerCase()));
    expect(files.size).toBeGreaterThan(20);
    for (const [path, file] of notesOf(files)) {
      const { run, tags, links, embeds } = readNote(path, file);
      const lost = [...links, ...embeds].filter((each) => !known.has(each.toLowerCase()));
      expect([path, run, tags, lost]).toEqual([path, [], [], []]);
    }
  }
});

it("the search itself finds what Obsidian would run", () => {
  const note = [
    "[[Home]] ![[Home]] %%hidden%% ==marked== text ^block",
    "`= this.file.name` `$= dv.current()` and #tag/nested, but #1984 and \\#no are none",
    "![x](https://evil.example/x.png) <% tp.x %> <script>",
    "```dataviewjs\ndv.paragraph(1)\n```",
    "[a](b%20c.md) ![d](../e.png) `#code` \\[\\[no\\]\\] &#37;%",
  ];
  const seen = readNote("x/y.md", `---\ntitle: x\n---\n${note.join("\n\n")}\n`);
  expect(seen.links).toEqual(["x/b c.md"]);
  expect(seen.embeds).toEqual(["e.png"]);
  expect(seen.tags).toEqual(["tag/nested"]);
  expect(seen.run.map((each) => each.split(" ")[0]).sort()).toEqual(
    [
      "templater",
      "language",
      "inline",
      "inline",
      "embeds",
      "syntax",
      "syntax",
      "syntax",
      "syntax",
      "syntax",
      "html",
      "block",
    ].sort(),
  );
});
