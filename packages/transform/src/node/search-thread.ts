import { Worker } from "node:worker_threads";
import { rowText } from "../library/post-row.js";
import type { EarlierIndex } from "../search/earlier-index.js";
import type { IndexFile } from "../search/index-builder.js";
import type { IndexMaker, PostToIndex } from "../search/index-maker.js";
import { searchIndexScript } from "./generated/search-index-script.js";
import type { Told, TravellingPost } from "./index-posts.js";

/** What makes the index throws most of what it makes away soon: a small young generation is enough. */
const YOUNG_MB = 8;

interface Asked {
  readonly resolve: (files: readonly IndexFile[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A second thread that makes a search index while pages are written here: the words of all posts are a sixth of all
 * the work on a site, and the largest part where most of it stays as it is.
 *
 * @example
 * ```ts
 * import { htmlTarget } from "@archive/transform/html";
 * import { searchThread } from "@archive/transform/node";
 * const files = htmlTarget.render(selection, { title: "My posts", searchIndex: searchThread });
 * ```
 */
export function searchThread(): IndexMaker {
  return new SearchThread();
}

/** See {@link searchThread}. It answers in the order in which it is asked. */
export class SearchThread implements IndexMaker {
  readonly #worker: Worker;
  #asked: Asked[] = [];
  #failure: { readonly error: unknown } | null = null;

  constructor(script: string = searchIndexScript) {
    // As source, so that it needs no file of its own wherever this package is bundled into.
    this.#worker = new Worker(script, {
      eval: true,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on("message", (files: readonly IndexFile[]) => this.#asked.shift()?.resolve(files));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("The thread that makes the search index has ended.")));
  }

  add(posts: Iterable<PostToIndex>): Promise<readonly IndexFile[]> {
    const travelling: TravellingPost[] = [];
    for (const { post, place } of posts) {
      travelling.push([rowText(post), place.page, place.year, place.picture]);
    }
    return this.#ask({ posts: travelling });
  }

  goOnFrom(earlier: EarlierIndex): void {
    if (this.#failure === null) this.#worker.postMessage({ earlier } satisfies Told);
  }

  rest(): Promise<readonly IndexFile[]> {
    return this.#ask("rest");
  }

  stop(): void {
    void this.#worker.terminate();
  }

  #ask(told: Told): Promise<readonly IndexFile[]> {
    const files = new Promise<readonly IndexFile[]>((resolve, reject) => {
      if (this.#failure !== null) throw this.#failure.error;
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(told);
    });
    // Whoever asked waits for it later: until then a failure is no error that nobody sees.
    files.catch(() => undefined);
    return files;
  }

  /** The first failure is the one that tells what happened. */
  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const { reject } of this.#asked) reject(this.#failure.error);
    this.#asked = [];
  }
}
