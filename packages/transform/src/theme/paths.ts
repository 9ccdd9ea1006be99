import type { PostAddress } from "../select/selection.js";

/**
 * Where pages stand. These addresses are an API: they change only with a major version. Links name the
 * `index.html`, for a disk has no default pages; {@link publicPath} is what search engines and people are told.
 */
export const HOME_PATH = "index.html";
/** Leads on to the newest month, so that no other page changes when a month begins. */
export const LATEST_PATH = "latest/index.html";
export const ABOUT_PATH = "about/index.html";
export const NOT_FOUND_PATH = "404.html";
export const UNDATED_PATH = "undated/index.html";
export const TAGS_PATH = "tags/index.html";
export const GALLERY_PATH = "gallery/index.html";
export const STATISTICS_PATH = "statistics/index.html";
export const STYLE_PATH = "assets/site.css";
/** Styles of the pages that are not lists of posts: single posts, threads, gallery, statistics, tags, links. */
export const PAGES_STYLE_PATH = "assets/pages.css";
export const SCRIPT_PATH = "assets/site.js";

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

/** The thread that begins with the post of that page, as one article; `part` counts from 1. */
export function articlePath(post: string, part = 1): string {
  return within(post, part === 1 ? "thread" : `thread/part-${part}`);
}

/** The page of a picture or film of the post of that page; `number` counts its attachments from 1. */
export function picturePagePath(post: string, number: number): string {
  return within(post, `picture-${number}`);
}

/** The posts with a hashtag, by its slug; `part` counts from 1. */
export function tagPath(slug: string, part = 1): string {
  return part === 1 ? `tags/${slug}/index.html` : `tags/${slug}/part-${part}/index.html`;
}

/** Pictures of a year `YYYY`, or of the posts without a date; `part` counts from 1. */
export function galleryPath(year: string | null, part = 1): string {
  const folder = `gallery/${year ?? "undated"}`;
  return part === 1 ? `${folder}/index.html` : `${folder}/part-${part}/index.html`;
}

/** Links to what others posted; `part` counts from 1. */
export function linksPath(name: "boosts" | "likes" | "bookmarks", part = 1): string {
  return part === 1 ? `${name}/index.html` : `${name}/part-${part}/index.html`;
}

function within(page: string, folder: string): string {
  return page.replace(/index\.html$/, `${folder}/index.html`);
}

/** A copied media file. */
export function mediaPath(name: string): string {
  return `media/${name}`;
}

/** The address without its `index.html`, as a web server shows it. */
export function publicPath(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1");
}
