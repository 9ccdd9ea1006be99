import { packZip } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, type SafeTree, select } from "@archive/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitise } from "../src/content/sanitise.js";
import { toMfm } from "../src/content/to-mfm.js";
import { toText } from "../src/content/to-text.js";
import { flowHtml } from "./support/soup.js";

/** What Misskey's own parser, which the reader uses, makes of texts. */
async function read(texts: readonly string[]): Promise<readonly SafeTree[]> {
  const notes = texts.map((text, at) => ({
    id: `9${String(at).padStart(6, "0")}`,
    text: text === "" ? null : text,
    createdAt: new Date(1_700_000_000_000 + at * 1000).toISOString(),
    visibility: "public",
    renoteId: null,
    replyId: null,
    fileIds: [],
    files: [],
    localOnly: false,
    visibleUserIds: [],
  }));
  const bytes = new TextEncoder().encode(JSON.stringify(notes));
  await using archive = await openArchive(await packZip(new Map([["notes-1.json", bytes]])), {
    account: "tess@social.example",
  });
  const { selection } = await select(archive, { library: memoryLibrary() });
  const trees: SafeTree[] = [];
  for await (const { content } of selection.posts("oldest")) trees.push(content ?? []);
  return trees;
}

const mfm = (html: string): string => toMfm(sanitise(html));

describe("MFM", () => {
  it.each([
    ["<p>a<br>b</p><p>c</p>", "a\nb\n\nc"],
    ["<p>mid<strong>dle</strong> <em>i</em> <del>s</del></p>", "mid<b>dle</b> <i>i</i> <s>s</s>"],
    ["<blockquote><p>a</p><p>b</p></blockquote>", "> a\n> \n> b"],
    ["<pre><code>x\n  y</code></pre>", "```\nx\n  y\n```"],
    ["<p><code>a b</code> <code>a`b</code></p>", "`a b` <plain>a`b</plain>"],
    ["<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n1. c"],
    ["<h2>T</h2><hr>", "<b>T</b>\n\n---"],
    ['<p><a href="https://a.example/x">https://a.example/x</a></p>', "https://a.example/x"],
    ['<p><a href="https://a.example/(x)">text</a></p>', "[text](<https://a.example/(x)>)"],
    [
      "<p>*no* #no @no $[x no] 12:30 so: a_b</p>",
      "<plain>*no* #no @no $[x no]</plain> 12:30 so: <plain>a_b</plain>",
    ],
    ["<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "$[ruby 漢 かん]"],
  ])("%s", (html, expected) => {
    expect(mfm(html)).toBe(expected);
  });

  it("mentions, hashtags and custom emoji are its own", () => {
    const tree: SafeTree = [
      {
        type: "link",
        href: "https://b.example/@ada",
        role: "mention",
        children: [{ type: "text", value: "@ada" }],
      },
      { type: "text", value: " " },
      {
        type: "link",
        href: "https://b.example/tags/x",
        role: "hashtag",
        children: [{ type: "text", value: "#Köln" }],
      },
      { type: "text", value: " x" },
      { type: "emoji", shortcode: "blob" },
      { type: "text", value: "!" },
    ];
    expect(toMfm(tree, { mention: () => "@ada@b.example" })).toBe("@ada@b.example #Köln x\u200b:blob:!");
  });

  it("any text is read as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 60 }), async (texts) => {
        const trees = texts.map(
          (value): SafeTree => [{ type: "element", name: "p", children: [{ type: "text", value }] }],
        );
        const back = await read(trees.map((tree) => toMfm(tree)));
        const plain = (tree: SafeTree): string => toText(tree).replace(/\s+/g, " ").trim();
        expect(back.map(plain)).toEqual(trees.map((tree) => plain(sanitise(toHtmlText(tree)))));
      }),
      { numRuns: 30 },
    );
  });

  it("any HTML is read with the words it had, and nothing in it runs", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(flowHtml, { minLength: 1, maxLength: 20 }), async (pieces) => {
        // The reader shows long texts full of signs as they are: reading them could take minutes.
        const trees = pieces.map((html) => sanitise(html)).filter((tree) => toMfm(tree).length < 1500);
        const back = await read(trees.map((tree) => toMfm(tree)));
        expect(back.map(letters)).toEqual(trees.map(letters));
        expect(JSON.stringify(back)).not.toMatch(/"href":"(?!https?:)/);
      }),
      { numRuns: 100, interruptAfterTimeLimit: 20_000 },
    );
  });
});

/** Lists and rules are lines of text to it, and lines have no indentation: only the words are compared. */
function letters(tree: SafeTree): string {
  return toText(tree).replace(/[\s\u200b>\d.-]+/g, "");
}

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      ..."*_~`$[]()<>@#:\\/| \n-?!ab1x".split(""),
      "plain",
      "</plain>",
      "search",
      "https://",
      "$[",
      "<b>",
    ),
    maxLength: 20,
  }),
);

function toHtmlText(tree: SafeTree): string {
  return `<p>${toText(tree).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`;
}
