import { announce, create, note, statusUri, TESS } from "@archive/fixtures";
import { memoryLibrary, type SelectOptions, select, type Target } from "@archive/transform";
import { atomTarget, type FeedOptions, jsonFeedTarget, rssTarget } from "@archive/transform/feeds";
import fc from "fast-check";
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";
import { outputText } from "./support/output-text.js";

const uri = (id: string): string => statusUri(TESS, id);
const BASE = "https://ada.example/feed/";
const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 3, 8, 0,
  0, 0, 0, 0, 0, 0, 0,
]);

/** A public post with whatever fields a document may have. */
const post = (id: string, fields: object = {}): object => ({
  ...create(note({ id })),
  object: { ...note({ id }), ...fields },
});

async function rendered(
  target: Target<FeedOptions>,
  activities: readonly object[],
  options: FeedOptions = {},
  more: { media?: Readonly<Record<string, Uint8Array>>; select?: Omit<SelectOptions, "library"> } = {},
): Promise<Map<string, string>> {
  const source = memorySource({
    activities: activities.map((each) => JSON.parse(JSON.stringify(each))),
    media: more.media ?? {},
  });
  const { selection } = await select(source, { ...more.select, library: memoryLibrary() });
  const files = new Map<string, string>();
  for await (const { path, content } of target.render(selection, options)) {
    expect(files.has(path), path).toBe(false);
    files.set(path, await outputText(content));
  }
  return files;
}

/** Fails at the first thing that is not well-formed XML with namespaces; gives the names of all elements. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => names.push(name));
  parser.write(xml).close();
  return names;
}

const many = (count: number): object[] =>
  Array.from({ length: count }, (_, at) =>
    post(String(at + 1), {
      content: `<p>Number ${at + 1}</p>`,
      published: new Date(Date.UTC(2024, 0, 1, 0, at)).toISOString(),
    }),
  );

describe.each([
  ["atom", atomTarget, "atom.xml"],
  ["rss", rssTarget, "rss.xml"],
] as const)("%s", (name, target, path) => {
  const parse = (xml: string): { title?: string; html: string; id: string; url?: string }[] =>
    name === "atom"
      ? (parseAtomFeed(xml).entries ?? []).map(({ id, title, content, links }) => ({
          id: id ?? "",
          title: title?.value ?? "",
          html: content?.value ?? "",
          url: links?.find(({ rel }) => rel === "alternate")?.href ?? "",
        }))
      : (parseRssFeed(xml).items ?? []).map(({ guid, title, content, link }) => ({
          id: guid?.value ?? "",
          title: title ?? "",
          html: content?.encoded ?? "",
          url: link ?? "",
        }));

  it("one post, with its address, text, tags and language", async () => {
    const files = await rendered(target, [
      post("1", {
        url: "https://social.example/@tess/1",
        content:
          '<p>Grüße an <a href="https://social.example/tags/Fahrrad" rel="tag">#<span>Fahrrad</span></a> &amp; co.</p>',
        contentMap: { de: "<p>Grüße</p>" },
        tag: [{ type: "Hashtag", name: "#Fahrrad", href: "https://social.example/tags/Fahrrad" }],
      }),
    ]);
    expect([...files.keys()]).toEqual([path]);
    const xml = files.get(path) ?? "";
    elementsOf(xml);
    expect(parse(xml)).toEqual([
      expect.objectContaining({
        id: uri("1"),
        url: "https://social.example/@tess/1",
        html: expect.stringContaining("&amp; co."),
      }),
    ]);
    expect(xml).toContain("Fahrrad");
    if (name === "atom") expect(xml).toMatch(/xml:lang="de"/);
  });

  it("without an address all posts are in one document, however many, newest first", async () => {
    const files = await rendered(target, many(173));
    expect([...files.keys()]).toEqual([path]);
    const xml = files.get(path) ?? "";
    expect(elementsOf(xml)).toContain("fh:complete");
    expect(parse(xml).map(({ id }) => id)).toEqual(many(173).map((_, at) => uri(String(173 - at))));
  });

  it("with an address, older posts are in archives that never change again", async () => {
    const before = await rendered(target, many(173), { baseUrl: BASE });
    const after = await rendered(target, many(260), { baseUrl: BASE });
    const archives = [...before.keys()].filter((each) => each !== path);
    expect(archives).toEqual([1, 2].map((number) => `${name}/archive-${number}.xml`));
    for (const archive of archives) expect(after.get(archive)).toBe(before.get(archive));
    const ids = [path, ...archives.toReversed()].flatMap((each) => parse(before.get(each) ?? ""));
    expect(ids.map(({ id }) => id)).toEqual(many(173).map((_, at) => uri(String(173 - at))));
    for (const archive of archives) expect(elementsOf(before.get(archive) ?? "")).toContain("fh:archive");
    expect(before.get(path)).toContain(`href="${BASE}${name}/archive-2.xml" rel="prev-archive"`);
  });

  it.each([
    ["controls and noncharacters", "a\u0000b\u0008c\u001bd\ufffee\uffff \ud800 f"],
    ["the end of a CDATA section", "]]> <![CDATA[ ]]&gt; --> ]]>]]>"],
    ["markup of feeds", "</entry><entry><id>x</id></entry></item><item>"],
    ["entities", "&lt;script&gt;alert(1)&lt;/script&gt; &nbsp; &amp;amp; &bogus;"],
  ])("%s stay text", async (_, text) => {
    const hostile = [
      post("1", {
        content: `<p>${text}</p><script>alert(1)</script>`,
        summary: text,
        tag: [{ type: "Hashtag", name: `#${text}` }],
      }),
      post("2", { type: "Question", oneOf: [{ type: "Note", name: text }] }),
      post("3", { type: "Article", name: text }),
    ];
    for (const options of [{}, { baseUrl: BASE }, { title: text }]) {
      const xml = (await rendered(target, hostile, options)).get(path) ?? "";
      const items = elementsOf(xml).filter((each) => each === "entry" || each === "item");
      expect(items).toHaveLength(3);
      expect(xml).not.toMatch(/<script/i);
    }
  });

  it("any text gives a well-formed document that says the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
        const xml = (await rendered(target, [post("1", { type: "Article", name: text })])).get(path);
        elementsOf(xml ?? "");
        expect(parse(xml ?? "")).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it("media go along where the feed's address is known, with their alt texts", async () => {
    const pictured = post("1", {
      attachment: [
        {
          type: "Document",
          mediaType: "image/png",
          url: "/media_attachments/a.png",
          name: 'A "cat" & <dog>',
        },
      ],
    });
    const media = { "media_attachments/a.png": PNG };
    const files = await rendered(target, [pictured], { baseUrl: BASE }, { media });
    const [picture] = [...files.keys()];
    expect(picture).toMatch(/^media\/[^/]+\.png$/);
    const xml = files.get(path) ?? "";
    expect(elementsOf(xml)).toContain("media:content");
    expect(parse(xml)[0]?.html).toContain(
      `<img src="${BASE}${picture}" alt="A &quot;cat&quot; &amp; &lt;dog&gt;"`,
    );

    const alone = await rendered(target, [pictured], {}, { media });
    expect([...alone.keys()]).toEqual([path]);
    expect(parse(alone.get(path) ?? "")[0]?.html).toContain("[A &quot;cat&quot; &amp; &lt;dog&gt;]");
  });

  it("a boost is a line with a link; a reply to a post that was left out says nothing of it", async () => {
    const files = await rendered(target, [
      announce("https://other.example/notes/77"),
      create(note({ id: "1", content: "<p>Hidden PINEAPPLE</p>", visibility: "direct" })),
      post("2", { content: "<p>Seen</p>", inReplyTo: uri("1") }),
    ]);
    const xml = files.get(path) ?? "";
    expect(xml).toContain("https://other.example/notes/77");
    expect(xml).not.toMatch(/PINEAPPLE/i);
    expect(xml).not.toMatch(/statuses\/1\b|@tess\/1\b/);
    expect(parse(xml)).toHaveLength(2);
  });
});

describe("jsonfeed", () => {
  it("is JSON Feed 1.1 with every post", async () => {
    const files = await rendered(jsonFeedTarget, many(120));
    const feed = JSON.parse(files.get("jsonfeed.json") ?? "");
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.items).toHaveLength(120);
    expect(feed.items[0]).toMatchObject({ id: uri("120"), content_html: "<p>Number 120</p>" });
    expect(new Set(feed.items.map(({ id }: { id: string }) => id)).size).toBe(120);
  });

  it("an empty selection is an empty feed", async () => {
    const files = await rendered(jsonFeedTarget, []);
    expect(JSON.parse(files.get("jsonfeed.json") ?? "").items).toEqual([]);
  });

  it("older posts are behind next_url", async () => {
    const files = await rendered(jsonFeedTarget, many(120), { baseUrl: BASE });
    const feed = JSON.parse(files.get("jsonfeed.json") ?? "");
    expect(feed.next_url).toBe(`${BASE}jsonfeed/archive-1.json`);
    const archive = JSON.parse(files.get("jsonfeed/archive-1.json") ?? "");
    expect([...feed.items, ...archive.items]).toHaveLength(120);
    expect(archive.next_url).toBeUndefined();
  });
});

it("the same posts give the same bytes", async () => {
  for (const target of [atomTarget, rssTarget, jsonFeedTarget]) {
    const [one, two] = [await rendered(target, many(30)), await rendered(target, many(30).toReversed())];
    expect([...one]).toEqual([...two]);
  }
});

describe("the posts of several people", () => {
  const people = ["ben", "tess"];
  const files = async (target: Target<FeedOptions>, path: string): Promise<string> => {
    const sources = people.map((user, number) => {
      const id = `https://social.example/users/${user}`;
      const said = JSON.stringify(post(String(number), { content: `<p>Said by ${user}</p>` }));
      const activity: object = JSON.parse(said.replaceAll("https://social.example/users/tess", id));
      const actor = {
        id,
        type: "Person",
        preferredUsername: user,
        name: user,
        url: `${id}/page`,
        summary: "Bio",
      };
      return memorySource({ activities: [activity], actor });
    });
    const { selection } = await select(sources, { library: memoryLibrary() });
    for await (const file of target.render(selection, {})) {
      if (file.path === path) return outputText(file.content);
    }
    return "";
  };

  it("each have their author, and the feed has all of them", async () => {
    const atom = parseAtomFeed(await files(atomTarget, "atom.xml"));
    expect(atom.title?.value).toBe("ben and tess");
    expect(atom.authors).toEqual([{ name: "ben and tess" }]);
    expect(atom.id).not.toMatch(/users\/ben$/);
    const authors = atom.entries?.map((entry) => [entry.content?.value, entry.authors]);
    expect(authors).toHaveLength(2);
    for (const user of people) {
      const uri = `https://social.example/users/${user}/page`;
      expect(authors).toContainEqual([`<p>Said by ${user}</p>`, [{ name: user, uri }]]);
    }
    const rss = parseRssFeed(await files(rssTarget, "rss.xml"));
    expect(rss.items?.map(({ dc }) => dc?.creators).sort()).toEqual([["ben"], ["tess"]]);
    const json = JSON.parse(await files(jsonFeedTarget, "jsonfeed.json"));
    expect(json.items.map(({ authors: each }: { authors: unknown }) => JSON.stringify(each)).sort()).toEqual(
      people.map((name) => JSON.stringify([{ name, url: `https://social.example/users/${name}/page` }])),
    );
  });
});
