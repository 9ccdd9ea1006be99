import type { PostAddress } from "../select/selection.js";

/**
 * Where pages stand. These addresses are an API: they change only with a major version. Links name the
 * `index.html`, for a disk has no default pages; {@link publicPath} is what search engines and people are told.
 */
export const HOME_PATH = "index.html";
export const ABOUT_PATH = "about/index.html";
export const NOT_FOUND_PATH = "404.html";
export const UNDATED_PATH = "undated/index.html";
export const STYLE_PATH = "assets/site.css";

/** The overview of a year, `YYYY`. */
export function yearPath(year: string): string {
  return `${year}/index.html`;
}

/** The posts of a month, `YYYY-MM`, or of none; `part` counts from 1. */
export function monthPath(month: string | null, part = 1): string {
  const folder = month === null ? "undated" : month.replace("-", "/");
  return part === 1 ? `${folder}/index.html` : `${folder}/part-${part}/index.html`;
}

/** The page of a post. */
export function postPath(address: PostAddress): string {
  if (address.day === null) return `undated/${address.short}/index.html`;
  const [year, month, day] = address.day.split("-");
  return `${year}/${month}/${day}-${address.short}/index.html`;
}

/** A copied media file. */
export function mediaPath(name: string): string {
  return `media/${name}`;
}

/** The address without its `index.html`, as a web server shows it. */
export function publicPath(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1");
}
