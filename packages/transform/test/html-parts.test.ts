import { type HtmlOptions, htmlTarget } from "@archive/transform/html";
import { HtmlValidate } from "html-validate/node";
import { mf2 } from "microformats-parser";
import { describe, expect, it } from "vitest";
import { EVERYTHING, everyPage, thread, words } from "./html-every-page.js";
import { faultsOf, pagesOf, paths } from "./html-pages.js";
import { post, selectionOf } from "./html-selection.js";

describe("a site with everything", () => {
  it("has no fault, in one archive or in two", async () => {
    expect(faultsOf(await pagesOf(everyPage(), EVERYTHING))).toEqual([]);
    const two = everyPage({ others: [{ name: "Ada", id: "https://b.example/ada", avatar: "a" }] });
    expect(faultsOf(await pagesOf(two, EVERYTHING))).toEqual([]);
    expect(faultsOf(await pagesOf(everyPage({ media: {} }), { media: false }))).toEqual([]);
  });

  it("is valid HTML, also by the validator's remarks on style", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
    for (const [path, html] of await pagesOf(everyPage(), EVERYTHING)) {
      if (!path.endsWith(".html")) continue;
      const report = await validator.validateString(html, path);
      const said = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`),
      );
      expect(said).toEqual([]);
    }
  });

  it("tells microformats readers who said what, when, with which picture", async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    const read = (path: string) => mf2(pages.get(path) ?? "", { baseUrl: `https://tess.example/${path}` });
    const [path = ""] = paths(pages, "2024/02/03-");
    const [entry] = read(path).items.filter(({ type }) => type?.includes("h-entry"));
    expect(entry?.properties).toMatchObject({
      published: ["2024-02-03T10:00:00Z"],
      content: [{ value: expect.stringContaining("Post") }],
      author: [{ properties: { name: ["Tess"] } }],
    });
    expect(entry?.properties.photo).toContainEqual({
      value: "https://tess.example/media/0a.webp",
      alt: "A street.",
    });
    const [feed] = read("2024/02/index.html").items;
    expect(feed?.type).toEqual(["h-feed"]);
    expect(feed?.properties.author).toMatchObject([{ properties: { name: ["Tess"] } }]);
    expect(feed?.children?.length).toBeGreaterThan(5);
    const [card] = read("index.html").items;
    expect(JSON.stringify(card)).toContain("@tess@social.example");
  });

  it("tells search engines in JSON-LD, and nothing from behind a warning", async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    const data = (path: string) =>
      JSON.parse(
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(pages.get(path) ?? "")?.[1] ?? "null",
      );
    const [event = ""] = paths(pages, "2024/02/07-");
    expect(data(event)).toMatchObject({
      "@type": "Event",
      name: "A walk",
      startDate: "2024-04-01T08:00:00Z",
      location: { name: "The old lighthouse" },
    });
    expect(data("index.html")).toMatchObject({ "@type": "ProfilePage", mainEntity: { name: "Tess" } });
    const [warned = ""] = paths(pages, "2024/02/05-");
    expect(JSON.stringify(data(warned))).not.toMatch(/loaf|Post \d/);
    expect(data(warned)).toMatchObject({ headline: "Food" });
  });
});

describe("tags", () => {
  it("have an index with counts, a page each, and are linked from posts and bio", async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    expect(paths(pages, "tags/").filter((path) => path.endsWith("index.html"))).toHaveLength(4);
    const index = pages.get("tags/index.html") ?? "";
    expect(index).toMatch(/#Cartography<\/bdi><\/span><span class="n">5/);
    expect(pages.get("tags/cartography/index.html")).toContain("No line at all.");
    expect(pages.get("2024/01/index.html")).toContain('href="../../tags/cartography/index.html"');
    expect(pages.get("index.html")).toContain('href="tags/cartography/index.html"');
  });

  it("come in parts when they hold very much", async () => {
    const posts = Array.from({ length: 450 }, (_, index) =>
      post({
        published: new Date(Date.UTC(2024, 0, 1, index)).toISOString(),
        tags: [{ kind: "hashtag", name: "Daily" }],
      }),
    );
    const pages = await pagesOf(selectionOf({ posts }));
    expect(paths(pages, "tags/daily")).toEqual([
      "tags/daily/index.html",
      "tags/daily/part-2/index.html",
      "tags/daily/part-3/index.html",
    ]);
    expect(faultsOf(pages)).toEqual([]);
  });

  it("that no post has are text", async () => {
    const pages = await pagesOf(selectionOf({ posts: [post({ content: words("See #Nowhere") })] }));
    expect(pages.get("2024/05/index.html")).toContain('<span class="hashtag">#Nowhere</span>');
    expect(pages.has("tags/index.html")).toBe(false);
  });
});

describe("a thread as an article", () => {
  it("is one text with a title, contents and the times of its posts", async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    const [path = ""] = [...pages.keys()].filter((each) => each.includes("/thread/"));
    expect(path).toMatch(/^2024\/03\/14-[^/]+\/thread\/index\.html$/);
    const html = pages.get(path) ?? "";
    expect(html).toMatch(/<h1[^>]*>The line that isn’t there<\/h1>/);
    expect(html.match(/<h2 id="s\d+"/g)).toHaveLength(4);
    expect(html).toContain("In this thread");
    expect(html.match(/class="seg h-entry"/g)).toHaveLength(8);
    expect(html).toContain("1 post of the thread branches off");
    expect(html).not.toContain("An aside.");
    expect(pages.get(path.replace("thread/", ""))).toContain("Read it as one article");
  });

  it.each([
    [
      "Timetables as maps, a thread for a long ride. Take paper.",
      "Timetables as maps, a thread for a long ride",
    ],
    ["Why do maps have edges? Nobody asks.", "Why do maps have edges?"],
    ["With Dr. Weber at the sea", "With Dr. Weber at the sea"],
    ["地図の時間の話をします。紙を用意。", "地図の時間の話をします"],
    ["word ".repeat(30), `${"word ".repeat(14).trim()}…`],
  ])("is called by the sentence it begins with, if that is short: %s", async (text, title) => {
    const pages = await pagesOf(selectionOf({ posts: thread([[text], ["b"], ["c"], ["d"]], () => ({})) }));
    const [html = ""] = [...pages].flatMap(([path, page]) => (path.includes("/thread/") ? [page] : []));
    expect(/<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1]).toBe(title);
  });

  it("says nothing in its title that a warning hides", async () => {
    const posts = thread([["The murderer", "is the gardener"], ["b"], ["c"], ["d"]], (index) =>
      index === 0 ? { contentWarning: "Spoiler" } : {},
    );
    const pages = await pagesOf(selectionOf({ posts }));
    const [html = ""] = [...pages].flatMap(([path, page]) => (path.includes("/thread/") ? [page] : []));
    expect(html).toMatch(/<h1[^>]*>Spoiler<\/h1>/);
    expect(html.replace(/<details class="cw">.*?<\/details>/gs, "")).not.toMatch(/murderer|gardener/);
  });

  it("comes in parts when it is very long, and not at all when it is short", async () => {
    const long = await pagesOf(
      selectionOf({ posts: thread(Array.from({ length: 130 }, (_, index) => [`Number ${index}`])) }),
    );
    expect([...long.keys()].filter((path) => path.includes("/thread/"))).toHaveLength(2);
    expect(faultsOf(long)).toEqual([]);
    const short = await pagesOf(selectionOf({ posts: thread([["a"], ["b"], ["c"]]) }));
    expect([...short.keys()].filter((path) => path.includes("/thread/"))).toEqual([]);
  });
});

describe("pages of links", () => {
  it("are made when asked for, by server", async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    const boosts = pages.get("boosts/index.html") ?? "";
    expect(boosts.indexOf("o1.example")).toBeLessThan(boosts.indexOf("o0.example"));
    expect(boosts).toContain('<a href="https://o1.example/@ada/1" rel="nofollow noopener noreferrer">');
    const likes = pages.get("likes/index.html") ?? "";
    expect(likes).toContain("3 liked posts");
    expect(likes).toContain("<bdi>tag:b.example,2018:1</bdi>");
    expect(pages.get("bookmarks/index.html")).toContain("0 bookmarked posts");
    const plain = await pagesOf(everyPage({ collections: {} }));
    expect(["boosts", "likes", "bookmarks"].flatMap((name) => paths(plain, name))).toEqual([]);
  });
});

describe("statistics", () => {
  it("count the posts shown, each drawing with a table", async () => {
    const html = (await pagesOf(everyPage(), EVERYTHING)).get("statistics/index.html") ?? "";
    expect(html).toContain("Posts by month");
    expect(html.match(/<table/g)?.length).toBeGreaterThanOrEqual(6);
    expect(html.match(/<h2>/g)?.length).toBe(html.match(/<table/g)?.length);
    expect(html).toMatch(/<th scope="row"><bdi>German<\/bdi><\/th><td class="n">3<\/td>/);
    expect(html).toContain("75 % of 4 pictures.");
  });
});

describe("several people", () => {
  it("each have a name and a colour, and the home page names them all", async () => {
    const posts = [post({ account: 0 }), post({ key: "adas", account: 1 })];
    const pages = await pagesOf(
      selectionOf({ posts, others: [{ name: "Ada", id: "https://b.example/ada" }] }),
    );
    expect(pages.get("index.html")).toMatch(/<h1[^>]*>Tess and Ada<\/h1>/);
    expect(pages.get("2024/05/index.html")).toMatch(/class="who who1 [^"]*"><bdi class="p-name">Ada/);
    expect(pages.get("2024/05/01-adas/index.html")).toContain("<title>Ada on 1 May 2024");
  });

  it("each have their boosts, alone and in a run", async () => {
    const boost = (published: string, account: number) =>
      post({ published, account, kind: "boost", boostOf: { kind: "remote", url: "https://c.example/1" } });
    const posts = [
      boost("2024-05-01T08:00:00Z", 1),
      boost("2024-05-02T08:00:00Z", 0),
      boost("2024-05-02T08:01:00Z", 1),
      boost("2024-05-02T08:02:00Z", 0),
    ];
    const others = [{ name: "Ada", id: "https://b.example/ada" }];
    const month = (await pagesOf(selectionOf({ posts, others }))).get("2024/05/index.html") ?? "";
    expect(month.match(/<bdi class="p-name">(?:Tess|Ada)<\/bdi>/g)).toEqual(
      ["Ada", "Tess", "Ada", "Tess"].map((name) => `<bdi class="p-name">${name}</bdi>`),
    );
    expect((await pagesOf(selectionOf({ posts }))).get("2024/05/index.html")).not.toContain('class="who');
  });
});

describe("feeds", () => {
  it("of all, of posts and of tags are there when the address is known, and pages tell of them", async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    expect(paths(pages, "feeds/")).toEqual(
      ["", "posts/"]
        .flatMap((folder) => ["atom.xml", "feed.json", "rss.xml"].map((file) => `feeds/${folder}${file}`))
        .sort(),
    );
    expect(pages.get("feeds/atom.xml")).toContain("https://tess.example/2024/02/");
    expect(pages.get("tags/tide/atom.xml")).toContain("About");
    expect(pages.get("2024/02/index.html")).toContain('type="application/atom+xml"');
    expect(pages.get("tags/tide/index.html")).toContain('href="../../tags/tide/atom.xml"');
    expect(pages.get("about/index.html")).toContain("../feeds/feed.json");
    expect(paths(await pagesOf(everyPage()), "feeds")).toEqual([]);
  });
});

describe("a theme", () => {
  const themed = async (theme: HtmlOptions["theme"]) => pagesOf(everyPage(), { theme });

  it("sets title, footer, menu, colours and styles", async () => {
    const pages = await themed({
      title: "Tide tables",
      footer: "Printed by hand.",
      menu: ["posts", { label: "Shop", href: "https://shop.example/" }, "nothing"],
      tokens: { accent: "light-dark(#2a5d8f, #9cc4ea)" },
      styles: ".day { color: red; }",
    });
    const home = pages.get("index.html") ?? "";
    expect(home).toContain("<title>Tide tables</title>");
    expect(home).toContain("Printed by hand.");
    expect(home).toContain('<a href="https://shop.example/">Shop</a>');
    expect(home).not.toContain(">Tags</a>");
    expect(
      pages.get("assets/site.css")?.endsWith(":root{--accent:light-dark(#2a5d8f,#9cc4ea)}.day{color:red}"),
    ).toBe(true);
  });

  it("puts components of its own in, and escapes what stands in them", async () => {
    const { themeKit } = await import("@archive/transform/html");
    const { h, components } = themeKit;
    const pages = await themed({
      components: {
        Colophon: ({ page }) => h("p", null, `<b>${page.site.title}</b>`),
        Day: (props) => h("section", { class: "mine" }, components.Day(props)),
      },
    });
    expect(pages.get("index.html")).toContain("<p>&lt;b>Tess&lt;/b></p>");
    expect(pages.get("2024/02/index.html")).toContain('<section class="mine"><section class="day ledger"');
  });

  it("can leave the default styles out, and no token be more than a value", async () => {
    expect((await themed({ bare: true, styles: "p{}" })).get("assets/site.css")).toBe("p{}");
    await expect(themed({ tokens: { accent: "red} body{display:none" } })).rejects.toThrow(RangeError);
    await expect(themed({ tokens: { "x:1;y": "red" } })).rejects.toThrow(RangeError);
  });

  it("is one of the options", () => {
    expect(htmlTarget.optionsSchema).toMatchObject({ properties: { theme: {}, boostsPage: {} } });
  });
});
