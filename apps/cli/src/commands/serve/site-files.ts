import { createWriteStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { RunOptions } from "@archive/schema";
import type { Selection } from "@archive/transform";
import type { LiveSite } from "@archive/transform/html";

/** A file on the disk. */
export interface StoredFile {
  readonly path: string;
  readonly mediaType: string;
}

/** Files of a served site that are no pages: media are copied once, the search index is made when it is asked for. */
export class SiteFiles {
  readonly #folder: string;
  readonly #media = new Map<string, StoredFile>();
  readonly #index = new Set<string>();
  #indexing: Promise<void> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Copies the media of selected posts; pages say of what is not here that it is missing. */
  async copyMedia(selection: Selection, run: RunOptions): Promise<void> {
    const folder = join(this.#folder, "media");
    await mkdir(folder);
    for await (const { name, mediaType, bytes } of selection.media(run)) {
      run.signal?.throwIfAborted();
      const path = join(folder, name);
      await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
      this.#media.set(name, { path, mediaType });
    }
  }

  /** A media file by its name; names that were not copied lead nowhere. */
  media(name: string): StoredFile | null {
    return this.#media.get(name) ?? null;
  }

  /** A file of the search index. The first time all of them are made; who comes meanwhile waits. */
  async index(name: string, site: LiveSite): Promise<string | null> {
    this.#indexing ??= this.#makeIndex(site).catch((error: unknown) => {
      this.#indexing = null;
      throw error;
    });
    await this.#indexing;
    return this.#index.has(name) ? readFile(join(this.#folder, "search", name), "utf8") : null;
  }

  async #makeIndex(site: LiveSite): Promise<void> {
    const folder = join(this.#folder, "search");
    await mkdir(folder, { recursive: true });
    for await (const { path, content } of site.searchIndex()) {
      const name = path.split("/").at(-1) ?? "";
      if (typeof content !== "string") continue;
      await writeFile(join(folder, name), content, { mode: 0o600 });
      this.#index.add(name);
    }
  }
}
