import type { JsonObject } from "@archive/schema";
import type { Post, Selection } from "@archive/transform";
import { htmlTarget } from "@archive/transform/html";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outputPaths } from "../src/sinks/safe-path.js";
import { keptPath } from "../src/targets/html/keep-urls/kept-path.js";
import { post, selectionOf } from "./html-selection.js";

const HOST = "https://social.example";
const ACTOR: JsonObject = {
  "@context": "https://www.w3.org/ns/activitystreams",
  id: `${HOST}/users/tess`,
  type: "Person",
  outbox: `${HOST}/users/tess/outbox`,
};

function own(number: number, given: Partial<Post> = {}): Post {
  const id = `${HOST}/users/tess/statuses/${number}`;
  return post({
    key: `post${String(number).padStart(6, "0")}`,
    id,
    url: `${HOST}/@tess/${number}`,
    ...given,
  });
}

/** A selection with documents, as `select()` makes it with `documents: true`. */
function withDocuments(posts: readonly Post[], documents = true): Selection {
  const selection = selectionOf({ posts });
  return {
    ...selection,
    as2: (key) => {
      const found = documents ? selection.post(key) : null;
      if (found === null) return null;
      return {
        id: `${found.id}/activity`,
        type: "Create",
        actor: `${HOST}/users/tess`,
        object: { id: found.id, type: "Note" },
      };
    },
    actorDocument: () => (documents ? ACTOR : null),
  };
}

async function filesOf(selection: Selection): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const paths = outputPaths();
  for await (const { path, content } of htmlTarget.render(selection, { keepUrls: true })) {
    // As every sink does: twice the same, or the same but for case, throws.
    paths.add(path);
    let text = "";
    if (typeof content === "string") text = content;
    else if (content instanceof Uint8Array) text = new TextDecoder().decode(content);
    else for await (const chunk of content) text += new TextDecoder().decode(chunk);
    files.set(path, text);
  }
  return files;
}

describe("kept addresses", () => {
  it("have a page that leads on, and the post as AS2", async () => {
    const files = await filesOf(withDocuments([own(1)]));
    const page = files.get("@tess/1/index.html") ?? "";
    expect(page).toContain('content="0; url=../../2024/05/01-post000001/index.html"');
    expect(page).toContain("default-src 'none'");
    expect(files.has("users/tess/statuses/1/index.html")).toBe(true);
    expect(JSON.parse(files.get("users/tess/statuses/1/index.json") ?? "")).toMatchObject({
      id: `${HOST}/users/tess/statuses/1`,
      type: "Note",
    });
    const activity = JSON.parse(files.get("users/tess/statuses/1/activity/index.json") ?? "");
    expect(activity.type).toBe("Create");
    expect(activity["@context"]).toBeDefined();
    expect(files.has("2024/05/01-post000001/index.html")).toBe(true);
  });

  it("hold the actor, WebFinger and the outbox in pages", async () => {
    const posts = Array.from({ length: 205 }, (_, index) =>
      own(index, { published: new Date(Date.UTC(2024, 0, 1, index)).toISOString() }),
    );
    const files = await filesOf(withDocuments(posts));
    const json = (path: string) => JSON.parse(files.get(path) ?? "null");
    expect(json("users/tess/index.json").outbox).toBe(`${HOST}/users/tess/outbox`);
    expect(json(".well-known/webfinger")).toMatchObject({
      subject: "acct:tess@social.example",
      links: [{ rel: "http://webfinger.net/rel/profile-page" }, { rel: "self", href: `${HOST}/users/tess` }],
    });
    const outbox = json("users/tess/outbox/index.json");
    expect(outbox).toMatchObject({ totalItems: 205, first: `${HOST}/users/tess/outbox/page-3` });
    const seen: string[] = [];
    for (let next: string | undefined = outbox.first; next !== undefined; ) {
      const page = json(`${next.slice(HOST.length + 1)}/index.json`);
      expect(page.partOf).toBe(outbox.id);
      for (const item of page.orderedItems) seen.push(item.object.id);
      next = page.next;
    }
    expect(seen).toEqual(posts.map(({ id }) => id).reverse());
  });

  it("have rules for the servers people use", async () => {
    const files = await filesOf(withDocuments([own(1)]));
    const to = "/2024/05/01-post000001/";
    expect(files.get("_redirects")).toContain(`/@tess/1 ${to} 301\n`);
    expect(files.get("_redirects")).toContain(
      "/users/tess/statuses/1 /users/tess/statuses/1/index.json 200\n",
    );
    expect(files.get("redirects/nginx.conf")).toContain(`"/@tess/1" "${to}";`);
    expect(files.get("redirects/Caddyfile")).toContain(`"/@tess/1" "${to}"`);
    expect(files.get("redirects/apache-map.txt")).toContain(`/@tess/1 ${to}\n`);
    expect(files.get("redirects/apache.htaccess")).toContain("RewriteCond %{HTTP_ACCEPT}");
    expect(files.get("_headers")).toContain("application/activity+json");
  });

  it("hold no document when the selection has none", async () => {
    const files = await filesOf(withDocuments([own(1)], false));
    expect([...files.keys()].filter((path) => path.endsWith("index.json"))).toEqual([]);
    expect(files.has(".well-known/webfinger")).toBe(false);
    expect(files.has("@tess/1/index.html")).toBe(true);
  });

  it("are left out unless asked for", async () => {
    const paths: string[] = [];
    for await (const { path } of htmlTarget.render(withDocuments([own(1)]), {})) paths.push(path);
    expect(paths.filter((path) => path.includes("tess") || path.startsWith("_"))).toEqual([]);
  });
});

describe("hostile addresses", () => {
  it.each([
    `${HOST}/@tess/1?page=true`,
    `${HOST}/%2e%2e%2fetc/passwd`,
    `${HOST}/a/..%2f..%2fx`,
    `${HOST}/a%5cb`,
    `${HOST}/a%00b`,
    `${HOST}/a//b`,
    `${HOST}/`,
    `${HOST}/2024/05`,
    `${HOST}/Search/index`,
    `${HOST}/assets/site.css`,
    `${HOST}/.well-known/webfinger`,
    `${HOST}/.htaccess`,
    `${HOST}/_redirects`,
    `${HOST}/a/.git/config`,
    `${HOST}/a/index.html`,
    `${HOST}/a/INDEX.JSON`,
    `${HOST}/nul`,
    `${HOST}/a/con.txt`,
    `${HOST}/a./b`,
    `${HOST}/a b`,
    `${HOST}/${"x".repeat(300)}`,
    `${HOST}/${"x/".repeat(300)}`,
    `${HOST}/:id/*`,
    `${HOST}/$x"{y}`,
    `${HOST}/a%0a/b`,
    `${HOST}/%ff`,
    "https://user:pass@social.example/@tess/1",
    "javascript:alert(1)",
    "tag:social.example,2024:1",
    "",
    null,
  ])("%j is not kept", (address) => {
    expect(keptPath(address)).toBeNull();
  });

  it.each([
    [`${HOST}/@tess/1`, "@tess/1"],
    [`${HOST}/@tess/1/`, "@tess/1"],
    [`${HOST}/@tess/1#fragment`, "@tess/1"],
    [`${HOST}/users/tess/../tess/statuses/1`, "users/tess/statuses/1"],
    [`${HOST}/%40tess/1`, "@tess/1"],
    [`${HOST}/objects/0d5f9d6c-1b7e-4b1a-8e6e-2f6f3c6d7b8a`, "objects/0d5f9d6c-1b7e-4b1a-8e6e-2f6f3c6d7b8a"],
    [`${HOST}/écrits/été`, "écrits/été"],
  ])("%j stands at %j", (address, path) => {
    expect(keptPath(address)).toBe(path);
  });

  it("share nothing with each other or with the site, whatever they are", async () => {
    const path = fc.oneof(
      fc.constantFrom(
        "/@Tess/1",
        "/@tess/1",
        "/@TESS/1/activity",
        "/users/tess",
        "/users/tess/outbox",
        "/users/tess/outbox/page-1",
        "/Users/Tess/Outbox/page-1",
        "/search/facts.js",
        "/404.html",
        "/index.html/x",
        "/redirects/nginx.conf",
        "/a",
        "/a/b",
      ),
      fc.webPath(),
      fc.string().map((text) => `/${text}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(path, path), { maxLength: 8 }), async (addresses) => {
        const posts = addresses.map(([id, url], index) => own(index, { id: HOST + id, url: HOST + url }));
        const files = await filesOf(withDocuments(posts));
        expect(files.get("404.html")).toContain("<!DOCTYPE html>");
        for (const rules of ["_redirects", "redirects/apache-map.txt"]) {
          for (const line of (files.get(rules) ?? "").split("\n")) {
            if (line !== "" && !line.startsWith("#")) expect(line).toMatch(/^\/\S+ \/\S*(?: 301| 200)?$/);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
