import { announce } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import {
  attached,
  child,
  outboxOf,
  parsed,
  picture,
  post,
  sound,
  written,
} from "./support/wordpress-output.js";

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
