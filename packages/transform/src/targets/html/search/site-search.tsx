import type { PublishedPost } from "../../../post/post.js";
import { type IndexFile, SearchIndexBuilder } from "../../../search/index.js";
import type { PostAddress } from "../../../select/selection.js";
import { documentText } from "../../../theme/markup.js";
import { searchScript } from "../../../theme/search/generated/search-script.js";
import { SEARCH_FOLDER, SEARCH_PATH, SEARCH_SCRIPT_PATH } from "../../../theme/search/paths.js";
import { SearchPage } from "../../../theme/search/search-page.js";
import { pageAt, type Site } from "../../../theme/site.js";
import type { OutputFile } from "../../target.js";
import { indexedPostOf } from "./indexed-post-of.js";

/** The search of a site: takes posts in as their pages are written, oldest first. */
export class SiteSearch {
  readonly #site: Site;
  readonly #index = new SearchIndexBuilder();

  constructor(site: Site) {
    this.#site = site;
  }

  /** Adds a post; boosts are passed over. Gives the files that are full. */
  *add(post: PublishedPost, address: PostAddress): Generator<OutputFile> {
    const indexed = indexedPostOf(this.#site, post, address);
    if (indexed === null) return;
    this.#index.add(indexed);
    for (const file of this.#index.ready()) yield outputFile(file);
  }

  /** The rest of the index. */
  *end(): Generator<OutputFile> {
    for (const file of this.#index.end()) yield outputFile(file);
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

function outputFile({ name, text }: IndexFile): OutputFile {
  return { path: `${SEARCH_FOLDER}/${name}.js`, content: text };
}
