import { describe, expect, it } from "vitest";
import type { Post, PublishedPost } from "../src/index.js";
import { indexPost, searchPosts } from "../src/search/index.js";
import { attachment, post, selectionOf } from "./html-selection.js";
import { indexed } from "./search-files.js";

const HOSTILE = `"); </script><script>alert(1)</script>\u2028\u2029 \\");`;

describe("searchPosts", () => {
  it("finds posts by their places in the order of time", async () => {
    const engine = await searchPosts([
      indexed({ page: "a", text: "The sea moves twice a day" }),
      indexed({ page: "b", text: "Tide tables say so", kind: "reply" }),
      indexed({ page: "c", text: "A day at the sea" }),
    ]);
    expect((await engine.search({ query: "sea" })).posts).toEqual([2, 0]);
    expect((await engine.search({ query: "sea -twice", order: "oldest" })).posts).toEqual([2]);
    expect((await engine.search({ query: "", kind: "reply" })).posts).toEqual([1]);
  });

  it("gives texts back as they were, whatever scripts would make of them", async () => {
    const engine = await searchPosts([indexed({ page: HOSTILE, text: `${HOSTILE} needle` })]);
    const found = await engine.search({ query: "needle" });
    const { results, next } = await engine.results(found, 0, 10);
    expect(results.map(({ post: [page, , text] }) => [page, text])).toEqual([[HOSTILE, `${HOSTILE} needle`]]);
    expect(next).toBe(1);
  });

  it("reads posts as they come, and many", async () => {
    async function* many() {
      for (let index = 0; index < 3000; index += 1) {
        yield indexed({ page: `p${index}`, text: `number ${index} ${"word ".repeat(20)}` });
      }
    }
    const engine = await searchPosts(many());
    expect(engine.facts.posts).toBe(3000);
    const found = await engine.search({ query: '"number 2718"' });
    const { results } = await engine.results(found, 0, 5);
    expect(results.map(({ number }) => number)).toEqual([2718]);
  });
});

describe("indexPost", () => {
  it("takes what a reader would look for, and no picture of a folded post", () => {
    const words = [{ type: "text", value: "Hello" }] as const;
    const open = post({ content: words, attachments: [attachment({ alt: "A dune" })] });
    const place = { page: open.key, year: "2024", picture: "media/dune.webp" };
    const published = (each: Post): PublishedPost => {
      const found = selectionOf({ posts: [each] }).post(each.key);
      if (found === null) throw new Error("It was selected.");
      return found;
    };
    expect(indexPost(published(open), place)).toMatchObject({
      page: open.key,
      text: "Hello",
      altTexts: ["A dune"],
      picture: "media/dune.webp",
    });
    expect(indexPost(published(post({ contentWarning: "Sand" })), place)?.picture).toBeNull();
    expect(indexPost(published(post({ kind: "boost" })), place)).toBeNull();
  });
});
