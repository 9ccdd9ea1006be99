import { hash as hashOf } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "../sinks/safe-path.js";
import { type HashTold, LARGEST, WritingThread } from "./writing-thread.js";

/** From so many files on a thread is worth its start. */
const MANY = 400;

/** The files of a folder that is being built: the first ones are written here, many by a second thread, if there may be one. */
export class FolderFiles {
  readonly #root: string;
  readonly #oneThread: boolean;
  /** The folder that was made last. */
  #lastFolder = "";
  #written = 0;
  #thread: WritingThread | null = null;

  constructor(root: string, oneThread: boolean) {
    this.#root = root;
    this.#oneThread = oneThread;
  }

  /** Where a file is to be written; the folder it lies in is there. */
  placeOf(path: string): string {
    const folder = folderOf(path);
    if (folder !== this.#lastFolder) {
      mkdirSync(join(this.#root, folder), { recursive: true });
      this.#lastFolder = folder;
    }
    return join(this.#root, path);
  }

  /** Where the bytes of the next file may be put, so that they need not be copied; `null` where that is no use. */
  async space(): Promise<Uint8Array | null> {
    return (await this.#thread?.space()) ?? null;
  }

  /**
   * Writes a file that is not there yet. It may be on the disk, and its hash told, only once {@link FolderFiles.end}
   * is done.
   */
  async write(path: string, bytes: Uint8Array, told: HashTold | null): Promise<void> {
    this.#written += 1;
    if (!this.#oneThread && this.#written > MANY && bytes.length <= LARGEST) {
      this.#thread ??= new WritingThread(this.#root);
      await this.#thread.write(path, bytes, told);
    } else {
      writeFileSync(this.placeOf(path), bytes, { flag: "wx" });
      told?.(hashOf("sha256", bytes, "hex"));
    }
  }

  /** Waits until all of them are on the disk. */
  async end(): Promise<void> {
    await this.#thread?.end();
    this.#thread = null;
  }

  /** Writes nothing more; safe to call at any time. */
  async stop(): Promise<void> {
    await this.#thread?.stop();
    this.#thread = null;
  }
}
