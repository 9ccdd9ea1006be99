import { fileURLToPath } from "node:url";
import { create, note } from "@archive/fixtures";
import { memorySink, select, writeOutput } from "@archive/transform";
import { htmlTarget } from "@archive/transform/html";
import { searchThread, sqliteLibrary } from "@archive/transform/node";
import { type IndexedPost, type IndexFile, type IndexMaker, indexMaker } from "@archive/transform/search";
import { afterEach, describe, expect, it } from "vitest";
import { bundleThreadScript } from "../src/generate/thread-script.js";
import { searchIndexScript } from "../src/node/generated/search-index-script.js";
import { SearchThread } from "../src/node/search-thread.js";
import { memorySource } from "./support/memory-source.js";

const WORDS = ["tide", "harbour", "Größe", "朝の散歩", "كتاب", "AIの", "naïve", "0x1f"];

function post(number: number): IndexedPost {
  const day = String(1 + (number % 28)).padStart(2, "0");
  return {
    page: `2024/05/${day}-${number}`,
    year: number < 900 ? "2023" : "2024",
    seconds: number % 7 === 0 ? null : 1_700_000_000 + number,
    kind: "post",
    language: number % 3 === 0 ? null : "en",
    title: null,
    text: `${WORDS[number % WORDS.length]} and word${number % 400} ${"long ".repeat(number % 9)}`,
    hiddenLinks: [],
    links: number % 5 === 0,
    contentWarning: number % 11 === 0 ? "Weather" : null,
    altTexts: number % 4 === 0 ? ["a boat"] : [],
    options: [],
    hashtags: number % 2 === 0 ? ["MorningWalk"] : [],
    mentions: [],
    media: { image: number % 4 === 0, video: false, audio: false },
    altMissing: false,
    unlisted: number % 6 === 0,
    to: null,
    picture: null,
  };
}

const PIECES = Array.from({ length: 10 }, (_, piece) =>
  Array.from({ length: 200 }, (_, at) => post(piece * 200 + at)),
);

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

  async function files(
    searchIndex: (() => IndexMaker) | undefined,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    using library = sqliteLibrary();
    const { selection } = await select(memorySource({ activities: JSON.parse(JSON.stringify(activities)) }), {
      library,
    });
    const sink = memorySink();
    const manifest = { tool: "test", version: "1.0.0", command: "convert html" };
    await writeOutput({ target: htmlTarget, selection, options: { searchIndex }, sink, manifest });
    return sink.files;
  }

  it("has the same files in the same order", async () => {
    const here = await files(undefined);
    let stopped = 0;
    const there = await files(() => {
      const thread = searchThread();
      return {
        add: (posts) => thread.add(posts),
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
