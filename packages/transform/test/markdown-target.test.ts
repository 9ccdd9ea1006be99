import { announce, create, note, question, statusUri, TESS } from "@archive/fixtures";
import { memoryLibrary, type OutputFile, type SelectOptions, select } from "@archive/transform";
import { markdownTarget } from "@archive/transform/markdown";
import { micromark } from "micromark";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { memorySource } from "./support/memory-source.js";

const uri = (id: string): string => statusUri(TESS, id);

async function rendered(
  activities: readonly object[],
  { media = {}, actor, options = {}, target = {} }: Extras = {},
): Promise<Map<string, string>> {
  const source = memorySource({
    activities: activities.map((each) => JSON.parse(JSON.stringify(each))),
    media,
    ...(actor !== undefined && { actor }),
  });
  const { selection } = await select(source, { ...options, library: memoryLibrary() });
  const files = new Map<string, string>();
  for await (const { path, content } of markdownTarget.render(selection, target)) {
    expect(files.has(path), path).toBe(false);
    files.set(path, await textOf(content));
  }
  return files;
}

interface Extras {
  readonly media?: Readonly<Record<string, Uint8Array>>;
  readonly actor?: Readonly<Record<string, unknown>>;
  readonly options?: Omit<SelectOptions, "library">;
  readonly target?: { readonly media?: boolean };
}

async function textOf(content: OutputFile["content"]): Promise<string> {
  if (typeof content === "string") return content;
  if (content instanceof Uint8Array) return new TextDecoder().decode(content);
  let text = "";
  for await (const chunk of content) text += new TextDecoder("latin1").decode(chunk);
  return text;
}

/** The front matter, as a YAML reader sees it, and what stands behind it. */
function split(file: string): { data: Record<string, unknown>; body: string } {
  const [, yaml = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
  return { data: parse(yaml), body };
}

function onlyPost(files: ReadonlyMap<string, string>): {
  path: string;
  data: Record<string, unknown>;
  body: string;
} {
  const posts = [...files].filter(([path]) => path.startsWith("posts/") && !path.endsWith("index.md"));
  expect(posts).toHaveLength(1);
  const [path, file] = posts[0] ?? ["", ""];
  return { path, ...split(file) };
}

describe("a post's file", () => {
  it("stands under its day, with its data in front and its text behind", async () => {
    const files = await rendered([
      create(note({ id: "1", published: "2024-05-09T10:00:00Z", content: "<p>Hello <b>world</b></p>" })),
    ]);
    const { path, data, body } = onlyPost(files);
    expect(path).toMatch(/^posts\/2024\/05\/09-[a-z0-9]{8}\.md$/);
    expect(data).toMatchObject({
      id: uri("1"),
      date: "2024-05-09T10:00:00Z",
      visibility: "public",
      kind: "post",
    });
    expect(body).toBe("\nHello **world**\n");
  });

  it("without a date stands apart", async () => {
    const files = await rendered([undated(create(note({ id: "1" })))]);
    expect([...files.keys()].filter((path) => path.startsWith("posts/"))).toEqual([
      expect.stringMatching(/^posts\/undated\/[a-z0-9]{8}\.md$/),
      "posts/undated/index.md",
    ]);
  });

  it.each([
    "yes",
    "null",
    "1e3",
    "2024-05-09",
    "~",
    "- a",
    "a: b #c",
    "&x *y !z",
    "---",
    "\t",
    '"q" \\ \u2028',
    "x".repeat(300),
  ])("keeps the text %j a text", async (text) => {
    const { data } = onlyPost(await rendered([create(note({ id: "1", contentWarning: `${text} ` }))]));
    expect(typeof (data.content_warning ?? "")).toBe("string");
    expect(data.content_warning ?? "").toBe(text.trim());
  });

  it("can't leave its front matter", async () => {
    const { data, body } = onlyPost(
      await rendered([
        create(
          note({
            id: "1",
            contentWarning: "a\n---\nid: evil\n---\n# b",
            content: "<p>---</p><p>id: evil</p>",
          }),
        ),
      ]),
    );
    expect(data.id).toBe(uri("1"));
    expect(body).toBe("\n**Content warning:** a --- id: evil --- # b\n\n\\---\n\nid: evil\n");
  });

  it("names the post it replies to by its file, and a withheld one not at all", async () => {
    const files = await rendered([
      create(note({ id: "1", published: "2024-04-30T10:00:00Z" })),
      create(note({ id: "2", published: "2024-05-01T10:00:00Z", inReplyTo: uri("1") })),
      create(note({ id: "3", published: "2024-05-02T10:00:00Z", visibility: "direct", content: "hush" })),
      create(note({ id: "4", published: "2024-05-03T10:00:00Z", inReplyTo: uri("3") })),
      create(note({ id: "5", published: "2024-05-04T10:00:00Z", inReplyTo: "https://b.example/9" })),
    ]);
    const posts = [...files]
      .filter(([path]) => path.startsWith("posts/2024/05/0"))
      .map(([, file]) => split(file).data);
    const first = [...files.keys()].find((path) => path.startsWith("posts/2024/04/30-")) ?? "";
    expect(posts.map((data) => data.in_reply_to)).toEqual([
      `../04/${first.split("/").at(-1)}`,
      undefined,
      "https://b.example/9",
    ]);
    const everything = [...files].flat().join("\n");
    expect(everything).not.toContain("hush");
    expect(everything).not.toContain(uri("3"));
  });

  it("shows a poll as a list, and says it in its data", async () => {
    const { data, body } = onlyPost(
      await rendered([
        create(
          question({
            id: "1",
            content: "<p>Tea?</p>",
            options: [
              { name: "*Yes*", votes: 1 },
              { name: "1. No", votes: 2 },
            ],
          }),
        ),
      ]),
    );
    expect(data.poll).toMatchObject({ multiple: false, options: [{ name: "*Yes*" }, { name: "1. No" }] });
    expect(body).toContain("**Poll** (one answer");
    expect(micromark(body)).toMatch(/<li>\*Yes\*[^<]*<\/li>\s*<li>1\. No/);
  });

  it("is one line for a boost", async () => {
    const { data, body } = onlyPost(await rendered([announce("https://other.example/9_x", { id: "5" })]));
    expect(data).toMatchObject({ kind: "boost", boost_of: "https://other.example/9_x" });
    expect(micromark(body)).toBe(
      '<p>Boosted <a href="https://other.example/9_x">https://other.example/9_x</a>.</p>\n',
    );
  });
});

describe("media", () => {
  const PNG = Uint8Array.from(
    atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    (character) => character.charCodeAt(0),
  );
  const picture = (file: string, name: string): object => ({
    type: "Document",
    mediaType: "image/png",
    url: `/${file}`,
    name,
  });
  const post = (...attachment: readonly object[]): object => {
    const activity = JSON.parse(JSON.stringify(create(note({ id: "1", content: "<p>x</p>" }))));
    activity.object.attachment = attachment;
    return activity;
  };

  it("is copied and shown by a relative path, with its alt text", async () => {
    const files = await rendered([post(picture("a/b.png", "A [cat] & a\ndog"))], {
      media: { "a/b.png": PNG },
    });
    const { path, data, body } = onlyPost(files);
    const media = [...files.keys()].filter((each) => each.startsWith("media/"));
    expect(media).toHaveLength(1);
    expect(body).toBe(`\nx\n\n![A \\[cat\\] & a dog](../../../${media[0]})\n`);
    expect(path.split("/")).toHaveLength(4);
    expect(data.attachments).toEqual([
      { file: `../../../${media[0]}`, kind: "image", type: "image/png", alt: "A [cat] & a\ndog" },
    ]);
  });

  it("that is missing leaves a sentence with its alt text", async () => {
    const { data, body } = onlyPost(await rendered([post(picture("a/b.png", "A cat"))]));
    expect(body).toBe("\nx\n\n*Picture that is not in the archive:* A cat\n");
    expect(data.attachments).toEqual([{ kind: "image", type: "image/png", alt: "A cat" }]);
  });

  it("stays away when it is not wanted", async () => {
    const files = await rendered([post(picture("a/b.png", "A cat"))], {
      media: { "a/b.png": PNG },
      target: { media: false },
    });
    expect([...files.keys()].some((path) => path.startsWith("media/"))).toBe(false);
    expect(onlyPost(files).body).toContain("*Picture that was not copied:* A cat");
  });
});

describe("the lists", () => {
  it("lead from the first page to every post, by links that hold", async () => {
    const files = await rendered([
      create(note({ id: "1", published: "2023-01-05T10:00:00Z", content: "<p>one</p>" })),
      create(
        note({ id: "2", published: "2024-02-05T10:00:00Z", contentWarning: "cw", content: "<p>behind</p>" }),
      ),
      announce("https://other.example/9", { id: "3", published: "2024-02-06T10:00:00Z" }),
    ]);
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const [, link = ""] of split(files.get(path) ?? "").body.matchAll(/\]\(([^)]+)\)/g)) {
        if (!link.includes("://")) visit(new URL(link, `https://x.example/${path}`).pathname.slice(1));
      }
    };
    visit("index.md");
    expect([...reached].sort()).toEqual([...files.keys()].sort());
    expect(files.get("posts/2024/02/index.md")).toContain("Content warning: cw");
    expect(files.get("posts/2024/02/index.md")).not.toContain("behind");
  });
});

/** Without any date. */
function undated(activity: object): object {
  const copy = JSON.parse(JSON.stringify(activity));
  delete copy.published;
  delete copy.object.published;
  return copy;
}
