import type { PublishedPost } from "../../../post/post.js";
import { type IndexFile, type IndexMaker, indexMaker, type PostToIndex } from "../../../search/index.js";
import type { PostAddress } from "../../../select/selection.js";
import { documentText } from "../../../theme/markup.js";
import { searchScript } from "../../../theme/search/generated/search-script.js";
import { indexPath, SEARCH_PATH, SEARCH_SCRIPT_PATH } from "../../../theme/search/paths.js";
import { SearchPage } from "../../../theme/search/search-page.js";
import { pageAt, type Site } from "../../../theme/site.js";
import type { OutputFile } from "../../target.js";
import { postToIndex } from "./posts-to-index.js";

/** Posts that are handed on at once, and how many such pieces may be under way. */
const PIECE = 200;
const UNDER_WAY = 4;

/** What makes the index of a site, from its first post or from an earlier index. */
export type SearchMaker = Omit<IndexMaker, "goOnFrom">;

/**
 * The search of a site: takes posts in as their pages are written, oldest first. Full files are told of some pieces
 * later, so that what makes the index may work meanwhile, and in the same order wherever it does.
 */
export class SiteSearch {
  readonly #site: Site;
  readonly #maker: SearchMaker;
  #piece: PostToIndex[] = [];
  readonly #answers: Promise<readonly IndexFile[]>[] = [];
  /** The first of the files that are left when all posts are in. */
  #rest: Promise<readonly IndexFile[]> | null = null;

  constructor(site: Site, maker: SearchMaker = indexMaker()) {
    this.#site = site;
    this.#maker = maker;
  }

  /** Adds a post; boosts are passed over. */
  add(post: PublishedPost, address: PostAddress): void {
    const made = postToIndex(this.#site, post, address);
    if (made !== null) this.#piece.push(made);
  }

  /** Whether there may be files. */
  get isDue(): boolean {
    return this.#piece.length >= PIECE;
  }

  /** Files that are full. */
  async *files(): AsyncGenerator<OutputFile> {
    this.#handOn();
    if (this.#answers.length > UNDER_WAY) yield* outputFiles(await this.#answers.shift());
  }

  /** Says that all posts are in: what is left may be put in order while other pages are made. */
  close(): void {
    this.#handOn();
    this.#rest = this.#maker.rest();
    // It is waited for later: until then a failure is no error that nobody sees.
    this.#rest.catch(() => undefined);
  }

  /** The rest of the index. */
  async *end(): AsyncGenerator<OutputFile> {
    if (this.#rest === null) this.close();
    for (const answer of this.#answers.splice(0)) yield* outputFiles(await answer);
    let files = await this.#rest;
    while (files !== null && files.length > 0) {
      yield* outputFiles(files);
      files = await this.#maker.rest();
    }
  }

  /** Lets go of what makes the index; safe to call at any time. */
  stop(): void {
    this.#maker.stop();
  }

  #handOn(): void {
    this.#answers.push(this.#maker.add(this.#piece));
    this.#piece = [];
  }
}

/** The page and its script; they need nothing of the posts. */
export function searchPages(site: Site): readonly OutputFile[] {
  const page = pageAt(site, SEARCH_PATH);
  return [
    { path: SEARCH_SCRIPT_PATH, content: searchScript },
    { path: page.path, content: documentText(<SearchPage page={page} />) },
  ];
}

function outputFiles(files: readonly IndexFile[] = []): readonly OutputFile[] {
  return files.map(({ name, text }) => ({ path: indexPath(name), content: text }));
}
