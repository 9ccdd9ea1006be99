import { Worker } from "node:worker_threads";
import { type Packing, type PendingPosts, packPosts } from "../library/packing.js";
import { packingScript } from "./generated/packing-script.js";
import { compress, compressSync, expand } from "./zstandard.js";

/** Chunks before which a thread is not worth its start. */
const FIRST = 2;
/** So many chunks are under way at most; whoever has more of them packs them. */
const UNDER_WAY = 4;
/** Longer texts than any person's are not sent: a thread's memory is small. */
const LONGEST = 1 << 18;

/** The same in the thread that asks, for a program that is to keep to one core. */
export const PACKING_HERE: Packing = {
  pack: async (posts) => compressSync(packPosts(posts)),
  expand,
  rest: () => undefined,
};

interface UnderWay {
  readonly posts: PendingPosts;
  readonly resolve: (packed: Promise<Uint8Array> | Uint8Array) => void;
}

/**
 * A second thread that makes the texts of posts safe while the next ones are read: that is a fifth of all the work on
 * an archive. It is a help and no more: what it is behind with, can't take or did not answer is done here.
 */
export class PackingThread implements Packing {
  readonly #script: string;
  #worker: Worker | null = null;
  /** What it was given, in the order in which it answers. */
  #underWay: UnderWay[] = [];
  #chunks = 0;
  #hasFailed = false;

  constructor(script: string = packingScript) {
    this.#script = script;
  }

  pack(posts: PendingPosts): Promise<Uint8Array> {
    this.#chunks += 1;
    const worker = this.#underWay.length < UNDER_WAY && isSmall(posts) ? this.#thread() : null;
    if (worker === null) return packHere(posts);
    return new Promise((resolve) => {
      this.#underWay.push({ posts, resolve });
      worker.postMessage(posts);
      // Its answer is waited for.
      worker.ref();
    });
  }

  expand(bytes: Uint8Array): Promise<Uint8Array> {
    return expand(bytes);
  }

  /** Ends the thread once it has answered; it is started anew where it is needed again. */
  rest(): void {
    this.#chunks = 0;
    if (this.#underWay.length === 0) this.#stop();
  }

  #thread(): Worker | null {
    if (this.#worker === null && !this.#hasFailed && this.#chunks > FIRST) this.#worker = this.#started();
    return this.#worker;
  }

  /** Of one that was stopped nothing is wanted any more. */
  #started(): Worker | null {
    try {
      // As source, so that it needs no file of its own wherever this package is bundled into.
      const worker = new Worker(this.#script, {
        eval: true,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 12 },
      });
      worker.on("message", (packed: Uint8Array) => this.#took(worker, packed));
      worker.on("error", () => this.#fail(worker));
      worker.on("exit", () => this.#fail(worker));
      return worker;
    } catch {
      // A program may be run without the right to start any.
      this.#hasFailed = true;
      return null;
    }
  }

  #took(worker: Worker, packed: Uint8Array): void {
    if (worker !== this.#worker) return;
    // A copy, in this thread's own memory: what another one asked the system for is of no use to this one afterwards.
    this.#underWay.shift()?.resolve(packed.slice());
    if (this.#underWay.length > 0) return;
    if (this.#chunks === 0) this.#stop();
    // Nothing is waited for: a thread that idles keeps no program running.
    else worker.unref();
  }

  #fail(worker: Worker): void {
    if (worker !== this.#worker) return;
    this.#hasFailed = true;
    this.#stop();
  }

  #stop(): void {
    const [worker, left] = [this.#worker, this.#underWay];
    this.#worker = null;
    this.#underWay = [];
    for (const { posts, resolve } of left) resolve(packHere(posts));
    // Its end need not be waited for: it holds nothing that anyone else wants.
    void worker?.terminate();
  }
}

function isSmall({ htmls }: PendingPosts): boolean {
  return htmls.every((html) => html === null || html.length <= LONGEST);
}

async function packHere(posts: PendingPosts): Promise<Uint8Array> {
  // A copy: it is read while the next ones are packed.
  return compress(packPosts(posts).slice());
}
