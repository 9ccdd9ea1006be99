import { liveSite } from "@archive/transform/html";
import { describe, expect, it } from "vitest";
import { postKey } from "../src/ids/keys.js";
import { words } from "./html-every-page.js";
import { faultsOf, pagesOf } from "./html-pages.js";
import { post, selectionOf } from "./html-selection.js";

const SERVER = "https://social.example";

/** Posts as an export has them: with ids and addresses of pages. */
const posts = Array.from({ length: 30 }, (_, number) =>
  post({
    key: postKey(`${SERVER}/ids/${number}`),
    id: `${SERVER}/ids/${number}`,
    url: `${SERVER}/@tess/${number}`,
    published: new Date(Date.UTC(2020, number, 3, 4)).toISOString(),
    content: words(`said number ${number} end`),
  }),
);
const boost = post({
  key: postKey(`${SERVER}/ids/boost`),
  id: `${SERVER}/ids/boost`,
  kind: "boost",
  boostOf: { kind: "remote", url: "https://other.example/1" },
});

async function homeWith(pinned: readonly string[], given = [...posts, boost]): Promise<string> {
  const pages = await pagesOf(selectionOf({ posts: given }), { theme: { pinned } });
  expect(faultsOf(pages)).toEqual([]);
  return pages.get("index.html") ?? "";
}

/** The numbers of the posts on a page, in their order. */
const numbersOn = (home: string): number[] =>
  [...home.matchAll(/said number (\d+) end/g)].map(([, number]) => Number(number));

const LATEST = [29, 28, 27, 26, 25, 24, 23, 22];

describe("pinned posts", () => {
  it("stand before the latest, in the order in which they were given, by id or by address", async () => {
    const home = await homeWith([`${SERVER}/@tess/7`, `${SERVER}/ids/2`, `${SERVER}/ids/11`]);
    expect(numbersOn(home)).toEqual([7, 2, 11, ...LATEST]);
    expect(home.indexOf(">Pinned<")).toBeLessThan(home.indexOf("said number 7"));
  });

  it("are not shown once more among the latest, nor twice", async () => {
    const home = await homeWith([`${SERVER}/ids/28`, `${SERVER}/@tess/28`, `${SERVER}/ids/28`]);
    expect(numbersOn(home)).toEqual([28, 29, 27, 26, 25, 24, 23, 22, 21]);
  });

  it("may be undated, or of one day, or all that there are", async () => {
    const odd = [
      ...posts.slice(0, 1),
      ...posts.slice(0, 1).map((each) => ({ ...each, key: postKey("x"), id: "x", url: null })),
      post({ key: postKey("y"), id: "y", published: null, content: words("said number 77 end") }),
    ];
    const home = await homeWith(["y", "x", posts[0]?.id ?? ""], odd);
    expect(numbersOn(home)).toEqual([77, 0, 0]);
    expect(home).not.toContain(">Latest<");
  });

  it("leave no trace where they are not among the posts shown, and neither do boosts", async () => {
    const withheld = posts.filter((_, at) => at !== 5);
    const home = await homeWith(
      [`${SERVER}/ids/5`, `${SERVER}/@tess/5`, "nonsense", `${SERVER}/ids/boost`],
      [...withheld, boost],
    );
    expect(home).toBe(await homeWith([], [...withheld, boost]));
  });

  it("stand first on a site that is served as well", async () => {
    const pinned = [`${SERVER}/@tess/3`];
    const site = await liveSite(selectionOf({ posts }), { theme: { pinned } });
    expect(await site.file("index.html")).toBe(await homeWith(pinned, posts));
  });
});
