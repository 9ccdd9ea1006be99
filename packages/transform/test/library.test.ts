import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { type ByteLog, type Library, type LibraryRow, memoryLibrary } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import { afterEach, describe, expect, it } from "vitest";
import type { LibraryRange } from "../src/library/library.js";
import { readPost, writePost } from "../src/library/post-row.js";
import type { Post } from "../src/post/post.js";

const row = (key: string, epoch: number | null, more: Partial<LibraryRow> = {}): LibraryRow => ({
  key,
  epoch,
  tie: `0 ${key}`,
  day: epoch === null ? null : new Date(epoch).toISOString().slice(0, 10),
  parent: null,
  kind: "post",
  tags: [],
  attachments: false,
  bytes: new TextEncoder().encode(JSON.stringify({ key, text: `text of ${key} – ✓` })),
  ...more,
});

/** A post with something in every place that may be empty, or with nothing in them. */
function postOf(key: string, title: string): Post {
  const full = key.length % 2 === 0;
  return {
    key,
    id: `https://social.example/${key}`,
    url: null,
    account: 0,
    type: "Note",
    audience: { visibility: "public", basis: "addressing" },
    kind: "post",
    published: null,
    updated: null,
    goneSince: null,
    history: full ? [{ updated: null, title: "–", content: null, contentWarning: null }] : [],
    language: null,
    direction: "auto",
    title,
    content: full ? [{ type: "text", value: "✓ \ud800 \u0000" }] : null,
    contentWarning: null,
    sensitive: full,
    attachments: [],
    poll: null,
    event: null,
    counts: { likes: full ? 1 : null, boosts: null, replies: null },
    tags: full ? [{ kind: "emoji", name: "blob" }] : [],
    inReplyTo: { kind: "withheld" },
    quote: null,
    boostOf: null,
  };
}

const FEBRUARY = Date.UTC(2024, 1, 3);
const MARCH = Date.UTC(2024, 2, 3);
const ROWS = [
  row("m", MARCH, { tags: [{ slug: "sea", name: "sea" }] }),
  row("undated", null, { tie: "9" }),
  row("f2", FEBRUARY, {
    tie: "2",
    attachments: true,
    tags: [
      { slug: "sea", name: "Sea" },
      { slug: "harbour-0123456789", name: "Hafen " },
    ],
  }),
  row("f1", FEBRUARY, { tie: "1", kind: "boost" }),
  row("tie-b", FEBRUARY, { tie: "3b" }),
  row("tie-a", FEBRUARY, { tie: "3a", parent: "f2", tags: [{ slug: "sea", name: "Sea" }] }),
  row("old", -1000, { parent: "f2", attachments: true, kind: "selfReply" }),
  row("also-undated", null, { tie: "8", parent: "m" }),
];
const OLDEST = ["old", "f1", "f2", "tie-a", "tie-b", "m", "also-undated", "undated"];

/** A log of one buffer, in which everything lies at the byte it was written at. */
function bufferLog(): ByteLog {
  const buffer = new Uint8Array(10_000);
  let end = 0;
  return {
    append(bytes) {
      buffer.set(bytes, end);
      end += bytes.length;
      return end - bytes.length;
    },
    read: (at, length) => buffer.slice(at, at + length),
  };
}

describe.each([
  ["memory", () => memoryLibrary()],
  ["memory, with its posts in a log", () => memoryLibrary(bufferLog())],
  ["sqlite", sqliteLibrary],
] as const)("a library in %s", (_, open) => {
  let library: Library;
  afterEach(() => library[Symbol.dispose]());
  const filled = (): Library => {
    library = open();
    for (const each of ROWS) library.put(each);
    return library;
  };
  const keys = (rows: Iterable<LibraryRow>) => [...rows].map((each) => each.key);

  it("gives rows back as they were put", () => {
    filled();
    for (const each of ROWS) expect(library.get(each.key)).toEqual(each);
    expect(library.get("nobody")).toBeNull();
  });

  it("scans in a stable order, undated last", () => {
    filled();
    expect(keys(library.scan("oldest"))).toEqual(OLDEST);
    expect(keys(library.scan("newest"))).toEqual([
      "m",
      "tie-b",
      "tie-a",
      "f2",
      "f1",
      "old",
      "undated",
      "also-undated",
    ]);
  });

  it("gives posts in the same order and of the same ranges as rows, and each by itself", () => {
    library = open();
    for (const each of ROWS) library.put({ ...each, bytes: writePost(postOf(each.key, "first")) });
    const ranges: LibraryRange[] = [{}, { month: "2024-02" }, { month: null }, { limit: 3 }, { tag: "sea" }];
    for (const range of [...ranges, { attachments: true } as const, { kinds: ["boost"] }]) {
      for (const order of ["oldest", "newest"] as const) {
        expect([...library.posts(order, range)]).toEqual([...library.scan(order, range)].map(readPost));
      }
    }
    expect(library.post("f2")).toEqual(postOf("f2", "first"));
    expect(library.post("nobody")).toBeNull();
  });

  it("gives the last version of a post, also where an earlier one was read a moment ago", () => {
    library = open();
    for (const each of ROWS) library.put({ ...each, bytes: writePost(postOf(each.key, "first")) });
    expect([...library.posts("oldest")]).toHaveLength(ROWS.length);
    const f2 = ROWS.find(({ key }) => key === "f2") ?? row("f2", FEBRUARY);
    library.put({ ...f2, bytes: writePost(postOf("f2", "second")) });
    expect(library.post("f2")).toEqual(postOf("f2", "second"));
    expect([...library.posts("oldest")].filter(({ key }) => key === "f2")).toEqual([postOf("f2", "second")]);
  });

  it("knows where a post stands", () => {
    filled();
    expect(library.place("tie-a")).toEqual({ key: "tie-a", day: "2024-02-03", parent: "f2" });
    expect(library.place("undated")).toEqual({ key: "undated", day: null, parent: null });
    expect(library.place("nobody")).toBeNull();
  });

  it("scans a month, the undated, and the first few", () => {
    filled();
    expect(keys(library.scan("oldest", { month: "2024-02" }))).toEqual(["f1", "f2", "tie-a", "tie-b"]);
    expect(keys(library.scan("oldest", { month: null }))).toEqual(["also-undated", "undated"]);
    expect(keys(library.scan("newest", { limit: 2 }))).toEqual(["m", "tie-b"]);
    expect(keys(library.scan("newest", { limit: 0 }))).toEqual([]);
  });

  it("scans by tag, attachments and kind, also together", () => {
    filled();
    expect(keys(library.scan("oldest", { tag: "sea" }))).toEqual(["f2", "tie-a", "m"]);
    expect(keys(library.scan("newest", { tag: "sea", limit: 1 }))).toEqual(["m"]);
    expect(keys(library.scan("oldest", { tag: "nothing" }))).toEqual([]);
    expect(keys(library.scan("oldest", { attachments: true }))).toEqual(["old", "f2"]);
    expect(keys(library.scan("newest", { attachments: true, month: "2024-02" }))).toEqual(["f2"]);
    expect(keys(library.scan("oldest", { kinds: ["boost", "selfReply"] }))).toEqual(["old", "f1"]);
    expect(keys(library.scan("oldest", { kinds: [] }))).toEqual([]);
    expect(keys(library.scan("oldest", { tag: "sea", attachments: true, kinds: ["post"] }))).toEqual(["f2"]);
  });

  it("scans the posts of a tag in the order of time, undated last, also after one was put in between", () => {
    const sea = { tags: [{ slug: "sea", name: "sea" }] };
    library = open();
    for (const each of [
      row("b", MARCH, sea),
      row("none", null, { ...sea, tie: "2" }),
      row("a", FEBRUARY, sea),
    ]) {
      library.put(each);
    }
    expect(keys(library.scan("oldest", { tag: "sea" }))).toEqual(["a", "b", "none"]);
    expect(keys(library.scan("newest", { tag: "sea" }))).toEqual(["b", "a", "none"]);
    library.put(row("none-too", null, { ...sea, tie: "1" }));
    library.put(row("c", FEBRUARY + 1, sea));
    library.put(row("b", MARCH));
    expect(keys(library.scan("oldest", { tag: "sea" }))).toEqual(["a", "c", "none-too", "none"]);
    expect(keys(library.scan("newest", { tag: "sea" }))).toEqual(["c", "a", "none", "none-too"]);
    expect(keys(library.scan("newest", { tag: "sea", month: "2024-02", limit: 1 }))).toEqual(["c"]);
  });

  it("counts tags by slug and spelling, also after a post was replaced", () => {
    filled();
    const harbour = { slug: "harbour-0123456789", name: "Hafen ", posts: 1 };
    expect([...library.tags()]).toEqual([
      harbour,
      { slug: "sea", name: "Sea", posts: 2 },
      { slug: "sea", name: "sea", posts: 1 },
    ]);
    library.put(row("tie-a", FEBRUARY, { tie: "3a" }));
    expect([...library.tags()]).toEqual([
      harbour,
      { slug: "sea", name: "Sea", posts: 1 },
      { slug: "sea", name: "sea", posts: 1 },
    ]);
  });

  it("keeps documents beside posts", () => {
    filled();
    library.putDocument("m", "{}");
    library.putDocument("m", '{"id":"–"}');
    expect(library.getDocument("m")).toBe('{"id":"–"}');
    expect(library.getDocument("f1")).toBeNull();
  });

  it("finds replies and neighbours in the order of time, boosts passed over", () => {
    filled();
    expect(library.replies("f2")).toEqual(["old", "tie-a"]);
    expect(library.replies("nobody")).toEqual([]);
    expect(library.neighbours("f2")).toEqual({ earlier: "old", later: "tie-a" });
    expect(library.neighbours("f1")).toEqual({ earlier: "old", later: "f2" });
    expect(library.neighbours("m")).toEqual({ earlier: "tie-b", later: "also-undated" });
    expect(library.neighbours("old").earlier).toBeNull();
    expect(library.neighbours("nobody")).toEqual({ earlier: null, later: null });
  });

  it("replaces a post with the same key, also after it was read", () => {
    filled();
    expect(keys(library.scan("oldest"))).toHaveLength(ROWS.length);
    library.put(row("f2", MARCH + 1));
    expect(library.get("f2")?.epoch).toBe(MARCH + 1);
    expect(keys(library.scan("oldest"))).toEqual([
      "old",
      "f1",
      "tie-a",
      "tie-b",
      "m",
      "f2",
      "also-undated",
      "undated",
    ]);
  });

  it("may be asked while it is scanned", () => {
    filled();
    const seen: unknown[] = [];
    for (const each of library.scan("oldest")) {
      seen.push(
        library.get(each.key)?.key,
        library.neighbours(each.key).later,
        [...library.scan("newest")].length,
      );
      if (seen.length > 9) break;
    }
    expect(seen.slice(0, 6)).toEqual(["old", "f2", 8, "f1", "f2", 8]);
  });

  it("keeps media and what became of them", () => {
    filled();
    library.putMedia({ key: "b", file: { path: "x/b.png", size: 7 }, source: 1, output: null });
    library.putMedia({ key: "a", file: null, source: 0, output: null });
    const variants = [{ name: "b-1.webp", mediaType: "image/webp", width: 1, height: 2 }];
    const output = {
      name: "b.png",
      mediaType: "image/png",
      bytes: 7,
      width: 3,
      height: null,
      variants,
      blurhash: "LEHV6nWB2yk8",
      silent: true as const,
    };
    library.putMedia({ key: "b", file: { path: "x/b.png", size: 7 }, source: 1, output });
    expect([...library.scanMedia()].map((media) => media.key)).toEqual(["a", "b"]);
    expect(library.getMedia("b")).toEqual({
      key: "b",
      file: { path: "x/b.png", size: 7 },
      source: 1,
      output,
    });
    expect(library.getMedia("nobody")).toBeNull();
  });
});

describe("the temporary folder of sqlite", () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`ap-archive-${process.pid}-`));

  it("is private, and gone afterwards", () => {
    const before = folders().length;
    const library = sqliteLibrary();
    expect(folders()).toHaveLength(before + 1);
    library[Symbol.dispose]();
    expect(folders()).toHaveLength(before);
  });

  it("of a run that was killed is swept by the next", () => {
    // No process has this id: it is above every system's limit.
    const left = `${tmpdir()}/ap-archive-99999999-killed`;
    mkdirSync(left, { recursive: true });
    sqliteLibrary()[Symbol.dispose]();
    expect(existsSync(left)).toBe(false);
  });

  it("of a run that was killed and had the id of this one is swept as well", () => {
    const left = mkdtempSync(`${tmpdir()}/ap-archive-${process.pid}-`);
    const before = new Date(Date.now() - process.uptime() * 1000 - 60_000);
    utimesSync(left, before, before);
    sqliteLibrary()[Symbol.dispose]();
    expect(existsSync(left)).toBe(false);
  });

  it("is left alone by the next library, also when the machine slept since it was made", () => {
    const before = folders();
    using _library = sqliteLibrary();
    const [made = ""] = folders().filter((name) => !before.includes(name));
    const asleep = new Date(Date.now() - process.uptime() * 1000 - 60_000);
    utimesSync(`${tmpdir()}/${made}`, asleep, asleep);
    sqliteLibrary()[Symbol.dispose]();
    expect(folders()).toContain(made);
  });

  it("is left alone by the threads of a process, which have its id and know nothing of each other", () => {
    const others = mkdtempSync(`${tmpdir()}/ap-archive-${process.pid}-`);
    sqliteLibrary()[Symbol.dispose]();
    expect(existsSync(others)).toBe(true);
    rmSync(others, { recursive: true });
  });
});
