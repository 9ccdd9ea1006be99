import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactText, sanitise } from "../src/content/sanitise.js";
import { toHtml } from "../src/content/to-html.js";
import { toMarkdown } from "../src/content/to-markdown.js";
import { mayConcern } from "../src/content/withheld.js";

const HIDDEN = [
  "https://social.example/@ada/109876543210987654",
  "https://social.example/users/ada/statuses/109876543210987654",
];
const redact = (url: string): boolean => HIDDEN.includes(url);
const PAGE = HIDDEN[0] ?? "";

const redacted = (source: string): string => toHtml(sanitise(source, { redact }));

/** Nothing may remain that names the post: neither its number nor a piece of it. */
const TRACE = /10987|98765|54321|87654|statuses/;

describe("an address of a withheld post", () => {
  it.each([
    [`<p>before <a href="${PAGE}">${PAGE}</a> after</p>`, "<p>before after</p>"],
    [
      `<p>before <a href="${PAGE}"><span class="invisible">https://</span><span class="ellipsis">social.example/@ada/1098765432</span><span class="invisible">10987654</span></a> after</p>`,
      "<p>before after</p>",
    ],
    [`<p><a href="${PAGE}">social.example/@ada/10987654…</a></p>`, ""],
    [`<p>as I <a href="${PAGE}">said before</a></p>`, "<p>as I said before</p>"],
    [`<p>as I <a href="${PAGE}">said <b>in 109876543210987654</b></a></p>`, "<p>as I </p>"],
    [`<p>${PAGE}, (${PAGE}). 「${PAGE}」</p>`, "<p>, (). 「」</p>"],
    [`<p>見て${PAGE}です</p>`, "<p>見てです</p>"],
    [`<p>social.example/@ada/109876543210987654 x</p>`, "<p> x</p>"],
    [`<p>https://social.exam<b>ple/@ada/10987</b>6543210<i>987654</i> x</p>`, "<p> x</p>"],
    [`<p><a href="https://short.example/x">${PAGE}</a> x</p>`, "<p> x</p>"],
    [`<p><a href="${PAGE}/embed?x=1#y">${PAGE}/embed</a> x</p>`, "<p> x</p>"],
    [`<p><a href="http://social.example/@ada/109876543210987654/">mine</a></p>`, "<p>mine</p>"],
    [`<p><a href="https://social.example/web/@ada/109876543210987654">mine</a></p>`, "<p>mine</p>"],
    [
      `<p><a href="https://share.example/?u=${encodeURIComponent(PAGE)}&amp;t=1">share</a></p>`,
      "<p>share</p>",
    ],
    [
      `<p>https://web.archive.example/web/2024/${PAGE} x</p>`,
      "<p>https://web.archive.example/web/2024/ x</p>",
    ],
    [`<p><img src="${PAGE}" alt="see ${PAGE}"></p>`, ""],
    [`<p class="quote-inline">RE: <a href="${PAGE}">${PAGE}</a></p><p>text</p>`, "<p>text</p>"],
    [`<p class="quote-inline">RE: ${HIDDEN[1]}</p><p>text</p>`, "<p>text</p>"],
    [
      `<p>text<span class="quote-inline"><br><br>RE: <a href="${HIDDEN[1]}">${HIDDEN[1]}</a></span></p>`,
      "<p>text</p>",
    ],
    [`<ul><li><a href="${PAGE}">${PAGE}</a></li><li>b</li></ul>`, "<ul><li></li><li>b</li></ul>"],
    [`<pre><code>${PAGE}</code></pre>x`, "x"],
  ])("leaves no trace in %s", (source, expected) => {
    const written = redacted(source);
    expect(written).toBe(expected);
    expect(written).not.toMatch(TRACE);
  });

  it.each([
    ["a port", "https://social.example:443/@ada/109876543210987654"],
    ["the other port", "http://social.example:80/@ada/109876543210987654?x=1"],
    ["a name in front", "https://me@social.example/@ada/109876543210987654"],
    ["a dot behind the host", "https://social.example./@ada/109876543210987654/embed"],
    ["two slashes", "https://social.example//@ada//109876543210987654/"],
    ["a step in place", "https://social.example/./@ada/./109876543210987654"],
    ["a step back", "https://social.example/about/../@ada/109876543210987654"],
    ["capitals", "https://Social.Example/@ada/109876543210987654"],
    ["a soft hyphen", "https://social.example/@ada/1098765432\u00ad10987654"],
  ])("leaves no trace when it is spelt with %s", (_, spelt) => {
    const marks = new Set(["/@ada/", "/users/ada/statuses/"]);
    const marked = Object.assign((url: string) => redact(url), { marks });
    for (const source of [
      `<p>x <a href="${spelt}">mine</a> y</p>`,
      `<p>x ${spelt} y</p>`,
      `<p>x <a href="${spelt}">${spelt}</a> y</p>`,
    ]) {
      const written = toHtml(sanitise(source, { redact: marked }));
      expect(written.replaceAll("\u00ad", "")).not.toMatch(TRACE);
      expect(written).toMatch(/^<p>x .*y<\/p>$/);
    }
    expect(redactText(`x ${spelt} y`, marked).replaceAll("\u00ad", "")).not.toMatch(TRACE);
  });

  it("leaves no trace in any mixture, in any output", () => {
    const wrap = fc.constantFrom(
      (url: string) => url,
      (url: string) => `<a href="${url}">${url}</a>`,
      (url: string) => `<a href="${url}">text</a>`,
      (url: string) => `<b>${url.slice(0, 30)}</b><i>${url.slice(30)}</i>`,
      (url: string) => `<span class="invisible">${url.slice(0, 8)}</span>${url.slice(8)}`,
      (url: string) => `(${url}).`,
      (url: string) => `<p class="quote-inline">RE: <a href="${url}">${url}</a></p>`,
      (url: string) => `<a href="https://s.example/?u=${encodeURIComponent(url)}">${url}</a>`,
      (url: string) => `<blockquote><p>${url}</p></blockquote>`,
    );
    const form = fc.constantFrom(
      (url: string) => url,
      (url: string) => `${url}?a=b`,
      (url: string) => `${url}/`,
      (url: string) => `${url}/activity`,
      (url: string) => url.replace("https", "http"),
    );
    const part = fc
      .tuple(fc.constantFrom(...HIDDEN), form, wrap, fc.constantFrom(" ", "\n", "<br>", "、", "<p>"))
      .map(([url, shape, around, behind]) => around(shape(url)) + behind);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const tree = sanitise(`<p>x ${parts.join("")}`, { redact });
        expect(toHtml(tree)).not.toMatch(TRACE);
        expect(toMarkdown(tree)).not.toMatch(TRACE);
      }),
      { numRuns: 500 },
    );
  });

  it("is told from other addresses", () => {
    const other = `<p><a href="${PAGE}1">${PAGE}1</a> https://social.example/@ada https://b.example/x/109876</p>`;
    expect(redacted(other)).toBe(toHtml(sanitise(other)));
  });
});

describe("redactText", () => {
  it.each([
    [`see ${PAGE} there`, "see there"],
    [`${PAGE}`, ""],
    [`a (${PAGE}/embed) b`, "a () b"],
    [`a\n${PAGE}\nb`, "a\n\nb"],
    ["nothing / here", "nothing / here"],
    [`${PAGE}1`, `${PAGE}1`],
  ])("%j becomes %j", (text, expected) => {
    expect(redactText(text, redact)).toBe(expected);
  });

  it("takes time that grows with the text only", () => {
    expect(redactText("https://a.example/".repeat(20_000), redact)).toHaveLength(360_000);
    expect(redactText(`https://a.example/${".".repeat(200_000)}`, redact)).toHaveLength(200_018);
  });
});

it("a path with parts that a browser takes out is told from others", () => {
  const plainly = /[^:/]\/\/|\/\.{1,2}\/|[\\\u00ad]/;
  const unmarked = Object.assign(() => false, { marks: new Set<string>() });
  const pieces = fc.constantFrom("/", "//", ":", ".", "..", "a", "\\", "\u00ad", " ");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
      const text = parts.join("");
      expect(mayConcern(text, unmarked)).toBe(plainly.test(text));
    }),
    { numRuns: 2000 },
  );
});
