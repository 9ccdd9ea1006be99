import { announce, create, note } from "@archive/fixtures";
import { memoryLibrary, select } from "@archive/transform";
import { expect, it } from "vitest";
import { madeTitle } from "../src/targets/markdown/made-title.js";
import { memorySource } from "./support/memory-source.js";

async function titleOf(activity: object): Promise<string> {
  const source = memorySource({ activities: [JSON.parse(JSON.stringify(activity))] });
  const { selection } = await select(source, { library: memoryLibrary() });
  for await (const post of selection.posts("oldest")) return madeTitle(post);
  return "";
}

it.each([
  ["<p>Good morning</p>", "Good morning"],
  ["<p>@theo @gesa@dunes.example Yes, the server stays.</p>", "Yes, the server stays."],
  ["<p>@theo: no</p>", "no"],
  ["<p>@theo</p>", "@theo"],
  ["<p>write to me@mail.example</p>", "write to me@mail.example"],
  [
    "<blockquote><p>A map is not the territory.</p></blockquote><p>No, but</p>",
    "A map is not the territory. No, but",
  ],
  ["<p>a &gt; b</p>", "a > b"],
])("%s has the title %j", async (content, title) => {
  expect(await titleOf(create(note({ id: "1", content })))).toBe(title);
});

it("of a text behind a warning tells the warning alone", async () => {
  const post = create(note({ id: "1", content: "<p>@theo spiders</p>" }));
  expect(
    await titleOf({
      ...post,
      object: { ...note({ id: "1" }), content: "<p>@theo spiders</p>", summary: "Legs" },
    }),
  ).toBe("Content warning: Legs");
});

it("of a boost tells where it is from", async () => {
  expect(await titleOf(announce("https://vogel.example/notes/8zzm"))).toBe("Boost from vogel.example");
});
