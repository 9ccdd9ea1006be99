import { announce, create, mastodonArchive, note, packZip, question, TESS } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesOf, reopened, selecting, split } from "./support/round-trip.js";
import { FEDIVERSE_TARGETS } from "./support/trips.js";

const WIDTH = ["direct", "unknown", "followers", "unlisted", "public"];

/** A value of a type nobody expects at its place. */
const odd = fc.oneof(
  fc.constantFrom(
    null,
    "",
    " ",
    0,
    -1,
    true,
    [],
    {},
    [null],
    [[]],
    "\u0000",
    "../../etc/passwd",
    "as:Public",
  ),
  fc.constantFrom(
    { type: "Note" },
    { id: 3 },
    { "@value": "x" },
    ["a", { href: "javascript:1" }],
    "javascript:alert(1)",
  ),
  fc.constantFrom(
    TESS.followers,
    "https://evil.example/users/x/followers",
    "https://www.w3.org/ns/activitystreams#Public",
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const KEYS = Object.keys({
  ...note(),
  ...question(),
  updated: 1,
  quote: 1,
  endTime: 1,
  closed: 1,
  votersCount: 1,
  directMessage: 1,
});
const ACTIVITY_KEYS = ["id", "type", "actor", "published", "to", "cc", "bto", "audience", "object"];
const ACTOR_KEYS = [
  "id",
  "type",
  "followers",
  "name",
  "summary",
  "icon",
  "image",
  "attachment",
  "tag",
  "url",
  "alsoKnownAs",
  "outbox",
  "preferredUsername",
  "published",
];

const changes = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), odd, { maxKeys: 5 });
const activity = fc
  .tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.constantFrom("public", "unlisted", "followers", "direct"),
    changes(KEYS),
    changes(ACTIVITY_KEYS),
    fc.nat(99),
  )
  .map(([kind, visibility, inner, outer, number]) => {
    const id = String(1000 + number);
    if (kind === 0) return { ...announce("https://other.example/1", { id, visibility }), ...outer };
    const post = kind === 1 ? note({ id, visibility }) : question({ id, visibility });
    return { ...create(post), object: { ...post, ...inner }, ...outer };
  });

describe.each(FEDIVERSE_TARGETS)("$name", (target) => {
  it("takes any document, writes JSON, and widens nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(activity, { maxLength: 6 }),
        changes(ACTOR_KEYS),
        async (activities, actor) => {
          const given = {
            id: TESS.uri,
            type: "Person",
            preferredUsername: "tess",
            followers: TESS.followers,
            ...actor,
          };
          const parts = mastodonArchive({ activities: activities.filter(isObject), actor: given });
          await using archive = await openArchive(await packZip(parts));
          const before = await selecting(archive);
          const files = await filesOf(target, before);
          for (const [path, bytes] of files) {
            if (path.endsWith(".json")) JSON.parse(new TextDecoder().decode(bytes));
          }
          const { taken } = await split(target, before);
          await using again = await reopened(files, "tess@social.example");
          const after = await selecting(again);
          // Ids that stand for several things at once can make two posts one.
          expect(after.counts.total).toBeLessThanOrEqual(taken.length);
          // Of the most visible posts, each is seen by no more people than before.
          const reach = (posts: readonly { audience: { visibility: string } }[]): number[] =>
            posts
              .map(({ audience }) =>
                WIDTH.indexOf(audience.visibility === "unknown" ? "direct" : audience.visibility),
              )
              .toSorted((a, b) => b - a);
          const back: { audience: { visibility: string } }[] = [];
          for await (const post of after.posts("oldest")) back.push(post);
          const [was, is] = [reach(taken), reach(back)];
          expect(
            is.every((each, at) => each <= (was[at] ?? -1)),
            `${was} became ${is}`,
          ).toBe(true);
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 20_000 },
    );
  });
});

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
