import { announce, create, note, statusUri, TESS } from "@archive/fixtures";
import { memoryLibrary, type SelectOptions, select } from "@archive/transform";
import { type WordPressOptions, wordPressTarget } from "@archive/transform/wordpress";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";

const uri = (id: string): string => statusUri(TESS, id);
const post = (id: string, fields: object = {}, more: Parameters<typeof note>[0] = {}): object => {
  const object = { ...note({ id, ...more }), ...fields };
  return { ...create(note({ id, ...more })), object };
};

/** A picture of one grey dot. */
function picture(): Uint8Array {
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
  return Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
}

/** A sound of so many bytes. */
function sound(size: number): Uint8Array {
  const wav = new Uint8Array(44 + size).fill(7);
  const view = new DataView(wav.buffer);
  const text = (at: number, word: string): void => {
    for (const [n, char] of [...word].entries()) wav[at + n] = char.charCodeAt(0);
  };
  text(0, "RIFF");
  view.setUint32(4, 36 + size, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, size, true);
  return wav;
}

const attached = (path: string, name: string | null = null, mediaType = "image/png"): object => ({
  attachment: [{ type: "Document", mediaType, url: `/${path}`, name }],
});

interface Written {
  readonly files: Map<string, Uint8Array>;
  text(path: string): string;
}

async function written(
  activities: readonly object[],
  options: WordPressOptions = {},
  media: Record<string, Uint8Array> = {},
  how: Omit<SelectOptions, "library"> = {},
): Promise<Written> {
  const source = memorySource({
    activities: activities.map((each) => JSON.parse(JSON.stringify(each))),
    media,
  });
  const { selection } = await select(source, { ...how, library: memoryLibrary() });
  const files = new Map<string, Uint8Array>();
  for await (const { path, content } of wordPressTarget.render(selection, options)) {
    const chunks: Uint8Array[] = [];
    if (typeof content === "string") chunks.push(new TextEncoder().encode(content));
    else if (content instanceof Uint8Array) chunks.push(content);
    else for await (const chunk of content) chunks.push(chunk.slice());
    files.set(path, Buffer.concat(chunks));
  }
  return { files, text: (path) => new TextDecoder().decode(files.get(path)) };
}

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** A WXR file as a tree; throws for what is not well-formed XML with its namespaces declared. */
function parsed(xml: string): { channel: Element; items: Element[] } {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("WordPress refuses a DOCTYPE");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element: Element = { name, attributes: plain, children: [], text: "" };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  const add = (text: string): void => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => void stack.pop());
  parser.write(xml).close();
  const channel = root.children[0]?.children[0];
  if (channel === undefined) throw new Error("There is no channel.");
  return { channel, items: channel.children.filter(({ name }) => name === "item") };
}

const child = (element: Element | undefined, name: string): string | undefined =>
  element?.children.find((each) => each.name === name)?.text;

const outboxOf = (zip: Uint8Array | undefined): { orderedItems: { object: Record<string, unknown> }[] } =>
  JSON.parse(new TextDecoder().decode(unzipSync(zip ?? new Uint8Array())["outbox.json"]));

describe("posts.xml", () => {
  it("is what WordPress’s importer demands", async () => {
    const { text } = await written([
      post("1", {
        content: "<p>Ein Café in <b>Köln</b></p>",
        tag: [{ type: "Hashtag", name: "#Köln" }],
        summary: "Kaffee",
      }),
    ]);
    const { channel, items } = parsed(text("posts.xml"));
    expect(child(channel, "wp:wxr_version")).toBe("1.2");
    expect(
      child(
        channel.children.find(({ name }) => name === "wp:author"),
        "wp:author_login",
      ),
    ).toBe("tess");
    expect(items).toHaveLength(1);
    const [item] = items;
    expect(child(item, "dc:creator")).toBe("tess");
    expect(child(item, "wp:post_date_gmt")).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(child(item, "wp:status")).toBe("publish");
    expect(child(item, "excerpt:encoded")).toBe("Kaffee");
    expect(child(item, "content:encoded")).toContain("<p>Ein Café in <strong>Köln</strong></p>");
    const terms = item?.children
      .filter(({ name }) => name === "category")
      .map(({ attributes, text: name }) => [attributes.domain, attributes.nicename, name]);
    expect(terms).toEqual([
      ["post_format", "post-format-status", "Status"],
      ["post_tag", expect.stringMatching(/^[a-z0-9_-]+$/), "Köln"],
    ]);
  });

  it("publishes public posts alone; the others become private", async () => {
    const all = ["public", "unlisted", "followers", "direct"] as const;
    const activities = all.map((visibility, n) =>
      post(String(n + 1), { content: `<p>${visibility}</p>` }, { visibility }),
    );
    const { text, files } = await written(activities, {}, {}, { visibility: all });
    const { items } = parsed(text("posts.xml"));
    expect(
      items
        .map((item) => [child(item, "wp:status"), /<p>(\w+)/.exec(child(item, "content:encoded") ?? "")?.[1]])
        .toSorted(),
    ).toEqual([
      ["private", "direct"],
      ["private", "followers"],
      ["private", "unlisted"],
      ["publish", "public"],
    ]);
    // The plugin's importer would publish unlisted posts, and what is addressed to nobody.
    expect(outboxOf(files.get("activitypub.zip")).orderedItems.map(({ object }) => object.content)).toEqual([
      "<p>public</p>",
    ]);
  });

  it("tells posts of one second apart, which WordPress takes for one by title and time", async () => {
    const same = { content: "<p>Moin</p>", published: "2024-05-01T10:00:00Z" };
    const { text } = await written([
      post("1", same),
      post("2", same),
      post("3", { ...same, published: "2024-05-01T10:00:01Z" }),
    ]);
    expect(parsed(text("posts.xml")).items.map((item) => child(item, "title"))).toEqual([
      "Moin",
      "Moin (2)",
      "Moin",
    ]);
  });

  it("leaves boosts out and is there, empty, when nothing is", async () => {
    const { text, files } = await written([announce("https://other.example/1", { id: "4" })]);
    expect(parsed(text("posts.xml")).items).toEqual([]);
    expect([...files.keys()]).toEqual(["posts.xml", "READ-ME.txt"]);
  });

  it("shows dates in the person’s time zone beside those of UTC", async () => {
    const { text } = await written(
      [post("1", { published: "2024-07-01T23:30:00Z" })],
      {},
      {},
      { timeZone: "Europe/Berlin" },
    );
    const [item] = parsed(text("posts.xml")).items;
    expect([child(item, "wp:post_date"), child(item, "wp:post_date_gmt")]).toEqual([
      "2024-07-02 01:30:00",
      "2024-07-01 23:30:00",
    ]);
  });

  it("attaches what lies under --base-url, and nothing of private posts", async () => {
    const paths = ["media_attachments/files/1/a.png", "media_attachments/files/2/b.png"] as const;
    const activities = [
      post("1", attached(paths[0], "Ein [gallery] Punkt")),
      post("2", attached(paths[1]), { visibility: "followers" }),
    ];
    const media = { [paths[0]]: picture(), [paths[1]]: sound(10) };
    const { text, files } = await written(activities, { baseUrl: "https://blog.example/x" }, media, {
      visibility: ["public", "followers"],
    });
    const published = [...files.keys()].filter((path) => path.startsWith("media/"));
    expect(published).toHaveLength(1);
    const { items } = parsed(text("posts.xml"));
    const attachments = items.filter((item) => child(item, "wp:post_type") === "attachment");
    expect(attachments.map((item) => child(item, "wp:attachment_url"))).toEqual([
      `https://blog.example/x/${published[0]}`,
    ]);
    const first = items.find((item) => child(item, "content:encoded")?.includes("<img"));
    expect(child(attachments[0], "wp:post_parent")).toBe(child(first, "wp:post_id"));
    expect(child(first, "content:encoded")).toContain('alt="Ein &#91;gallery&#93; Punkt"');
    expect((await written(activities, {}, media)).text("posts.xml")).not.toContain("attachment_url");
  });
});

describe("what WordPress would run", () => {
  const hostile = [
    "[gallery ids=1] [[caption]x[/caption]] ]]> <![CDATA[",
    "<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->",
    "https://evil.example/embed",
    "\u0000\u0008\u001f\ufffe\uffff\ud800 x",
    "a\\b %%LINE%%\n<!--more-->\n<!--nextpage-->",
  ];
  it("is neutral in texts, titles, tags, names and alt texts", async () => {
    const activities = hostile.map((text, n) => {
      const escaped = text.replaceAll("<", "&lt;");
      return post(String(n + 1), {
        type: n % 2 === 0 ? "Article" : "Note",
        name: text,
        content: `<p>${escaped}</p><p><a href="https://ok.example/?a[b]=1">[x]</a></p>${text}`,
        summary: n === 0 ? text : null,
        tag: [{ type: "Hashtag", name: `#${text}` }],
        ...attached("media_attachments/files/1/a.png", text),
        ...(n === 1 && {
          oneOf: [{ type: "Note", name: text, replies: { totalItems: 1 } }],
          type: "Question",
        }),
      });
    });
    const media = { "media_attachments/files/1/a.png": picture() };
    const { text, files } = await written(activities, { baseUrl: "https://b.example/" }, media);
    const { items } = parsed(text("posts.xml"));
    expect(items).toHaveLength(hostile.length + 1);
    const texts = [
      ...items.flatMap((item) =>
        ["title", "content:encoded", "excerpt:encoded", "category"].map((name) => child(item, name) ?? ""),
      ),
      ...outboxOf(files.get("activitypub.zip")).orderedItems.flatMap(({ object }) => [
        String(object.content),
        JSON.stringify(object.summary ?? ""),
        ...(object.tag as { name: string }[]).map(({ name }) => name),
        ...(object.attachment as { name: string }[]).map(({ name }) => name),
      ]),
    ];
    expect(texts.length).toBeGreaterThan(hostile.length * 8);
    for (const each of texts) {
      expect(each).not.toMatch(/[[\]\\]|<!--|<script/i);
      expect(each.replace(/<[^>]*>/g, "")).not.toMatch(/https?:\/\//i);
    }
  });

  it("is well-formed whatever a post says", async () => {
    const anything = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile));
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 4 }), async (texts) => {
        const { text } = await written(
          texts.map((each, n) =>
            post(String(n + 1), {
              content: each,
              name: each,
              summary: each,
              tag: [{ type: "Hashtag", name: `#${each}` }],
            }),
          ),
        );
        expect(parsed(text("posts.xml")).items).toHaveLength(texts.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the zips for the ActivityPub plugin", () => {
  it("have files where their `url` says, with a slash before it, and threads in order", async () => {
    const path = "media_attachments/files/1/a.png";
    const { files } = await written(
      [
        post("2", { inReplyTo: uri("1"), published: "2024-02-01T00:00:00Z" }),
        post("1", { ...attached(path, "Punkt"), published: "2024-01-01T00:00:00Z" }),
        post("3", { inReplyTo: uri("9"), published: "2024-03-01T00:00:00Z" }),
        post("9", { published: "2023-01-01T00:00:00Z" }, { visibility: "unlisted" }),
      ],
      {},
      { [path]: picture() },
    );
    const entries = unzipSync(files.get("activitypub.zip") ?? new Uint8Array());
    const { orderedItems } = outboxOf(files.get("activitypub.zip"));
    const [first, second, third] = orderedItems.map(({ object }) => object);
    expect([first?.id, second?.inReplyTo, third?.inReplyTo]).toEqual([uri("1"), uri("1"), null]);
    const { attachment } = first as { attachment: { url: string; name: string; mediaType: string }[] };
    expect(attachment[0]).toMatchObject({ name: "Punkt", mediaType: "image/png" });
    expect(attachment[0]?.url).toMatch(/^\/media_attachments\/files\/[a-z0-9]+\.png$/);
    expect(entries[attachment[0]?.url.slice(1) ?? ""]).toBeDefined();
    expect(Object.keys(entries)).toHaveLength(2);
  });

  it("stay below the largest upload, each with the files of its posts, and none is lost", async () => {
    const media: Record<string, Uint8Array> = {};
    const activities = Array.from({ length: 9 }, (_, n) => {
      const path = `media_attachments/files/${n}/a.wav`;
      media[path] = sound(60_000);
      return post(String(n + 1), attached(path, null, "audio/wav"));
    });
    const { files } = await written(activities, { maxUpload: 150_000 }, media);
    const zips = [...files].filter(([path]) => path.endsWith(".zip"));
    expect(zips.map(([path]) => path)).toEqual([
      "activitypub.zip",
      ...[2, 3, 4, 5].map((n) => `activitypub-${n}.zip`),
    ]);
    for (const [, bytes] of zips) {
      expect(bytes.length).toBeLessThanOrEqual(150_000);
      const entries = unzipSync(bytes);
      for (const { object } of outboxOf(bytes).orderedItems) {
        const { attachment } = object as { attachment: { url: string }[] };
        expect(attachment).toHaveLength(1);
        expect(entries[attachment[0]?.url.slice(1) ?? ""]?.length).toBe(60_044);
      }
    }
    expect(zips.reduce((sum, [, bytes]) => sum + outboxOf(bytes).orderedItems.length, 0)).toBe(9);
    expect((await written(activities, { maxUpload: 150_000 }, media)).files).toEqual(files);
  });

  it("are of one account each, for the importer gives all posts to one author", async () => {
    const other = {
      id: "https://other.example/users/uma",
      type: "Person",
      preferredUsername: "uma",
      name: "Uma",
    };
    const own = JSON.parse(JSON.stringify(post("1")));
    const theirs = JSON.parse(JSON.stringify(own).replaceAll("social.example", "other.example"));
    const sources = [
      memorySource({ activities: [own] }),
      memorySource({ actor: other, activities: [theirs] }),
    ];
    const { selection } = await select(sources, { library: memoryLibrary() });
    const actors: unknown[] = [];
    let authors: (string | undefined)[] = [];
    for await (const { path, content } of wordPressTarget.render(selection, {})) {
      if (typeof content === "string" && path === "posts.xml") {
        authors = parsed(content).items.map((item) => child(item, "dc:creator"));
      }
      if (typeof content === "string" || content instanceof Uint8Array) continue;
      const chunks: Uint8Array[] = [];
      for await (const chunk of content) chunks.push(chunk.slice());
      actors.push(outboxOf(Buffer.concat(chunks)).orderedItems.map(({ object }) => object.attributedTo));
    }
    expect(actors).toHaveLength(2);
    expect(new Set(actors.flat()).size).toBe(2);
    expect(new Set(authors).size).toBe(2);
  });

  it("hold no media when none are wanted", async () => {
    const path = "media_attachments/files/1/a.png";
    const { files } = await written(
      [post("1", attached(path))],
      { media: false, baseUrl: "https://b.example/" },
      { [path]: picture() },
    );
    expect(Object.keys(unzipSync(files.get("activitypub.zip") ?? new Uint8Array()))).toEqual(["outbox.json"]);
    expect([...files.keys()].some((name) => name.startsWith("media/"))).toBe(false);
  });
});
