import type { PostKey } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";

const DAY = /^(\d{4,})-(\d{2})-(\d{2})$/;

/** Path of a post's file; `null` for a post that is not in the selection. */
export function postPath(selection: Selection, key: PostKey): string | null {
  const address = selection.address(key);
  if (address === null) return null;
  const [, year, month, day] = DAY.exec(address.day ?? "") ?? [];
  return year === undefined
    ? `posts/undated/${address.short}.md`
    : `posts/${year}/${month}/${day}-${address.short}.md`;
}

/** Path of a month's list; `null` stands for the posts without a date. */
export function monthPath(month: string | null): string {
  return month === null ? "posts/undated/index.md" : `posts/${month.replace("-", "/")}/index.md`;
}

/** Path of a media file by its name. */
export function mediaPath(name: string): string {
  return `media/${name}`;
}

/** How one file of the output points at another. */
export function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return [...here.slice(same).map(() => ".."), ...there.slice(same)].join("/");
}
