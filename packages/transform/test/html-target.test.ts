import type { Diagnostic } from "@archive/schema";
import type { Post, Selection } from "@archive/transform";
import { htmlTarget } from "@archive/transform/html";
import { describe, expect, it } from "vitest";
import { words } from "./html-every-page.js";
import { faultsOf, type Pages, pagesOf } from "./html-pages.js";
import { attachment, picture, post, selectionOf } from "./html-selection.js";

const WITHHELD = { kind: "withheld" } as const;

function pageOf(pages: Pages, { key, published }: Post): string {
  const [year, month, day] = published?.slice(0, 10).split("-") ?? [];
  const folder = year === undefined ? `undated/${key}` : `${year}/${month}/${day}-${key}`;
  return pages.get(`${folder}/index.html`) ?? "";
}

describe("the pages of a site", () => {
  it("are home, years, months, posts, about and a 404", async () => {
    const first = post({ published: "2023-12-31T10:00:00Z" });
    const pages = await pagesOf(
      selectionOf({ posts: [first, post({ key: "later" }), post({ key: "nodate", published: null })] }),
    );
    expect([...pages.keys()].filter((path) => !path.includes("search")).sort()).toEqual(
      [
        `2023/12/31-${first.key}/index.html`,
        "2023/12/index.html",
        "2023/index.html",
        "2024/05/01-later/index.html",
        "2024/05/index.html",
        "2024/index.html",
        "404.html",
        "about/index.html",
        "assets/pages.css",
        "assets/site.css",
        "assets/site.js",
        "index.html",
        "latest/index.html",
        "statistics/index.html",
        "undated/index.html",
        "undated/nodate/index.html",
      ].sort(),
    );
    expect(faultsOf(pages)).toEqual([]);
  });

  it("stand for an account without posts, and for none at all", async () => {
    expect(faultsOf(await pagesOf(selectionOf({ posts: [] })))).toEqual([]);
    const pages = await pagesOf(selectionOf({ posts: [post()], account: null }));
    expect(faultsOf(pages)).toEqual([]);
    expect(pages.get("index.html")).toContain("<h1");
  });

  it("are the same each time", async () => {
    const posts = [post(), post({ kind: "boost", boostOf: { kind: "remote", url: "https://o.example/1" } })];
    expect(await pagesOf(selectionOf({ posts }))).toEqual(await pagesOf(selectionOf({ posts })));
  });

  it("come in parts when a month is very full, each with every link alive", async () => {
    const posts = Array.from({ length: 700 }, (_, index) =>
      post({ published: new Date(Date.UTC(2024, 4, 1, 0, index * 30)).toISOString() }),
    );
    const pages = await pagesOf(selectionOf({ posts }));
    expect([...pages.keys()].filter((path) => path.includes("part-"))).toEqual([
      "2024/05/part-2/index.html",
      "2024/05/part-3/index.html",
    ]);
    expect(faultsOf(pages)).toEqual([]);
  });
});

describe("a post that says nothing", () => {
  it("says so, and one with a picture or a warning does not", async () => {
    const empty = post({ content: null });
    const shown = post({ content: null, attachments: [attachment({ media: "a" })] });
    const warned = post({ content: null, contentWarning: "Food" });
    const pages = await pagesOf(selectionOf({ posts: [empty, shown, warned] }));
    expect(pageOf(pages, empty)).toContain("A post without words");
    expect(pageOf(pages, shown) + pageOf(pages, warned)).not.toContain("A post without words");
  });

  it("is also one of nothing but empty lines, and none with a mark, a link or an emoji", async () => {
    const blank = [[], words("", " \u00a0 "), [{ type: "break" }, ...(words("") ?? [])]] as const;
    const said: readonly Post["content"][] = [
      words("…"),
      [{ type: "element", name: "hr", children: [] }],
      [{ type: "emoji", shortcode: "tide" }],
      [{ type: "link", href: "https://a.example/", role: "plain", children: [] }],
    ];
    const empty = blank.map((content) => post({ content }));
    const others = said.map((content) => post({ content }));
    const pages = await pagesOf(selectionOf({ posts: [...empty, ...others] }));
    for (const each of empty) expect(pageOf(pages, each)).toContain("A post without words");
    for (const each of others) expect(pageOf(pages, each)).not.toContain("A post without words");
    expect(faultsOf(pages)).toEqual([]);
  });
});

describe("the page about the archive", () => {
  it("names the tool and its version", async () => {
    const pages = await pagesOf(selectionOf({ posts: [] }));
    expect(pages.get("about/index.html")).toMatch(/With ap-archive \d+\.\d+\.\d+/);
  });
});

describe("the home page", () => {
  it("is under 60 KB with its styles, also after twelve years of posts", async () => {
    const posts = Array.from({ length: 12 * 365 }, (_, day) =>
      post({
        kind: day % 3 === 0 ? "reply" : "post",
        published: new Date(Date.UTC(2012, 0, 1 + day)).toISOString(),
      }),
    );
    const { home, style } = await homeOf(selectionOf({ posts }));
    expect(new TextEncoder().encode(home + style).length).toBeLessThan(60 * 1024);
  });

  it("has a cell for a week of the year 1 too", async () => {
    const pages = await pagesOf(selectionOf({ posts: [post({ published: "0001-05-05T00:00:00Z" })] }));
    expect(pages.get("index.html")).toMatch(/<path class="h1" d="M\d+ 0h8/);
  });

  it("shows the beginning of a long post only", async () => {
    const { home } = await homeOf(
      selectionOf({ posts: [post({ content: [{ type: "text", value: "word ".repeat(9000) }] })] }),
    );
    expect(home.length).toBeLessThan(20_000);
    expect(home).toContain("Read on");
  });
});

/** The home page alone: what is written before it is not kept. */
async function homeOf(selection: Selection): Promise<{ readonly home: string; readonly style: string }> {
  const pages = await pagesOf(selection);
  return { home: pages.get("index.html") ?? "", style: pages.get("assets/site.css") ?? "" };
}

describe("search engines", () => {
  it("find a sitemap and robots.txt only when the address is known", async () => {
    const unlisted = post({ audience: { visibility: "unlisted", basis: "addressing" } });
    const selection = selectionOf({ posts: [post({ key: "open" }), unlisted] });
    const pages = await pagesOf(selection, { baseUrl: "https://site.example/a?x#y" });
    expect(pages.get("robots.txt")).toContain("Sitemap: https://site.example/a/sitemap.xml");
    expect(pages.get("sitemap-1.xml")).toContain("<loc>https://site.example/a/2024/05/01-open/</loc>");
    expect(pages.get("sitemap-1.xml")).not.toContain(unlisted.key);
    expect(pages.get("about/index.html")).toContain(
      '<link rel="canonical" href="https://site.example/a/about/">',
    );
    expect(pages.get("404.html")).toContain('href="/a/assets/site.css"');
    expect(pageOf(pages, unlisted)).toContain('<meta name="robots" content="noindex">');
    expect([...(await pagesOf(selection)).keys()].filter((path) => /robots|sitemap/.test(path))).toEqual([]);
  });

  it("are kept out of all of it when the account is not to be listed", async () => {
    const selection = selectionOf({ posts: [post()], account: { indexable: false } });
    const pages = await pagesOf(selection, { baseUrl: "https://site.example" });
    expect(pages.get("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
    expect(pages.has("sitemap.xml")).toBe(false);
    for (const [path, html] of pages) {
      if (path.endsWith(".html")) expect(html, path).toContain('<meta name="robots" content="noindex">');
    }
  });

  it("are let in or kept out by a word of one's own, but never into what is unlisted", async () => {
    const NOINDEX = '<meta name="robots" content="noindex">';
    const unlisted = post({ audience: { visibility: "unlisted", basis: "addressing" } });
    const open = selectionOf({ posts: [post(), unlisted] });
    const closed = selectionOf({ posts: [post(), unlisted], account: { indexable: false } });
    const baseUrl = "https://site.example";
    const allowed = await pagesOf(closed, { baseUrl, searchEngines: "allow" });
    expect(allowed.get("robots.txt")).toContain("Disallow:\n");
    expect(allowed.get("index.html")).not.toContain(NOINDEX);
    expect(pageOf(allowed, unlisted)).toContain(NOINDEX);
    expect(allowed.get("sitemap-1.xml")).not.toContain(unlisted.key);
    const refused = await pagesOf(open, { baseUrl, searchEngines: "refuse" });
    expect(refused.get("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
    expect(refused.get("index.html")).toContain(NOINDEX);
    const asked = await pagesOf(closed, { baseUrl, searchEngines: "account" });
    expect(asked.get("index.html")).toContain(NOINDEX);
  });

  it("hear of a base address that is none", async () => {
    await expect(pagesOf(selectionOf({ posts: [] }), { baseUrl: "javascript:alert(1)" })).rejects.toThrow(
      RangeError,
    );
  });
});

describe("what is withheld", () => {
  it("leaves nothing: no context, no quote, no boost", async () => {
    const plain = post({ key: "same" });
    const bare = await pagesOf(selectionOf({ posts: [plain] }));
    const around = await pagesOf(
      selectionOf({ posts: [{ ...plain, inReplyTo: WITHHELD, quote: WITHHELD }] }),
    );
    expect(around).toEqual(bare);
    const boosted = await pagesOf(
      selectionOf({ posts: [plain, post({ kind: "boost", boostOf: WITHHELD })] }),
    );
    expect(boosted.get("2024/05/index.html")).not.toContain("u-repost-of");
  });
});

describe("a content warning", () => {
  it("stands for the text wherever the post is spoken of", async () => {
    const secret = post({
      contentWarning: "Spiders",
      content: [{ type: "text", value: "eight legs" }],
      title: "Legs",
      published: "2024-05-01T09:00:00Z",
    });
    const after = post({
      quote: { kind: "own", key: secret.key },
      inReplyTo: { kind: "own", key: secret.key },
    });
    const pages = await pagesOf(selectionOf({ posts: [secret, after] }), {
      baseUrl: "https://site.example/",
    });
    for (const [path, html] of pages) {
      if (!path.endsWith(".html")) continue;
      for (const open of html
        .replace(/<details class="cw">.*?<\/details>/gs, "")
        .matchAll(/eight legs|Legs/g)) {
        expect.unreachable(`shown unfolded at ${open.index}`);
      }
    }
    expect(pageOf(pages, secret)).toContain("<title>Tess on 1 May 2024: Spiders</title>");
  });

  it("keeps a sensitive picture behind its own fold, and out of previews", async () => {
    const attachments = [attachment({ media: "a", alt: "A wound", width: 2, height: 1 })];
    const shown = post({ attachments });
    const hidden = post({ attachments, sensitive: true });
    const selection = selectionOf({ posts: [shown, hidden], media: { a: picture("0a.webp") } });
    const pages = await pagesOf(selection, { baseUrl: "https://site.example/" });
    expect(pageOf(pages, shown)).toContain(
      '<meta property="og:image" content="https://site.example/media/0a.webp">',
    );
    expect(pageOf(pages, hidden)).not.toContain("og:image");
    expect(pageOf(pages, hidden)).toMatch(/<details class="sensitive">.*0a\.webp.*<\/details>/s);
    expect(faultsOf(pages)).toEqual([]);
  });
});

describe("a thread", () => {
  it("is whole on the page of each of its posts, branches kept", async () => {
    const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`;
    const root = post({ key: "root", published: at(0) });
    const chain = post({ key: "chain", published: at(2), inReplyTo: { kind: "own", key: "root" } });
    const more = post({ key: "more", published: at(3), inReplyTo: { kind: "own", key: "chain" } });
    const aside = post({ key: "aside", published: at(1), inReplyTo: { kind: "own", key: "root" } });
    const pages = await pagesOf(selectionOf({ posts: [root, chain, more, aside] }));
    const html = pageOf(pages, chain);
    expect(html).toContain("Four posts, with one branch.");
    const order = ["root", "aside", "chain", "more"].map((key) =>
      html.indexOf(`01-${key}/index.html`, html.indexOf('class="tree')),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(html.match(/class="branch"/g)).toHaveLength(1);
    expect(faultsOf(pages)).toEqual([]);
  });

  it("of thousands is shown in part, however deep it is", async () => {
    const posts = Array.from({ length: 3000 }, (_, index) =>
      post({
        key: `deep${index}`,
        published: new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString(),
        inReplyTo: index === 0 ? null : { kind: "own", key: `deep${index - 1}` },
      }),
    );
    const pages = await pagesOf(selectionOf({ posts }));
    const middle = posts[1500];
    const html = middle === undefined ? "" : pageOf(pages, middle);
    expect(html.match(/<p class="when">/g)).toHaveLength(60);
    expect(html).toContain("Where it begins");
  });
});

describe("a run", () => {
  it("goes on when a post can't be written, says so, and leaves no dead link", async () => {
    const found: Diagnostic[] = [];
    const broken = post({ id: "https://social.example/1" });
    Object.defineProperty(broken, "poll", {
      get: () => {
        throw new TypeError("the text of a post");
      },
    });
    const posts = [
      post({ published: "2024-05-01T09:00:00Z" }),
      broken,
      post({ published: "2024-05-01T11:00:00Z" }),
    ];
    const pages = await pagesOf(
      selectionOf({ posts }),
      {},
      { onDiagnostic: (each) => void found.push(each) },
    );
    expect(found).toMatchObject([{ code: "output/item-failed", id: "https://social.example/1" }]);
    expect(JSON.stringify(found)).not.toContain("the text of a post");
    expect(pages.get("2024/05/index.html")).toContain("could not be written");
    expect(faultsOf(pages)).toEqual([]);
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    await expect(pagesOf(selectionOf({ posts: [post()] }), {}, { signal: stop.signal })).rejects.toThrow(
      "enough",
    );
  });

  it("is declared for publishing, with its losses", () => {
    expect(htmlTarget).toMatchObject({ name: "html", purpose: "publish" });
    expect(htmlTarget.support).toMatchObject({ contentWarnings: "kept", hashtags: "kept" });
  });
});
