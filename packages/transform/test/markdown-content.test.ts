import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { sanitise } from "../src/content/sanitise.js";
import { toMarkdown } from "../src/content/to-markdown.js";
import { toText } from "../src/content/to-text.js";
import { flowHtml, specialText } from "./support/soup.js";

/** What a reader of the Markdown sees: rendered by a CommonMark and GFM implementation, then as text. */
function seen(markdown: string): string {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  return toText(sanitise(html));
}

/** Without white space, and without the lines between the blocks of a quote. */
function flat(text: string): string {
  return text
    .replace(/^[> ]+$/gm, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

function markdown(html: string): string {
  return toMarkdown(sanitise(html));
}

describe("toMarkdown", () => {
  it("shows any text as it was written", () => {
    fc.assert(
      fc.property(specialText, (text) => {
        const tree = sanitise(`<p>${text.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`)}</p>`);
        expect(flat(seen(toMarkdown(tree)))).toBe(flat(toText(tree)));
      }),
      { numRuns: 3000 },
    );
  });

  it("shows any tree as it was: text, quotes, lists and their numbers", () => {
    fc.assert(
      fc.property(fc.array(flowHtml, { maxLength: 4 }), (html) => {
        const tree = sanitise(html.join(""));
        const written = toMarkdown(tree);
        expect(flat(seen(written)), written).toBe(flat(toText(tree)));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ["<p>a<br>b</p><p>c</p>", "a\\\nb\n\nc"],
    [
      "<p># x<br>- y<br>1. z<br>&gt; q<br>+ p<br>===</p>",
      "\\# x\\\n\\- y\\\n1\\. z\\\n\\> q\\\n\\+ p\\\n\\=\\=\\=",
    ],
    ["<p>snake_case *a* AT&amp;T &amp;amp; &lt;b&gt;</p>", "snake_case \\*a\\* AT\\&T \\&amp; \\<b>"],
    ["<p>{{ x }} {% y %} $z$ [[w]]</p>", "\\{\\{ x \\}\\} \\{% y %\\} \\$z\\$ \\[\\[w\\]\\]"],
    [
      "<p>@ada@b.example www.c.example https://d.example</p>",
      "@ada\\@b.example www\\.c.example https\\://d.example",
    ],
    ['<a href="https://a.example/b">https://a.example/b</a>', "<https://a.example/b>"],
    ['<a href="https://a.example/(b)_&amp;copy;">x</a>', "[x](<https://a.example/(b)_&amp;copy;>)"],
    [
      '<a class="mention hashtag" href="https://a.example/tags/x">#<span>x</span></a>',
      "[#x](https://a.example/tags/x)",
    ],
    ["<b>a</b><i>b</i> c<i>d</i>e <b>(f)</b>", "**a**<em>b</em> c*d*e <strong>(f)</strong>"],
    ["<s>a</s> <u>b</u> <ruby>c<rt>d</rt></ruby>", "~~a~~ <u>b</u> <ruby>c<rt>d</rt></ruby>"],
    ["<code>a`b</code>", "``a`b``"],
    ["<pre><code>```\n  x\n</code></pre>", "````\n```\n  x\n````"],
    ["<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ul><li>d</li></ul>", "- a\n  - b\n- c\n\n+ d"],
    ["<ol start=9><li>a<li>b</ol>", "9. a\n10. b"],
    ["<ol reversed><li>a<li>b</ol>", "2. a\n\n1) b"],
    ["<blockquote><p>a</p><blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"],
    ["<h2>a # </h2><hr>", "## a \\#\n\n***"],
    ['<p>a <span lang="ja">b</span></p>', 'a <span lang="ja">b</span>'],
  ])("%s", (html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});
