import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { unwritable } from "./unwritable.js";
import { type FilesToWrite, type FileToWrite, type WrittenFiles, writeFiles } from "./write-files.js";

/** Files travel together in buffers of this size, and so many of them are under way at most. */
const BUFFER = 1 << 20;
const BUFFERS = 4;
/** What is larger travels badly. */
export const LARGEST: number = BUFFER / 4;
/** A buffer with less than this left is sent: most files would not find room in it. */
const LEAST_SPACE = 1 << 16;

/** Is told the SHA-256 of a file, in hex. */
export type HashTold = (hash: string) => void;

/**
 * A second thread that writes files into a folder while the next ones are made: for the operating system a small
 * file is as much work as its text was for us. It takes their hashes as well, where those are not needed before. Buffers
 * go there and back, so that a slow disk holds up whoever makes files, and what waits is bounded.
 *
 * Files are on the disk when {@link WritingThread.end} is done. One that can't be written makes it, or an earlier
 * call, throw `output/unwritable`.
 */
export class WritingThread {
  readonly #root: string;
  readonly #worker: Worker;
  readonly #free: ArrayBuffer[] = [];
  #made = 0;
  #underWay = 0;
  #buffer: ArrayBuffer | null = null;
  #used = 0;
  #files: FileToWrite[] = [];
  /** Who is to be told the hashes of the files under way, in their order. */
  readonly #told: HashTold[] = [];
  #failure: { readonly error: unknown } | null = null;
  /** Told when a buffer comes back, or none will. */
  #waiting: (() => void) | null = null;

  constructor(root: string) {
    this.#root = root;
    // As source, so that it needs no file of its own wherever this package is bundled into. Bundlers that keep the
    // names of functions put calls of their helper in.
    this.#worker = new Worker(`const __name = (made) => made; (${writeFiles.toString()})()`, {
      eval: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 },
    });
    this.#worker.on("message", (written: WrittenFiles) => this.#took(written));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("The thread that writes files has ended.")));
  }

  /**
   * The rest of the buffer that is being filled, for the bytes of the next file. It is good until the next call of
   * {@link WritingThread.write}, which takes what stands at its beginning, or copies other bytes over it.
   */
  async space(): Promise<Uint8Array> {
    if (this.#used + LEAST_SPACE > BUFFER) this.#send();
    this.#buffer ??= await this.#nextBuffer();
    return new Uint8Array(this.#buffer, this.#used);
  }

  /**
   * Takes a file of at most {@link LARGEST} bytes; `path` is inside the folder. The bytes are copied, unless they stand
   * in the {@link WritingThread.space}. Hashes are told in the order of the files, all of them before
   * {@link WritingThread.end} is done.
   */
  async write(path: string, bytes: Uint8Array, told: HashTold | null = null): Promise<void> {
    if (bytes.buffer !== this.#buffer) {
      if (this.#used + bytes.length > BUFFER) this.#send();
      this.#buffer ??= await this.#nextBuffer();
      new Uint8Array(this.#buffer).set(bytes, this.#used);
    }
    this.#files.push([path, this.#used, this.#used + bytes.length, told !== null]);
    if (told !== null) this.#told.push(told);
    this.#used += bytes.length;
  }

  /** Waits until all files are written, and ends the thread. */
  async end(): Promise<void> {
    this.#send();
    while (this.#underWay > 0 && this.#failure === null) await this.#change();
    if (this.#failure !== null) throw this.#failure.error;
    await this.stop();
  }

  /** Ends the thread, whatever it is at; no file is written any more once this is done. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(): void {
    if (this.#buffer === null) return;
    const files: FilesToWrite = { root: this.#root, files: this.#files, buffer: this.#buffer };
    this.#worker.postMessage(files, [this.#buffer]);
    this.#underWay += 1;
    this.#buffer = null;
    this.#files = [];
    this.#used = 0;
  }

  async #nextBuffer(): Promise<ArrayBuffer> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure.error;
      const free = this.#free.pop();
      if (free !== undefined) return free;
      if (this.#made < BUFFERS) {
        this.#made += 1;
        return new ArrayBuffer(BUFFER);
      }
      await this.#change();
    }
  }

  #took({ buffer, hashes, failed }: WrittenFiles): void {
    this.#underWay -= 1;
    this.#free.push(buffer);
    for (const hash of hashes) this.#told.shift()?.(hash);
    if (failed !== null) {
      const { path, message, ...said } = failed;
      this.#fail(unwritable(join(this.#root, path), Object.assign(new Error(message), said)));
    }
    this.#waiting?.();
  }

  /** The first failure is the one that tells what happened. */
  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#waiting?.();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }
}
