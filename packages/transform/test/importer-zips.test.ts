import { memoryLibrary, select } from "@archive/transform";
import { wordPressTarget } from "@archive/transform/wordpress";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";
import {
  attached,
  child,
  outboxOf,
  parsed,
  picture,
  post,
  sound,
  uri,
  written,
} from "./support/wordpress-output.js";

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
