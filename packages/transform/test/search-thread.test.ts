import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { create, note } from "@archive/fixtures";
import {
  type Library,
  memorySink,
  type Post,
  type PublishedPost,
  select,
  writeOutput,
} from "@archive/transform";
import { htmlTarget } from "@archive/transform/html";
import { folderSink, searchThread, sqliteLibrary } from "@archive/transform/node";
import { type IndexFile, type IndexMaker, indexMaker } from "@archive/transform/search";
import { afterEach, describe, expect, it } from "vitest";
import { bundleThreadScript } from "../src/generate/thread-script.js";
import { parsePost, rowText } from "../src/library/post-row.js";
import { searchIndexScript } from "../src/node/generated/search-index-script.js";
import { SearchThread } from "../src/node/search-thread.js";
import { words } from "./html-every-page.js";
import { attachment, post, selectionOf } from "./html-selection.js";
import { collect, memorySource } from "./support/memory-source.js";

const WORDS = ["tide", "harbour", "Größe", "朝の散歩", "كتاب", "AIの", "naïve", "0x1f"];

/** Posts of many kinds, some as they come out of a library, which have their row with them, and some made here. */
const POSTS: readonly PublishedPost[] = await collect(
  selectionOf({ posts: Array.from({ length: 2000 }, (_, number) => postOf(number)) }).posts("oldest"),
);
const PIECES = Array.from({ length: 10 }, (_, piece) =>
  POSTS.slice(piece * 200, (piece + 1) * 200).map((each, at) => ({
    post: each,
    place: {
      page: `2024/05/${each.key}`,
      year: piece < 5 ? "2023" : "2024",
      picture: at % 9 === 0 ? `media/${at}.webp` : null,
    },
  })),
);

function postOf(number: number): Post {
  const made = post({
    kind: number % 13 === 0 ? "boost" : "post",
    published: number % 7 === 0 ? null : new Date(1_700_000_000_000 + number * 1000).toISOString(),
    language: number % 3 === 0 ? null : "en",
    content: words(`${WORDS[number % WORDS.length]} and word${number % 400} ${"long ".repeat(number % 9)}`),
    contentWarning: number % 11 === 0 ? "Weather" : null,
    attachments: number % 4 === 0 ? [attachment({ alt: "a boat" })] : [],
    tags: number % 2 === 0 ? [{ kind: "hashtag", name: "MorningWalk" }] : [],
    audience: { visibility: number % 6 === 0 ? "unlisted" : "public", basis: "addressing" },
  });
  return number % 2 === 0 ? parsePost(rowText(made)) : made;
}

let maker: IndexMaker | null = null;
afterEach(() => maker?.stop());

/** All files in their order, the pieces given at once. */
async function filesOf(made: IndexMaker): Promise<readonly IndexFile[]> {
  maker = made;
  const files = (await Promise.all(PIECES.map((piece) => made.add(piece)))).flat();
  for (let rest = await made.rest(); rest.length > 0; rest = await made.rest()) files.push(...rest);
  return files;
}

it("the script in the package is made of its source", async () => {
  const entry = fileURLToPath(new URL("../src/node/index-posts.ts", import.meta.url));
  const { script, packages } = await bundleThreadScript(entry);
  expect(searchIndexScript).toBe(script);
  expect(packages).toEqual([]);
});

describe("a thread that makes a search index", () => {
  it("gives the files that are made here, in their order", async () => {
    const here = await filesOf(indexMaker());
    expect(here.length).toBeGreaterThan(10);
    expect(await filesOf(searchThread())).toEqual(here);
  });

  it.each([
    ["does not run", "throw new Error('no')"],
    ["ends at once", "process.exit(3)"],
    [
      "fails when it is asked",
      "require('node:worker_threads').parentPort.on('message', () => { throw Error('1') })",
    ],
  ])("fails whoever asks it when it %s, and hangs nobody", async (_, script) => {
    await expect(filesOf(new SearchThread(script))).rejects.toThrow();
    await expect(maker?.rest()).rejects.toThrow();
  });

  it("answers nobody after it was stopped", async () => {
    maker = searchThread();
    const asked = maker.add(PIECES[0] ?? []);
    maker.stop();
    await expect(asked).rejects.toThrow(/ended/);
  });
});

/** A site of which nothing but its search is written. */
const searchOnly: typeof htmlTarget = {
  ...htmlTarget,
  async *render(...given) {
    for await (const file of htmlTarget.render(...given)) if (file.path.startsWith("search/")) yield file;
  },
};

describe("a site whose search index a thread makes", () => {
  const activities = Array.from({ length: 1200 }, (_, number) =>
    create(
      note({
        id: String(1_000_000 + number),
        content: `<p>Number ${number} of the ${WORDS[number % WORDS.length]}</p>`,
        published: new Date(Date.UTC(2023, 0, 1) + number * 3_600_000).toISOString(),
      }),
    ),
  );

  /** The files of a site of the first so many posts. */
  async function files(
    searchIndex: (() => IndexMaker) | undefined,
    count = activities.length,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    using library = sqliteLibrary();
    const { selection } = await selectFirst(count, library);
    const sink = memorySink();
    const manifest = { tool: "test", version: "1.0.0", command: "convert html" };
    await writeOutput({ target: htmlTarget, selection, options: { searchIndex }, sink, manifest });
    return sink.files;
  }

  function selectFirst(count: number, library: Library) {
    const exported = JSON.parse(JSON.stringify(activities.slice(0, count)));
    return select(memorySource({ activities: exported }), { library });
  }

  it("that goes on from the one in its folder has the same files in the same order", async () => {
    const root = mkdtempSync(join(tmpdir(), "search-thread-"));
    try {
      const write = async (folder: string, count: number): Promise<number> => {
        using library = sqliteLibrary();
        const { selection } = await selectFirst(count, library);
        let looked = 0;
        const searchIndex = (): IndexMaker => {
          const thread = searchThread();
          return {
            add(posts) {
              const all = [...posts];
              looked += all.length;
              return thread.add(all);
            },
            goOnFrom: (earlier) => thread.goOnFrom(earlier),
            rest: () => thread.rest(),
            stop: () => thread.stop(),
          };
        };
        const sink = folderSink(join(root, folder));
        const manifest = { tool: "test", version: "1.0.0", command: "convert html" };
        await writeOutput({ target: searchOnly, selection, options: { searchIndex }, sink, manifest });
        return looked;
      };
      const contents = (folder: string) =>
        readdirSync(join(root, folder, "search")).map((name) => [
          name,
          readFileSync(join(root, folder, "search", name), "utf8"),
        ]);
      const listed = (folder: string) => readFileSync(join(root, folder, ".ap-archive.json"), "utf8");

      expect(await write("site", 1150)).toBe(1150);
      expect(await write("site", 1160)).toBe(160);
      expect(await write("fresh", 1160)).toBe(1160);
      expect(contents("site")).toEqual(contents("fresh"));
      expect(listed("site")).toBe(listed("fresh"));

      // What a person changed by hand is not gone on from.
      const edited = join(root, "site", "search", "t0.js");
      writeFileSync(edited, `${readFileSync(edited, "utf8")}// Mine.\n`);
      expect(await write("site", 1170)).toBe(1170);
      expect(readFileSync(edited, "utf8")).toContain("// Mine.");
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("has the same files in the same order", async () => {
    const here = await files(undefined);
    let stopped = 0;
    const there = await files(() => {
      const thread = searchThread();
      return {
        add: (posts) => thread.add(posts),
        goOnFrom: (earlier) => thread.goOnFrom(earlier),
        rest: () => thread.rest(),
        stop: () => {
          stopped += 1;
          thread.stop();
        },
      };
    });
    expect([...there.keys()]).toEqual([...here.keys()]);
    expect(there).toEqual(here);
    expect(stopped).toBe(1);
  });

  it("ends the thread when the run fails", async () => {
    let stopped = 0;
    const failing: IndexMaker = {
      add: async () => [],
      goOnFrom: () => {},
      rest: async () => {
        throw new Error("no more memory");
      },
      stop: () => {
        stopped += 1;
      },
    };
    await expect(files(() => failing)).rejects.toThrow("no more memory");
    expect(stopped).toBe(1);
  });
});
