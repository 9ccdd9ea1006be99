import { announce, create, note, question, statusUri, TESS } from "@archive/fixtures";
import {
  frontMatterSchema,
  MARKDOWN_FLAVORS,
  MARKDOWN_SPLITS,
  type MarkdownOptions,
} from "@archive/transform/markdown";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { hostileActivities } from "./support/markdown-hostile.js";
import { filesOf, PNG, postFiles, selectionFrom, splitFile } from "./support/markdown-output.js";

const uri = (id: string): string => statusUri(TESS, id);
const say = (id: string, more: Partial<Parameters<typeof note>[0]> = {}): object =>
  create(note({ id, content: `<p>post ${id}</p>`, published: `2024-05-0${id.at(-1)}T10:00:00Z`, ...more }));

/** A thread with a branch: 1 ← 2 ← 3, and 4 that answers 1. */
const THREAD = [
  say("1"),
  say("2", { inReplyTo: uri("1") }),
  say("3", { inReplyTo: uri("2") }),
  say("4", { inReplyTo: uri("1") }),
];

async function written(activities: readonly object[], options: MarkdownOptions, given = {}) {
  return filesOf(await selectionFrom(activities, given), options);
}

describe.each(MARKDOWN_FLAVORS)("the flavor %s", (flavor) => {
  it("writes front matter that its schema takes, in every split", async () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { "date-time": true } });
    const valid = ajv.compile(frontMatterSchema(flavor));
    const selection = await selectionFrom(hostileActivities(), { media: { "a/b.png": PNG } });
    for (const split of MARKDOWN_SPLITS) {
      const files = postFiles(await filesOf(selection, { flavor, split }));
      expect(files.length).toBeGreaterThan(10);
      for (const [path, file] of files) {
        const { data } = splitFile(file);
        expect(valid(data), `${path} ${JSON.stringify(valid.errors)}`).toBe(true);
      }
    }
  });

  it("holds nothing of a post that was not selected", async () => {
    const hidden = {
      visibility: "direct",
      content: "<p>hush #secrettag</p>",
      contentWarning: "hush",
    } as const;
    const activities = [
      ...THREAD,
      say("5", hidden),
      say("6", { inReplyTo: uri("5") }),
      say("7", { content: `<p>see <a href="${uri("5")}">this</a> and ${uri("5")}</p>` }),
      announce(uri("5"), { id: "8" }),
    ];
    for (const options of [{}, { contentOnly: true }, { split: "month" }, { split: "day" }] as const) {
      const everything = [...(await written(activities, { flavor, ...options }))].flat().join("\n");
      expect(everything).not.toContain("hush");
      expect(everything).not.toContain("secrettag");
      expect(everything).not.toContain(uri("5"));
      expect(everything).not.toContain("/5/");
    }
  });

  it("is the same each time, and has a file for each of its addresses", async () => {
    const selection = await selectionFrom(hostileActivities(), { media: { "a/b.png": PNG } });
    for (const split of MARKDOWN_SPLITS) {
      const files = await filesOf(selection, { flavor, split });
      expect([...(await filesOf(selection, { flavor, split }))]).toEqual([...files]);
      const folded = new Set([...files.keys()].map((path) => path.toLowerCase()));
      expect(folded.size).toBe(files.size);
    }
  });

  it("keeps a thread together, with its branch, and lets every other split part it", async () => {
    const selection = await selectionFrom(THREAD);
    const [[, thread = ""] = [], ...more] = postFiles(await filesOf(selection, { flavor, split: "thread" }));
    expect(more).toEqual([]);
    const order = [...splitFile(thread).body.matchAll(/post (\d)/g)].map(([, id]) => id);
    expect(order).toEqual(["1", "2", "3", "4"]);
    expect(postFiles(await filesOf(selection, { flavor, split: "post" }))).toHaveLength(4);
    expect(postFiles(await filesOf(selection, { flavor, split: "day" }))).toHaveLength(4);
    const [[, month = ""] = []] = postFiles(await filesOf(selection, { flavor, split: "month" }));
    expect(splitFile(month).body.match(/^## /gm)).toHaveLength(4);
  });

  it("gives only posts and media to a project that is there", async () => {
    const picture = { type: "Document", mediaType: "image/png", url: "/a/b.png", name: "A cat" };
    const post = JSON.parse(JSON.stringify(say("1", { contentWarning: "careful" })));
    post.object.attachment = [picture];
    const files = await written([post], { flavor, contentOnly: true }, { media: { "a/b.png": PNG } });
    expect(
      [...files.keys()].filter((path) => /config|layout|templat|style|package|include/i.test(path)),
    ).toEqual([]);
    const [[path = "", file = ""] = []] = postFiles(files);
    const { body } = splitFile(file);
    // Whatever the theme is, the warning stands before the text, and the picture is there.
    expect(body.indexOf("careful")).toBeGreaterThanOrEqual(0);
    expect(body.indexOf("careful")).toBeLessThan(body.indexOf("post 1"));
    const [, address = ""] = /!\[A cat\]\(([^)]+)\)/.exec(body) ?? [];
    const media = [...files.keys()].find((each) => each.endsWith(".png")) ?? "none";
    const from = new URL(path, "https://x.example/");
    const found = new URL(address, from).pathname.slice(1);
    expect(media.endsWith(found.replace(/^media\//, "media/")), `${address} → ${media}`).toBe(true);
  });
});

describe("projects", () => {
  it("know the old addresses of posts, each once and only as a path that is safe", async () => {
    const at = (id: string, url: string): object => {
      const post = JSON.parse(JSON.stringify(say(id)));
      post.object.url = url;
      return post;
    };
    const files = await written(
      [
        at("1", "https://social.example/@tess/1"),
        at("2", "https://social.example/@tess/1"),
        at("3", "https://social.example/posts/3"),
        at("4", "https://social.example/%2e%2e/%2e%2e/etc/passwd"),
        at("5", 'https://social.example/a b/"><script>'),
      ],
      { flavor: "hugo" },
    );
    const aliases = postFiles(files).map(([, file]) => splitFile(file).data.aliases);
    expect(aliases.flat()).toEqual([
      "/@tess/1/",
      "/users/tess/statuses/1/",
      "/users/tess/statuses/2/",
      "/users/tess/statuses/3/",
      "/etc/passwd/",
      "/users/tess/statuses/4/",
      "/users/tess/statuses/5/",
    ]);
  });

  it("name a post by its title, else by its words, and never by what is behind a warning", async () => {
    const files = await written(
      [say("1"), say("2", { contentWarning: "eye contact", content: "<p>behind it</p>" })],
      { flavor: "zola" },
    );
    const heads = postFiles(files).map(([, file]) => splitFile(file).data);
    expect(heads.map(({ title }) => title)).toEqual(["post 1", "Content warning: eye contact"]);
    expect(JSON.stringify(heads)).not.toContain("behind it");
  });

  it("write dates with the offset of the time zone", async () => {
    const files = await written([say("1")], { flavor: "hugo" }, { select: { timeZone: "Asia/Kolkata" } });
    const [[path = "", file = ""] = []] = postFiles(files);
    expect(splitFile(file).data.date).toBe("2024-05-01T15:30:00+05:30");
    expect(path).toMatch(/^content\/posts\/2024\/05\/01-/);
  });

  it("have one spelling for a hashtag, and none that a generator keeps for itself", async () => {
    const files = await written(hostileActivities(), { flavor: "eleventy" });
    const tags = new Set(postFiles(files).flatMap(([, file]) => [splitFile(file).data.tags ?? []].flat()));
    for (const kept of ["sAME", "all", "constructor", "__proto__"]) expect(tags.has(kept), kept).toBe(false);
    for (const tag of tags) expect(tag).toMatch(/^[\p{L}\p{N}-]+$/u);
    expect(tags.has("Same")).toBe(true);
  });

  it("carry polls and references for their layouts", async () => {
    const poll = question({
      id: "1",
      content: "<p>Tea?</p>",
      options: [
        { name: "Yes", votes: 3 },
        { name: "No", votes: 1 },
      ],
    });
    const files = await written([create(poll), say("2", { inReplyTo: uri("1") })], {
      flavor: "hugo",
      split: "post",
    });
    const posts = postFiles(files).map(([, file]) => splitFile(file).data.posts);
    expect(posts.flat()).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          in_reply_to: expect.objectContaining({ page: expect.stringMatching(/^posts\/\d{4}\//) }),
        }),
      ]),
    );
    expect(JSON.stringify(posts)).toContain('"share":75');
  });

  it("take TOML where the generator does", async () => {
    const files = await written([say("1")], { flavor: "hugo", frontMatter: "toml" });
    const [[, file = ""] = []] = postFiles(files);
    expect(file.startsWith("+++\n")).toBe(true);
    expect(splitFile(file).data.title).toBe("post 1");
    await expect(written([say("1")], { flavor: "jekyll", frontMatter: "toml" })).rejects.toThrow(RangeError);
  });
});

describe("a vault of Obsidian", () => {
  it("has a note for each day and for each person, linked to the posts", async () => {
    const post = JSON.parse(JSON.stringify(say("1")));
    post.object.tag = [
      { type: "Mention", name: "@bob@b.example", href: "https://b.example/@bob" },
      { type: "Mention", name: "@BOB@b.example", href: "https://b.example/@bob" },
      { type: "Mention", name: "../../evil", href: "https://b.example/x" },
    ];
    const files = await written([post], { flavor: "obsidian" });
    const [[path = "", file = ""] = []] = postFiles(files);
    expect(splitFile(file).data.people).toEqual([
      "[[People/@bob@b.example|@bob@b.example]]",
      "[[People/@BOB@b.example|@BOB@b.example]]",
    ]);
    expect([...files.keys()].filter((each) => each.startsWith("People/"))).toEqual([
      "People/@bob@b.example.md",
    ]);
    expect(files.get("Daily/2024-05-01.md")).toContain(encodeURI(path));
    expect(files.get("Home.md")).toContain("Months/2024-05.md");
  });

  it("folds what stands behind a content warning", async () => {
    const files = await written([say("1", { contentWarning: "care ]] %% <% x" })], { flavor: "obsidian" });
    const [[, file = ""] = []] = postFiles(files);
    expect(splitFile(file).body).toBe(
      "\n> [!warning]- Content warning: care \\]\\] &#37;&#37; &lt;% x\n>\n> post 1\n",
    );
  });
});

describe("a template", () => {
  const TEMPLATE = `path: notes/{{year}}/{{title}}
---
title: {{title}}
{{#tags}}tags: {{tags}}{{/tags}}
{{#content_warning}}cw: {{{content_warning}}}{{/content_warning}}
---
{{#posts}}
[{{date}}]

{{{body}}}
{{/posts}}
`;

  it("gives names, front matter and body their form", async () => {
    const files = await written(THREAD, { flavor: "hugo", template: TEMPLATE });
    const path = [...files.keys()].find((each) => each.startsWith("notes/")) ?? "";
    expect(path).toMatch(/^notes\/2024\/post-1-[0-9a-z]{16}\.md$/);
    const { data, body } = splitFile(files.get(path) ?? "");
    expect(data).toEqual({ title: "post 1" });
    expect(body.match(/post \d/g)).toEqual(["post 1", "post 2", "post 3", "post 4"]);
  });

  it("can't be led out of its place by what people wrote", async () => {
    const files = await written(hostileActivities(), { template: TEMPLATE, split: "post" });
    const notes = [...files].filter(([path]) => path.startsWith("notes/"));
    expect(notes.length).toBe(new Set(notes.map(([path]) => path.toLowerCase())).size);
    expect(notes).toHaveLength(postFiles(await written(hostileActivities(), { split: "post" })).length);
    for (const [path, file] of notes) {
      expect(path).toMatch(/^notes\/[^/]+\/[^/<>:"\\|?*]+\.md$/);
      expect(
        Object.keys(splitFile(file).data).every((key) => ["title", "tags", "cw"].includes(key)),
        file,
      ).toBe(true);
    }
  });

  it("that can't be read, or is for whole days, is refused", async () => {
    await expect(written(THREAD, { template: "{{#open}}" })).rejects.toThrow(RangeError);
    await expect(written(THREAD, { template: TEMPLATE, split: "day" })).rejects.toThrow(RangeError);
  });
});
