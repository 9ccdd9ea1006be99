import { ArchiveError, type Progress } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEATURES } from "../src/post/features.js";
import type { Selection } from "../src/select/selection.js";
import { memorySink } from "../src/sinks/memory-sink.js";
import { outputPaths, safePath } from "../src/sinks/safe-path.js";
import type { Sink } from "../src/sinks/sink.js";
import { writeOutput } from "../src/sinks/write-output.js";
import type { OutputFile, Target } from "../src/targets/target.js";

const MANIFEST = { tool: "test", version: "1.0.0", command: "convert test" };
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof ArchiveError ? error.code : String(error);
  }
}

describe("safePath", () => {
  it.each([
    "index.html",
    "posts/2024-05-01-ab12/index.html",
    ".well-known/x",
    "a/b..c",
    "ä/🦣.md",
    "console.txt",
    "com/x",
  ])("takes %j", (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each(
    [
      [
        "",
        "/etc/passwd",
        "a//b",
        "a/",
        "../a",
        "a/../b",
        "a/.",
        "./a",
        "..",
        "a\\b",
        "C:/a",
        "a:b",
        "a\0b",
        "a\nb",
        "a\u009bb",
      ],
      [
        "nul",
        "NUL.txt",
        "a/Con/b",
        "com1",
        "lpt9.log",
        "COM¹",
        "nul .txt",
        "a.",
        "a /b",
        "a?b",
        'a"b',
        "a<b",
        "a|b",
        "a*b",
      ],
      ["\ud800.txt", "a".repeat(256), "ä".repeat(128), `${"a/".repeat(460)}b`],
    ].flat(),
  )("refuses %j", (path) => {
    expect(codeOf(() => safePath(path))).toBe("output/unsafe-path");
  });

  it("whatever it takes stays inside", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(".", "/", "\\", "a", "A", " ", ":", "é", "\0") }),
        (path) => {
          if (codeOf(() => safePath(path)) !== null) return;
          const url = new URL(encodeURI(path), "file:///out/inside/");
          expect(decodeURI(url.pathname)).toBe(`/out/inside/${path}`);
        },
      ),
    );
  });
});

describe("outputPaths", () => {
  it.each([
    [["a.html", "a.html"]],
    [["a.html", "A.html"]],
    [["Posts/a", "posts/b"]],
    [["a", "a/b"]],
    [["a/b", "a"]],
    [["a/b/c", "A"]],
    [["caf\u00e9", "cafe\u0301"]],
    [["x/É", "x/é"]],
  ])("refuses %j together", (paths) => {
    const taken = outputPaths();
    expect(codeOf(() => paths.map((path) => taken.add(path)))).toBe("output/unsafe-path");
  });

  it("takes what differs", () => {
    const taken = outputPaths();
    for (const path of ["a/b", "a/c", "ab", "b/a/b", "a/b2/c", "straße", "strasse"])
      expect(taken.add(path)).toBe(path);
  });
});

describe("memorySink", () => {
  it("shows an output at commit, whole", async () => {
    const sink = memorySink();
    await sink.begin(MANIFEST);
    expect(await sink.put({ path: "b.txt", content: "zwei" })).toBe("written");
    expect(await sink.put({ path: "a.bin", content: new Uint8Array([1]) })).toBe("written");
    expect(sink.files.size).toBe(0);
    await sink.commit();
    expect([...sink.files.keys()]).toEqual(["b.txt", "a.bin"]);
    expect(text(sink.files.get("b.txt"))).toBe("zwei");

    await sink.begin(MANIFEST);
    expect(await sink.put({ path: "b.txt", content: "zwei" })).toBe("unchanged");
    await sink.abort();
    expect(sink.files.size).toBe(2);
  });

  it("tells misuse", async () => {
    const sink = memorySink();
    await expect(sink.put({ path: "a", content: "" })).rejects.toThrow(TypeError);
    await expect(sink.commit()).rejects.toThrow(TypeError);
    await sink.begin(MANIFEST);
    await expect(sink.begin(MANIFEST)).rejects.toThrow(TypeError);
  });
});

const selection: Selection = {
  account: null,
  accounts: [],
  counts: {
    total: 0,
    byKind: { post: 0, reply: 0, selfReply: 0, boost: 0, poll: 0 },
    byVisibility: { public: 0, unlisted: 0, followers: 0, direct: 0, unknown: 0 },
    byFeature: {},
    first: null,
    last: null,
  },
  timeZone: "UTC",
  origin: { dialect: "mastodon", exportedAt: null },
  months: () => [],
  days: () => [],
  async *posts() {},
  tags: () => [],
  slugOf: () => null,
  as2: () => null,
  actorDocument: () => null,
  collection: () => null,
  post: () => null,
  address: () => null,
  thread: (key) => ({ root: { key, replies: [] }, size: 1 }),
  threadRoot: (key) => key,
  neighbours: () => ({ earlier: null, later: null }),
  async *media() {},
  mediaState: () => ({ state: "missing" }),
};

function targetOf(render: () => AsyncIterable<OutputFile>): Target<null> {
  const support = Object.fromEntries(FEATURES.map((feature) => [feature, "kept" as const]));
  // The keys are exactly FEATURES.
  return {
    name: "test",
    purpose: "data",
    optionsSchema: {},
    support: support as Target<null>["support"],
    render,
  };
}

/** A sink that remembers what was asked of it. */
function recorder(fail: Partial<Record<keyof Sink, Error>> = {}): Sink & { readonly calls: string[] } {
  const calls: string[] = [];
  const step = async (name: keyof Sink): Promise<void> => {
    calls.push(name);
    const error = fail[name];
    if (error !== undefined) throw error;
  };
  return {
    calls,
    begin: () => step("begin"),
    async put(file) {
      await step("put");
      if (typeof file.content !== "string" && !(file.content instanceof Uint8Array)) {
        for await (const chunk of file.content) calls.push(`chunk ${chunk.length}`);
      }
      return file.path === "kept" ? "kept-edited" : file.path === "same" ? "unchanged" : "written";
    },
    commit: () => step("commit"),
    abort: () => step("abort"),
  };
}

async function* files(...paths: string[]): AsyncIterable<OutputFile> {
  for (const path of paths) yield { path, content: "ü" };
}

describe("writeOutput", () => {
  const job = (sink: Sink, render: () => AsyncIterable<OutputFile>) => ({
    target: targetOf(render),
    selection,
    options: null,
    sink,
    manifest: MANIFEST,
  });

  it("counts what became of the files, and their bytes", async () => {
    const sink = recorder();
    async function* render(): AsyncIterable<OutputFile> {
      yield* files("new", "same", "kept");
      async function* content(): AsyncIterable<Uint8Array> {
        yield new Uint8Array(5);
        yield new Uint8Array(6);
      }
      yield { path: "stream", content: content() };
    }
    const report = await writeOutput(job(sink, render));
    expect(report).toEqual({ files: 4, bytes: 17, written: 2, unchanged: 1, keptEdited: 1 });
    expect(sink.calls).toEqual(["begin", "put", "put", "put", "put", "chunk 5", "chunk 6", "commit"]);
  });

  it.each(["begin", "put", "commit"] as const)(
    "aborts when %s fails, and throws that error",
    async (name) => {
      const error = new Error("no");
      const sink = recorder({ [name]: error, abort: new Error("abort fails too") });
      await expect(writeOutput(job(sink, () => files("a")))).rejects.toBe(error);
      expect(sink.calls.at(-1)).toBe("abort");
    },
  );

  it("aborts when the target fails", async () => {
    const sink = recorder();
    async function* render(): AsyncIterable<OutputFile> {
      yield { path: "a", content: "" };
      throw new Error("target");
    }
    await expect(writeOutput(job(sink, render))).rejects.toThrow("target");
    expect(sink.calls).toEqual(["begin", "put", "abort"]);
  });

  it("stops at the signal, also within a stream, and closes the target", async () => {
    const sink = recorder();
    const controller = new AbortController();
    let closed = false;
    async function* content(): AsyncIterable<Uint8Array> {
      yield new Uint8Array(1);
      controller.abort(new Error("stop"));
      yield new Uint8Array(2);
    }
    async function* render(): AsyncIterable<OutputFile> {
      try {
        yield { path: "a", content: content() };
        yield { path: "b", content: "" };
      } finally {
        closed = true;
      }
    }
    await expect(writeOutput(job(sink, render), { signal: controller.signal })).rejects.toThrow("stop");
    expect(sink.calls).toEqual(["begin", "put", "chunk 1", "abort"]);
    expect(closed).toBe(true);
  });

  it("lets timers have their turn, so that a signal from outside is heard", async () => {
    const controller = new AbortController();
    const seen: Progress[] = [];
    setTimeout(() => controller.abort(new Error("late")), 100);
    async function* endless(): AsyncIterable<OutputFile> {
      for (let number = 0; ; number += 1) yield { path: String(number), content: "" };
    }
    const run = { signal: controller.signal, onProgress: (progress: Progress) => void seen.push(progress) };
    await expect(writeOutput(job(recorder(), endless), run)).rejects.toThrow("late");
    expect(seen.length).toBeGreaterThan(0);
  });
});
