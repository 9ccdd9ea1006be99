import { describe, expect, it } from "vitest";
import { EVERYTHING, everyPage } from "./html-every-page.js";
import { faultsOf, pagesOf, paths } from "./html-pages.js";
import { attachment, picture, post, selectionOf } from "./html-selection.js";

describe("a film", () => {
  it("has its captions on every page, and goes round when it was a moving GIF", async () => {
    const film = (media: string) =>
      attachment({ kind: "video", media, captions: [{ language: "en", media: "c" }] });
    const posts = [
      post({ key: "gif", attachments: [film("g")] }),
      post({ key: "film", attachments: [film("v")] }),
    ];
    const media = {
      g: { ...picture("0a.mp4"), mediaType: "video/mp4", silent: true as const },
      v: { ...picture("0b.mp4"), mediaType: "video/mp4" },
      c: { ...picture("0c.vtt"), mediaType: "text/vtt" },
    };
    const pages = await pagesOf(selectionOf({ posts, media }));
    expect(faultsOf(pages)).toEqual([]);
    for (const page of ["", "picture-1/"]) {
      const [gif, other] = ["gif", "film"].map(
        (key) => pages.get(`2024/05/01-${key}/${page}index.html`) ?? "",
      );
      expect(gif).toMatch(/<video [^>]*\bloop\b[^>]*\bmuted\b[^>]*\bplaysinline\b/i);
      expect(other).toContain("<video ");
      expect(other).not.toMatch(/<video [^>]*\b(?:loop|muted|autoplay)\b/);
      expect(gif).not.toContain("autoplay");
      for (const html of [gif, other]) expect(html).toMatch(/<track kind="captions" src="[^"]*0c\.vtt"/);
    }
  });
});

describe("the gallery", () => {
  it("has a page for each picture, with its description and the way to its post", async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    const [path = ""] = paths(pages, "2024/02/03-").filter((each) => each.includes("picture-1"));
    const html = pages.get(path) ?? "";
    expect(html).toContain('<p class="said" lang="en" dir="auto">A street.</p>');
    expect(html).toContain('srcset="../../../../media/0a-640.webp 640w, ../../../../media/0a.webp 1600w"');
    expect(html).toContain('rel="next"');
    expect(pages.get("gallery/index.html")).toContain("4 pictures, 1 film.");
    expect(pages.get("gallery/2024/index.html")).toContain('id="g2024-02"');
  });

  it("keeps what is sensitive or behind a warning behind a click, its description too", async () => {
    const pages = await pagesOf(everyPage(), EVERYTHING);
    for (const [path, html] of pages) {
      if (!path.endsWith(".html")) continue;
      const open = html.replace(/<details class="(?:sensitive|cw)[^"]*">.*?<\/details>\s*(?=<|$)/gs, "");
      expect(open, path).not.toMatch(/A wound|A loaf/);
    }
    for (const path of ["gallery/index.html", "gallery/2024/index.html"]) {
      expect(pages.get(path), path).not.toMatch(/A wound|A loaf/);
    }
  });

  it("is not there without pictures", async () => {
    const missing = post({ attachments: [attachment({ media: "gone", alt: "x" })] });
    const pages = await pagesOf(selectionOf({ posts: [missing] }));
    expect(paths(pages, "gallery")).toEqual([]);
    expect(pages.get("index.html")).not.toContain("Gallery");
  });

  it("comes in parts that name each other", async () => {
    const posts = Array.from({ length: 300 }, (_, index) =>
      post({
        published: new Date(Date.UTC(2023, 0, 1 + index * 2)).toISOString(),
        attachments: [attachment({ media: "a", alt: `Number ${index}` }), attachment({ media: "b" })],
      }),
    );
    const media = { a: picture("0a.webp"), b: picture("0b.webp") };
    const pages = await pagesOf(selectionOf({ posts, media }));
    expect(paths(pages, "gallery/")).toEqual([
      "gallery/2023/index.html",
      "gallery/2023/part-2/index.html",
      "gallery/2024/index.html",
      "gallery/index.html",
    ]);
    expect(faultsOf(pages)).toEqual([]);
  });
});
