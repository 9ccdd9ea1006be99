import { createHash } from "node:crypto";
import { create, note } from "@archive/fixtures";
import { memoryLibrary, type SelectOptions, select } from "@archive/transform";
import {
  DESTINATIONS,
  type KitPosts,
  MIGRATE_COLLECTIONS,
  type MigrateOptions,
  MOVE_SOFTWARE,
  type MoveLosses,
  migrateTarget,
} from "@archive/transform/migrate-kit";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";

const activities = ["public", "unlisted", "followers"].map((visibility, n) =>
  JSON.parse(
    JSON.stringify(
      create(
        note({ id: String(n), content: `<p>text ${visibility}</p>`, visibility: visibility as "public" }),
      ),
    ),
  ),
);

type Archive = Parameters<typeof memorySource>[0];

const archive: Archive = {
  activities,
  likes: ["https://other.example/1", "https://other.example/2"],
  exportedAt: "2024-05-09T12:00:00Z",
  collections: {
    following: [{ id: "ada@social.example" }, { id: "bob@other.example" }, { id: "nobody" }],
    followers: [{ id: "https://f.example/users/f" }],
    blocks: [],
    bookmarks: [{ id: "https://other.example/3" }],
  },
};

async function kit(
  options: MigrateOptions,
  from: Archive = archive,
  how: Omit<SelectOptions, "library"> = {},
): Promise<Map<string, Buffer>> {
  const library = memoryLibrary();
  const { selection } = await select(memorySource(from), {
    library,
    collections: MIGRATE_COLLECTIONS,
    ...how,
  });
  const files = new Map<string, Buffer>();
  for await (const { path, content } of migrateTarget.render(selection, options)) {
    const chunks: Uint8Array[] = [];
    if (typeof content === "string") chunks.push(Buffer.from(content));
    else if (content instanceof Uint8Array) chunks.push(content);
    else for await (const chunk of content) chunks.push(chunk.slice());
    expect(files.has(path)).toBe(false);
    files.set(path, Buffer.concat(chunks));
  }
  return files;
}

const text = (files: Map<string, Buffer>, path: string): string => files.get(path)?.toString("utf8") ?? "";
const days = (ics: string): string[] =>
  [...ics.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day = ""]) => day);

/** Posts as a target would give them, without a target. */
const posts: KitPosts = {
  lost: [{ feature: "edits", support: "dropped", posts: 1 }],
  refused: [{ reason: "posts nobody takes", posts: 1 }],
  async *render(selection) {
    for await (const post of selection.posts("oldest")) yield { path: `${post.key}.json`, content: "{}" };
  },
};

describe("a kit", () => {
  it("has CSVs as the new server knows them, a checklist, dates and losses", async () => {
    const files = await kit({ to: "mastodon" });
    expect([...files.keys()]).toEqual([
      "csv/following_accounts.csv",
      "csv/bookmarks.csv",
      "checklist.html",
      "checklist.md",
      "dates.ics",
      "losses.json",
      "losses.txt",
    ]);
    const markdown = text(files, "checklist.md");
    expect(markdown).toContain("- [ ] Import `csv/following_accounts.csv`: 2 accounts you follow.");
    expect(markdown).toContain("`@tess@social.example`");
    expect(markdown).toContain("Lists, Mutes, Domain blocks.");
    expect(markdown).toContain("from 2024-05-16 on");
    expect(markdown).toContain("until 2024-06-08");
    expect(markdown).toContain("Likes: 0 of 2. Mastodon imports none.");
    expect(markdown.indexOf("The alias first")).toBeLessThan(markdown.indexOf("Start the move"));
  });

  it("counts what comes along and says why the rest does not", async () => {
    const losses: MoveLosses[] = [];
    const files = await kit({ to: "sharkey", posts, onLosses: (found) => void losses.push(found) });
    expect(JSON.parse(text(files, "losses.json"))).toEqual(losses[0]);
    expect(losses[0]?.posts).toMatchObject({ selected: 2, written: 1, reason: null, lost: posts.lost });
    expect(
      losses[0]?.collections.map(({ name, inArchive, written, reason }) => [
        name,
        inArchive,
        written,
        reason,
      ]),
    ).toEqual([
      ["following", 3, 2, "The others are there twice, or name nobody an importer could find."],
      ["blocks", 0, 0, null],
      ["mutes", null, 0, null],
      ["lists", null, 0, null],
      ["domainBlocks", null, 0, null],
      ["bookmarks", 1, 0, "Sharkey imports none."],
      ["filters", null, 0, null],
      ["likes", 2, 0, "Sharkey imports none."],
    ]);
    expect(Object.keys(unzipSync(files.get("posts.zip") ?? Buffer.of()))).toHaveLength(2);
    expect(text(files, "losses.txt")).toContain("1 posts nobody takes");
  });

  it.each(MOVE_SOFTWARE)(
    "for %s names each file it has in the checklist, and holds nothing that was not selected",
    async (to) => {
      const destination = DESTINATIONS[to];
      const files = await kit({ to, posts });
      const markdown = text(files, "checklist.md");
      for (const path of files.keys()) if (path.startsWith("csv/")) expect(markdown).toContain(`\`${path}\``);
      expect(
        files.has(destination.postsPlace.path) ||
          [...files.keys()].some((path) => path.startsWith(destination.postsPlace.path)),
      ).toBe(destination.posts !== null);
      const all = Buffer.concat([...files.values()]).toString("utf8");
      expect(all).not.toContain("followers-only");
      expect(all).not.toContain("text followers");
    },
  );
});

describe("the steps of a checklist", () => {
  const NOTE = "not verified against the source";

  it.each(MOVE_SOFTWARE)("for %s say which of them are general knowledge", async (to) => {
    const { csvSteps, postsSteps } = DESTINATIONS[to];
    const files = await kit({ to, posts });
    const [lines, page] = [text(files, "checklist.md").split("\n"), text(files, "checklist.html")];
    for (const { text: step, verified } of [...csvSteps, ...postsSteps]) {
      const [line] = lines.filter((each) => each.includes(step));
      expect(line).toBe(verified ? `- [ ] ${step}` : `- [ ] ${step} (${NOTE})`);
    }
    const count = lines.filter((line) => line.endsWith(`(${NOTE})`)).length;
    expect(count).toBeGreaterThan(0);
    expect(page.split(`<small>(${NOTE})</small>`)).toHaveLength(count + 1);
  });
});

describe("the dates", () => {
  it("come from the archive, or from the planned day", async () => {
    const own = text(await kit({ to: "mastodon" }), "dates.ics");
    expect(days(own)).toEqual(["20240516", "20240509", "20240516", "20240608", "20240609"]);
    const planned = text(await kit({ to: "mastodon", from: "2026-12-31" }), "dates.ics");
    expect(days(planned)).toEqual(["20240516", "20261231", "20270107", "20270130", "20270128"]);
    expect([...planned.matchAll(/DTSTAMP:(\S+)/g)].every(([, stamp]) => stamp === "20240509T000000Z")).toBe(
      true,
    );
    expect(planned.match(/RRULE:FREQ=MONTHLY/g)).toHaveLength(1);
    expect(planned).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+\r\nEND:VCALENDAR\r\n$/);
    expect(planned.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it("are the same in every time zone, with the same ids for another plan", async () => {
    const zone = process.env.TZ;
    const made: string[] = [];
    try {
      for (const each of ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env.TZ = each;
        made.push(text(await kit({ to: "mastodon" }), "dates.ics"));
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(new Set(made).size).toBe(1);
    const ids = (ics: string): string[] => [...ics.matchAll(/UID:(\S+)/g)].map(([, id = ""]) => id);
    const planned = ids(text(await kit({ to: "mastodon", from: "2026-12-31" }), "dates.ics"));
    expect(planned).toEqual(ids(made[0] ?? ""));
    expect(new Set(planned).size).toBe(5);
  });

  it("are left out where nothing tells a day, and refused where there is no such day", async () => {
    const { exportedAt: _, ...undated } = archive;
    const files = await kit({ to: "mastodon" }, undated);
    expect(files.has("dates.ics")).toBe(false);
    expect(text(files, "checklist.md")).toContain("It has no dates");
    await expect(kit({ to: "mastodon", from: "2026-02-30" })).rejects.toThrow(RangeError);
  });
});

describe("the checklist page", () => {
  it("loads nothing and runs nothing, and its one style sheet is the one the policy names", async () => {
    const page = text(await kit({ to: "mastodon" }), "checklist.html");
    const [, hash] = /style-src 'sha256-([^']+)'/.exec(page) ?? [];
    const [, sheet = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    expect(createHash("sha256").update(sheet).digest("base64")).toBe(hash);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(?:script|link|img|iframe|form)|\son\w+=|\sstyle=|url\(|@import/i);
    const errors: string[] = [];
    parse(page, { onParseError: ({ code }) => void errors.push(code) });
    expect(errors).toEqual([]);
  });

  it("shows nothing of an account that is no account", async () => {
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("<script>", "`x`", "[a](b)", "a\n# b"),
    );
    await fc.assert(
      fc.asyncProperty(name, name, async (user, host) => {
        const actor = {
          id: `https://${host}/users/x`,
          type: "Person",
          preferredUsername: user,
          name: user,
          webfinger: `${user}@${host}`,
        };
        const files = await kit({ to: "mastodon" }, { ...archive, actor });
        const page = text(files, "checklist.html");
        expect(page).not.toMatch(/<script/i);
        const [, shown = "the old account"] = /From (?:<code>@?([^<]*)<\/code>)?/.exec(page) ?? [];
        expect(shown).toMatch(/^(?:the old account|[\w.-]+@[a-z0-9_.:-]+)$/i);
        expect(
          text(files, "checklist.md")
            .split("\n")
            .filter((line) => line.startsWith("# ")),
        ).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});
