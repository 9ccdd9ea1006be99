import type { SearchClientStrings } from "../strings/search-strings.js";

/** What the search page tells its script, as a block of data. */
export interface SearchSetup {
  /** From the page to the root of the site. */
  readonly root: string;
  /** From the page to the files of the index. */
  readonly files: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly words: SearchClientStrings;
  /** Who wrote the posts, with the number of each one's colour, where it is not one person. */
  readonly people?: readonly { readonly name: string; readonly mark: number | null }[] | undefined;
}

/** Where the block lies in the page. */
export const SETUP_ID = "search-setup";
/** How many results are shown at once. */
export const RESULTS = 10;
