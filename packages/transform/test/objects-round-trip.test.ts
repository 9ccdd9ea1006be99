import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create, mastodonArchive, note, packZip, TESS } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { isJsonObject, type JsonObject } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { roundTrip, TRIPS } from "./support/trips.js";

const corpora = fileURLToPath(new URL("../../../../shared/corpora/", import.meta.url));
const POSTS = new Set(["Note", "Article", "Page", "Question", "Event", "Video", "Audio", "Image"]);

/** Posts of all kinds of software, each in the hands of the one account an export is of. */
function realPosts(): readonly object[] {
  const manifest = readFileSync(`${corpora}03-objects/manifest.jsonl`, "utf8").trim().split("\n");
  return manifest.flatMap((line, at) => {
    const { file, parse }: { file: string; parse: string } = JSON.parse(line);
    if (parse !== "ok") return [];
    const text = readFileSync(corpora + file, "utf8");
    // Made for tests of its server: five people of one address.
    if (text.includes("mocked.local")) return [];
    const document: unknown = JSON.parse(text);
    const object = isJsonObject(document) && isJsonObject(document.object) ? document.object : document;
    return isJsonObject(object) && POSTS.has(String(object.type)) ? [ownPost(object, at)] : [];
  });
}

function ownPost(object: JsonObject, at: number): object {
  const own = note({ id: String(5000 + at), published: "2024-05-01T10:00:00Z" });
  const { id, attributedTo } = own;
  const mine = { ...own, ...object, id, attributedTo, actor: TESS.uri, published: own.published };
  return create(mine);
}

describe.skipIf(!existsSync(corpora))("objects of other software in ../shared/corpora", () => {
  it.each(Object.entries(TRIPS))("come back from %s", async (_, trip) => {
    const items = realPosts();
    expect(items.length).toBeGreaterThan(100);
    await using archive = await openArchive(await packZip(mastodonArchive({ activities: items })));
    const { before, after } = await roundTrip(trip, archive);
    expect(after.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });
});
