import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeContent } from "../src/content/safe-content.js";
import type { Redact } from "../src/content/withheld.js";
import { type OpenPost, type PendingPosts, packPosts, unpackPosts } from "../src/library/packing.js";
import { closedRow } from "../src/library/post-row.js";
import { HOSTILE_HTML } from "./support/hostile-html.js";
import { flowHtml } from "./support/soup.js";

const WITHHELD = "https://social.example/users/ada/statuses/7";
const MARKS = new Set(["/users/ada/statuses/", "/@ada/"]);
const OPEN = '["key"]';

/** Texts that may or may not hold an address of a withheld post, in forms that only a parser sees through too. */
const withAddresses: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      flowHtml,
      fc.constantFrom(...HOSTILE_HTML),
      fc.constantFrom(
        WITHHELD,
        `<a href="${WITHHELD}">there</a>`,
        `<a href="${WITHHELD.replaceAll("/", "&#47;")}">there</a>`,
        WITHHELD.replaceAll("/", "&sol;"),
        "social.example/users/<b>ada</b>/statuses/7",
        "https://social.example/users/./ada/statuses/7",
        "100 %",
        "https://social.example/users/ada/statuses/8",
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(" "));

function pending(htmls: readonly (string | null)[], more: Partial<PendingPosts> = {}): PendingPosts {
  return { notes: "[]", rows: htmls.map(() => OPEN), htmls, emoji: new Map(), marks: MARKS, ...more };
}

function packed(posts: PendingPosts): {
  readonly notes: string;
  readonly rows: readonly (string | OpenPost)[];
} {
  const { notes, rows } = unpackPosts(packPosts(posts));
  const decoder = new TextDecoder();
  return { notes, rows: [...rows].map((row) => (row instanceof Uint8Array ? decoder.decode(row) : row)) };
}

describe("posts that are packed", () => {
  it("come out as they went in, with their texts made safe", () => {
    const { notes, rows } = packed(
      pending([null, "<p>Ahoi ✓ <script>x</script>:ship:</p>", "<p></p>", "<p>:ship:</p>"], {
        notes: '["–"]',
        rows: ['["no text ✓"]', OPEN, OPEN, OPEN],
        emoji: new Map([[1, new Set(["ship"])]]),
      }),
    );
    expect(notes).toBe('["–"]');
    expect(rows.map((row) => JSON.parse(String(row)))).toEqual([
      ["no text ✓", null],
      [
        "key",
        [
          {
            type: "element",
            name: "p",
            children: [
              { type: "text", value: "Ahoi ✓ " },
              { type: "emoji", shortcode: "ship" },
            ],
          },
        ],
      ],
      ["key", null],
      ["key", [{ type: "element", name: "p", children: [{ type: "text", value: ":ship:" }] }]],
    ]);
    expect(packed(pending([]))).toEqual({ notes: "[]", rows: [] });
  });

  it("stay open for who knows what is withheld, where that decides", () => {
    const html = `<p>:ship: <a href="${WITHHELD.replaceAll("/", "&#47;")}">there</a> \ud800</p>`;
    const emoji = new Map([[1, new Set(["ship"])]]);
    const { rows } = packed(pending(["<p>safe</p>", html, "<p>safe</p>", html], { emoji }));
    expect(rows[1]).toEqual({ row: OPEN, html, emoji: ["ship"] });
    expect(rows[3]).toEqual({ row: OPEN, html, emoji: null });
    expect([rows[0], rows[2]].map((row) => JSON.parse(String(row)))).toMatchObject([
      ["key", [{}]],
      ["key", [{}]],
    ]);
  });

  it("have the text that is made with all knowledge, or stay open", () => {
    const redact: Redact = Object.assign((address: string) => address === WITHHELD, { marks: MARKS });
    fc.assert(
      fc.property(withAddresses, (html) => {
        for (const row of packed(pending([html])).rows) {
          if (typeof row !== "string") expect(row).toEqual({ row: OPEN, html, emoji: null });
          else expect(row).toBe(closedRow(OPEN, safeContent(html, redact, undefined)));
        }
      }),
      { numRuns: 500 },
    );
  });
});
