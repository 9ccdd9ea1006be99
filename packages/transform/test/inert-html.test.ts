import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attached, child, outboxOf, parsed, picture, post, written } from "./support/wordpress-output.js";

describe("what WordPress would run", () => {
  const hostile = [
    "[gallery ids=1] [[caption]x[/caption]] ]]> <![CDATA[",
    "<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->",
    "https://evil.example/embed",
    "\u0000\u0008\u001f\ufffe\uffff\ud800 x",
    "a\\b %%LINE%%\n<!--more-->\n<!--nextpage-->",
  ];
  it("is neutral in texts, titles, tags, names and alt texts", async () => {
    const activities = hostile.map((text, n) => {
      const escaped = text.replaceAll("<", "&lt;");
      return post(String(n + 1), {
        type: n % 2 === 0 ? "Article" : "Note",
        name: text,
        content: `<p>${escaped}</p><p><a href="https://ok.example/?a[b]=1">[x]</a></p>${text}`,
        summary: n === 0 ? text : null,
        tag: [{ type: "Hashtag", name: `#${text}` }],
        ...attached("media_attachments/files/1/a.png", text),
        ...(n === 1 && {
          oneOf: [{ type: "Note", name: text, replies: { totalItems: 1 } }],
          type: "Question",
        }),
      });
    });
    const media = { "media_attachments/files/1/a.png": picture() };
    const { text, files } = await written(activities, { baseUrl: "https://b.example/" }, media);
    const { items } = parsed(text("posts.xml"));
    expect(items).toHaveLength(hostile.length + 1);
    const texts = [
      ...items.flatMap((item) =>
        ["title", "content:encoded", "excerpt:encoded", "category"].map((name) => child(item, name) ?? ""),
      ),
      ...outboxOf(files.get("activitypub.zip")).orderedItems.flatMap(({ object }) => [
        String(object.content),
        JSON.stringify(object.summary ?? ""),
        ...(object.tag as { name: string }[]).map(({ name }) => name),
        ...(object.attachment as { name: string }[]).map(({ name }) => name),
      ]),
    ];
    expect(texts.length).toBeGreaterThan(hostile.length * 8);
    for (const each of texts) {
      expect(each).not.toMatch(/[[\]\\]|<!--|<script/i);
      expect(each.replace(/<[^>]*>/g, "")).not.toMatch(/https?:\/\//i);
    }
  });

  it("is well-formed whatever a post says", async () => {
    const anything = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile));
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 4 }), async (texts) => {
        const { text } = await written(
          texts.map((each, n) =>
            post(String(n + 1), {
              content: each,
              name: each,
              summary: each,
              tag: [{ type: "Hashtag", name: `#${each}` }],
            }),
          ),
        );
        expect(parsed(text("posts.xml")).items).toHaveLength(texts.length);
      }),
      { numRuns: 40 },
    );
  });
});
