import { announce, create, note, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { memoryLibrary, type SelectOptions, select } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import { describe, expect, it } from "vitest";
import { collect, memorySource } from "./support/memory-source.js";

const uri = (id: string): string => statusUri(TESS, id);
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const ME = "https://social.example/users/tess";
const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

/** What is selected, and why the rest is not, in both libraries and with the items in either order. */
async function selected(activities: readonly object[], options: Omit<SelectOptions, "library"> = {}) {
  const runs = [];
  for (const items of [activities, activities.toReversed()]) {
    for (const library of [memoryLibrary(), sqliteLibrary()]) {
      using staged = library;
      const source = memorySource({ activities: items.map(json), media: {} });
      const { selection, report } = await select(source, { ...options, library: staged });
      const posts = await collect(selection.posts("oldest"));
      runs.push({
        texts: posts.map((post) => JSON.stringify(post.content)),
        all: JSON.stringify(posts),
        audiences: Object.fromEntries(
          posts.map(({ id, audience }) => [id?.replace(/.*\//, ""), audience.visibility]),
        ),
        left: Object.fromEntries(Object.entries(report.leftOut).filter(([, count]) => count > 0)),
        total: report.selected,
      });
    }
  }
  const [first] = runs;
  if (first === undefined) throw new Error("nothing was run");
  for (const run of runs) expect([run.left, run.total]).toEqual([first.left, first.total]);
  return { ...first, runs };
}

const activity = (type: string, object: unknown, more: object = {}): object => ({
  "@context": "https://www.w3.org/ns/activitystreams",
  id: `${uri("0")}#${type}`,
  type,
  actor: ME,
  published: "2024-01-01T00:00:00Z",
  to: [PUBLIC],
  object,
  ...more,
});

describe("what an activity takes back", () => {
  const kept = create(note({ id: "1", content: "kept" }));
  const taken = create(note({ id: "77", content: "taken back" }));
  const answer = create(note({ id: "2", inReplyTo: uri("77"), content: "an answer" }));

  it.each([
    ["a deletion", activity("Delete", uri("77"))],
    ["a deletion with a tombstone", activity("Delete", { type: "Tombstone", id: uri("77") })],
    ["a deletion of several", activity("Delete", [uri("9"), { id: uri("77") }])],
  ])("%s leaves no trace of the post", async (_, deletion) => {
    const { runs, left, total } = await selected([kept, taken, answer, deletion]);
    expect([total, left]).toEqual([2, { gone: 1 }]);
    for (const { all } of runs) expect(all).not.toMatch(/taken back|statuses\/77/);
  });

  it("is taken along where posts that are gone are asked for", async () => {
    const { total, left } = await selected([kept, taken, activity("Delete", uri("77"))], { gone: true });
    expect([total, left]).toEqual([2, {}]);
  });

  it("is a boost, when that is undone", async () => {
    const boost = announce("https://other.example/9", { id: "5" });
    const { total, left } = await selected([kept, boost, activity("Undo", boost)]);
    expect([total, left]).toEqual([1, { gone: 1 }]);
  });

  it("is what an update is not for any more", async () => {
    const narrower = create(note({ id: "77", visibility: "followers", content: "for fewer" }));
    const update = { ...narrower, id: `${uri("77")}#update`, type: "Update" };
    const { runs, total, left } = await selected([kept, taken, answer, update]);
    expect([total, left]).toEqual([2, { visibility: 1 }]);
    for (const { all } of runs) expect(all).not.toMatch(/taken back|for fewer|statuses\/77/);
  });

  it("is shown to fewer where those were asked for", async () => {
    const narrower = create(note({ id: "77", visibility: "followers", content: "for fewer" }));
    const update = { ...narrower, id: `${uri("77")}#update`, type: "Update" };
    const all = { visibility: ["public", "unlisted", "followers", "direct"] } as const;
    const { runs, total } = await selected([kept, taken, update], all);
    expect(total).toBe(2);
    for (const { audiences } of runs) expect(audiences).toEqual({ "1": "public", "77": "followers" });
  });

  it("is nothing where an update is for all, or says not for whom", async () => {
    const object = { type: "Note", id: uri("77"), content: "edited" };
    const silent = { "@context": "x", id: "https://x.example/u", type: "Update", actor: ME, object };
    expect((await selected([taken, silent])).total).toBe(1);
    expect((await selected([taken, activity("Update", { ...object, to: [PUBLIC] })])).total).toBe(1);
  });

  it("is nothing of another's: likes, follows, changes of the profile", async () => {
    const others = [
      activity("Undo", activity("Follow", "https://other.example/users/ben")),
      activity("Update", { type: "Person", id: ME }, { to: ["https://other.example/users/ben"] }),
      activity("Delete", "https://other.example/9"),
      activity("Like", uri("77")),
    ];
    const linking = create(note({ id: "3", content: `<a href="${ME}">me</a>` }));
    const { total, runs } = await selected([kept, taken, linking, ...others]);
    expect(total).toBe(3);
    for (const { all } of runs) expect(all).toContain(`"href":"${ME}"`);
  });
});

describe("copies of a post that has no id", () => {
  const copy = (visibility: "public" | "direct", content: string): object => {
    const { object, ...rest } = json(create(note({ id: "77", visibility, content })));
    const { id: _, atomUri: __, ...bare } = Object(object);
    return { ...rest, object: bare };
  };

  it("are known by their activity: the narrowest holds", async () => {
    const { runs, total, left } = await selected([copy("public", "shown"), copy("direct", "hush")]);
    expect([total, left]).toEqual([0, { visibility: 2 }]);
    for (const { all } of runs) expect(all).not.toMatch(/shown|hush/);
  });
});
