/** The search page; its index lies beside it. */
export const SEARCH_PATH = "search/index.html";
export const SEARCH_FOLDER = "search";
export const SEARCH_SCRIPT_PATH = "assets/search.js";

/** Path of a file of the index by its name. */
export function indexPath(name: string): string {
  return `${SEARCH_FOLDER}/${name}.js`;
}
