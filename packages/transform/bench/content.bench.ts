// Sanitising, and writing HTML, Markdown and text from the same tree: posts as servers write them, per 10 000.
// Run after a build: vitest bench --run packages/transform/bench/content.bench.ts
import { expect, test } from "vitest";
import { sanitise } from "../src/content/sanitise.js";
import { toHtml } from "../src/content/to-html.js";
import { toMarkdown } from "../src/content/to-markdown.js";
import { toText } from "../src/content/to-text.js";

const POSTS = 10_000;
const WORDS =
  "the sea was calm and grüne Wiesen 朝 people walk to work while it rains on tiles &amp; slates".split(" ");
const OWN = "https://a.example/@tess/";
// A number of rounds, not a time.
const rounds = { time: 0, iterations: 9, warmupTime: 0, warmupIterations: 3 };

/** As long as posts are: a paragraph or two, a third with a link, a mention and hashtags. */
function texts(): string[] {
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(" ");
  return Array.from({ length: POSTS }, (_, n) => {
    const parts = [`<p>${words(10 + next(40))}</p>`];
    if (next(3) === 0) parts.push(`<p>${words(12)}<br />${words(8)}</p>`);
    if (next(3) === 0) {
      parts.push(
        `<p><span class="h-card"><a href="https://b.example/@ada" class="u-url mention">@<span>ada</span></a></span> ` +
          `<a href="${OWN}${n}" rel="nofollow noopener noreferrer" target="_blank"><span class="invisible">https://</span>` +
          `<span class="ellipsis">a.example/@tess</span><span class="invisible">/${n}</span></a> ` +
          `<a href="https://a.example/tags/sea" class="mention hashtag" rel="tag">#<span>sea</span></a></p>`,
      );
    }
    return parts.join("");
  });
}

const html = texts();
const redact = Object.assign((address: string) => address === `${OWN}3`, {
  marks: new Set(["/@tess/", "/users/tess/statuses/"]),
});
const trees = html.map((text) => sanitise(text, { redact }));

test(`${POSTS} posts`, async ({ bench }) => {
  await bench.compare(
    bench("sanitise, with withheld addresses looked for", () => {
      let length = 0;
      for (const text of html) length += sanitise(text, { redact }).length;
      expect(length).toBeGreaterThan(POSTS);
    }),
    bench("write Markdown", () => {
      for (const tree of trees) toMarkdown(tree);
    }),
    bench("write HTML", () => {
      for (const tree of trees) toHtml(tree);
    }),
    bench("write text", () => {
      for (const tree of trees) toText(tree);
    }),
    rounds,
  );
}, 600_000);
