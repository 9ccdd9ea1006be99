import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { LINK_SCHEMES } from "../src/content/address.js";
import type { SafeTree } from "../src/content/safe-tree.js";
import { sanitise } from "../src/content/sanitise.js";
import { toHtml } from "../src/content/to-html.js";
import { toMarkdown } from "../src/content/to-markdown.js";
import { toText } from "../src/content/to-text.js";
import { HOSTILE_HTML } from "./support/hostile-html.js";
import { flowHtml } from "./support/soup.js";

const html = (source: string, emoji: readonly string[] = []): string =>
  toHtml(sanitise(source, { emoji: new Set(emoji) }));

const REL = "nofollow noopener noreferrer";

/** Every attribute that may be written, by element, with what its value may be. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  a: {
    href: /./,
    class: /^(?:u-url mention|mention hashtag)$/,
    rel: /^(?:tag )?nofollow noopener noreferrer$/,
  },
  span: { class: /^(?:invisible|ellipsis|quote-inline)$/ },
  p: { class: /^quote-inline$/ },
  ol: { start: /^\d{1,9}$/, reversed: /^$/ },
  li: { value: /^\d{1,9}$/ },
  ...Object.fromEntries(
    "br blockquote pre code ul h1 h2 h3 h4 h5 h6 hr em strong u del ins sub sup small ruby rt rp"
      .split(" ")
      .map((name) => [name, {}]),
  ),
};
const EVERYWHERE: Readonly<Record<string, RegExp>> = { lang: /^[A-Za-z0-9-]+$/, dir: /^(?:ltr|rtl|auto)$/ };

function depth(tree: SafeTree): number {
  return tree.reduce((most, node) => Math.max(most, "children" in node ? 1 + depth(node.children) : 1), 0);
}

/** Parses what was written as a browser would, and complains of anything outside the allow-list. */
function complaints(written: string): string[] {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (node.nodeName === "#text") return;
    if (!("attrs" in node)) {
      found.push(node.nodeName);
      return;
    }
    const allowed = ALLOWED[node.tagName];
    if (allowed === undefined) found.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      const pattern = allowed?.[name] ?? EVERYWHERE[name];
      if (pattern === undefined || !pattern.test(value)) found.push(`${node.tagName} ${name}=${value}`);
      if (name === "href") {
        // As the browser will see it: without a base, an address that is not absolute does not parse at all.
        const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : "none";
        if (!LINK_SCHEMES.has(scheme)) found.push(`scheme ${scheme}: ${value}`);
      }
    }
    for (const child of node.childNodes) walk(child);
  };
  for (const child of parseFragment(written).childNodes) walk(child);
  return found;
}

describe("hostile HTML", () => {
  it.each(HOSTILE_HTML.map((source) => [source]))("is harmless: %j", (source) => {
    const tree = sanitise(source);
    expect(complaints(toHtml(tree))).toEqual([]);
    expect(complaints(toHtml(sanitise(toHtml(tree))))).toEqual([]);
    expect(toHtml(sanitise(toHtml(tree)))).toBe(toHtml(tree));
  });

  it("is harmless in any combination", () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE_HTML),
      fc.constantFrom(
        "<p>",
        "</p>",
        "<a href='https://a.example'>",
        "</a>",
        "<ul><li>",
        "</ul>",
        "<pre>",
        "</svg>",
        "-->",
        "'",
        '"',
        ">",
      ),
      fc.tuple(fc.constantFrom(...HOSTILE_HTML), fc.nat(80)).map(([source, at]) => source.slice(0, at)),
      flowHtml,
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const written = html(pieces.join(""), ["x"]);
        expect(complaints(written)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws, in any writer, on any text", () => {
    const marks = fc.stringMatching(
      /^(?:<\/?(?:p|b|ul|li|ol|a|pre|code|q|br|table|tr|td|math|ruby)>|[ a<&"'=:/\u202e\u2069])*$/,
    );
    fc.assert(
      fc.property(marks, (source) => {
        const tree = sanitise(source, { emoji: new Set(["a"]), redact: (url) => url.endsWith("a") });
        expect(typeof toHtml(tree) + typeof toText(tree) + typeof toMarkdown(tree)).toBe(
          "stringstringstring",
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("stays bounded in depth, and in time", () => {
    for (const tag of [
      "b",
      "blockquote",
      "ul",
      "div",
      "a href=https://a.example",
      "span lang=en",
      "x",
      "object",
      "math",
      "table",
    ]) {
      const name = tag.split(" ")[0];
      const bomb = `${`<${tag}>`.repeat(60_000)}x${`</${name}>`.repeat(60_000)}`;
      const tree = sanitise(bomb);
      expect(depth(tree), tag).toBeLessThan(60);
      expect(toHtml(tree).length, tag).toBeLessThan(bomb.length);
      expect(complaints(toHtml(tree))).toEqual([]);
    }
    const wide = html("<b>".repeat(30) + "<p>x".repeat(50_000));
    expect(toText(sanitise(wide)).match(/x/g)?.length).toBe(50_000);
  }, 60_000);

  it("keeps all text beyond the most nodes a tree may have", () => {
    const tree = sanitise("<p>x<br><b>y</b></p>".repeat(60_000));
    expect(toText(tree).match(/x/g)?.length).toBe(60_000);
    expect(toText(tree).match(/y/g)?.length).toBe(60_000);
  });
});

describe("what servers write", () => {
  it("survives: Mastodon's mentions, hashtags and shortened links", () => {
    const source =
      '<p><span class="h-card" translate="no"><a href="https://b.example/@bo" class="u-url mention">@<span>bo</span></a></span> ' +
      '<a href="https://a.example/tags/Cats" class="mention hashtag" rel="tag">#<span>Cats</span></a> ' +
      '<a href="https://www.c.example/long" target="_blank" rel="nofollow"><span class="invisible">https://www.</span><span class="ellipsis">c.example/lo</span><span class="invisible">ng</span></a></p>';
    expect(html(source)).toBe(
      `<p><a href="https://b.example/@bo" class="u-url mention" rel="${REL}">@bo</a> ` +
        `<a href="https://a.example/tags/Cats" class="mention hashtag" rel="tag ${REL}">#Cats</a> ` +
        `<a href="https://www.c.example/long" rel="${REL}"><span class="invisible">https://www.</span><span class="ellipsis">c.example/lo</span><span class="invisible">ng</span></a></p>`,
    );
    expect(toText(sanitise(source))).toBe("@bo #Cats https://www.c.example/long");
  });

  it.each([
    ["<p>a<br/>b</p><blockquote><p>c</p></blockquote>", "<p>a<br>b</p><blockquote><p>c</p></blockquote>"],
    [
      "<i>a</i><b>b</b><s>c</s><strike>d</strike><u>e</u>",
      "<em>a</em><strong>b</strong><del>c</del><del>d</del><u>e</u>",
    ],
    [
      "<sub>a</sub><sup>b</sup><small>c</small><ins>d</ins>",
      "<sub>a</sub><sup>b</sup><small>c</small><ins>d</ins>",
    ],
    ['<ol start="3" reversed><li value="9">a</li></ol>', '<ol start="3" reversed><li value="9">a</li></ol>'],
    ["<pre><code>a\n  b &lt; c</code></pre>", "<pre><code>a\n  b &lt; c</code></pre>"],
    ["<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>"],
    ["<h1>a</h1><h6>b</h6><hr>", "<h1>a</h1><h6>b</h6><hr>"],
    ['<p lang="pt_br" dir="RTL">a</p><p lang="!!" dir="up">b</p>', '<p lang="pt-BR" dir="rtl">a</p><p>b</p>'],
    ['<p class="quote-inline">RE: x</p>', '<p class="quote-inline">RE: x</p>'],
    [
      '<p>t<span class="quote-inline"><br>RE: x</span></p>',
      '<p>t<span class="quote-inline"><br>RE: x</span></p>',
    ],
    [
      '<bdi>a</bdi><span dir="rtl">b</span><span>c</span>',
      '<span dir="auto">a</span><span dir="rtl">b</span>c',
    ],
    ["<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"],
    ["<ul>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"],
    ["<li>alone", "<p>alone</p>"],
    ["<b>a<p>b</b>c", "<strong>a</strong><p><strong>b</strong></p>c"],
    ["<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "<p>a | b</p><p>c</p>"],
    [
      '<math display="block"><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></math>',
      "$$x^2$$",
    ],
    ["<math><mi>x</mi><mo>=</mo></math>", "x="],
    [
      '<img src="https://a.example/c.png" alt="A cat">',
      `<a href="https://a.example/c.png" rel="${REL}">A cat</a>`,
    ],
    [
      '<a href="https://a.example"><img src="https://a.example/c.png" alt="A cat"></a>',
      `<a href="https://a.example" rel="${REL}">A cat</a>`,
    ],
    ["<p>a\u0000b\u001b[31m</p>", "<p>ab[31m</p>"],
    ["\n<p>a</p>\n <p></p> \n<p>b</p>\n", "<p>a</p><p>b</p>"],
  ])("%s", (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it("cuts out the emoji that are named, and no others", () => {
    const source =
      '<p>:blob: x:blob:y 10:30:45 :other: :blob::blob:<code>:blob:</code><img class="emoji" alt=":blob:" src="https://a.example/b.png"><img class="emoji" alt=":gone:"></p>';
    const written = toHtml(sanitise(source, { emoji: new Set(["blob", "30"]) }), {
      emojiUrl: (code) => `e/${code}.png`,
    });
    const picture =
      '<img class="emoji" src="e/blob.png" alt=":blob:" title=":blob:" draggable="false" loading="lazy">';
    expect(written).toBe(
      `<p>${picture} x:blob:y 10:30:45 :other: ${picture}${picture}<code>:blob:</code>${picture}:gone:</p>`,
    );
  });

  it("links hashtags to pages of the site where there are any", () => {
    const source = '<a href="https://a.example/tags/x" class="hashtag" rel="tag">#<span>x</span></a>';
    expect(toHtml(sanitise(source), { hashtagUrl: (name) => `/tags/${name}/` })).toBe(
      '<a href="/tags/x/" class="mention hashtag" rel="tag">#x</a>',
    );
  });

  it.each([
    ["https://a.example/ä?q=ü#ß", "https://a.example/ä?q=ü#ß"],
    ["HTTPS://A.example/x", "HTTPS://A.example/x"],
    ["magnet:?xt=urn:btih:0", "magnet:?xt=urn:btih:0"],
    ["xmpp:a@b.example?join", "xmpp:a@b.example?join"],
    ["gemini://a.example/", "gemini://a.example/"],
    ["tel:+49-30-1", "tel:+49-30-1"],
    [" https://a.example/a b ", "https://a.example/a%20b"],
    ["https://a.example/\u202ex", "https://a.example/%E2%80%AEx"],
  ])("keeps the link %s", (href, expected) => {
    const [node] = sanitise(`<a href="${href}">x</a>`);
    expect(node).toMatchObject({ type: "link", href: expected });
  });
});

describe("bidi controls", () => {
  it("end with the paragraph they stand in", () => {
    expect(html("<p>a\u202eb</p>c")).toBe("<p>a\u202eb\u202c</p>c");
    expect(html("<p>\u2067a<b>\u202eb</b></p>")).toBe("<p>\u2067a<strong>\u202eb</strong>\u202c\u2069</p>");
    expect(html("<p>\u2067a\u2069 b</p>")).toBe("<p>\u2067a\u2069 b</p>");
  });

  it.each([
    ["the text of an emoji that the post does not name", '<img class="emoji" alt="\u202ea">', "\u202ea"],
    ["the name of a picture", '<img alt="\u202ea">', "\u202ea"],
    ["a formula", "<math><mi>\u202ea</mi></math>", "\u202ea"],
  ])("end there also in %s", (_, source, text) => {
    expect(html(`<p>${source}</p>c`)).toBe(`<p>${text}\u202c</p>c`);
  });

  it("close nothing outside of it", () => {
    expect(html("<p>a\u2069\u202cb</p>")).toBe("<p>ab</p>");
    expect(html("<p>\u2066a\u202cb\u2069</p>")).toBe("<p>\u2066ab\u2069</p>");
  });
});
