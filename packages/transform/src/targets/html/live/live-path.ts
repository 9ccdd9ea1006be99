/** What a path of the site means. */
export type LivePath =
  | { readonly kind: "month"; readonly month: string | null }
  | {
      readonly kind: "post" | "thread" | "picture";
      readonly month: string | null;
      readonly day: string | null;
      readonly short: string;
    }
  | { readonly kind: "year"; readonly year: string }
  | { readonly kind: "tag"; readonly slug: string }
  | { readonly kind: "gallery" }
  | { readonly kind: "links"; readonly name: string }
  | { readonly kind: "other" };

const POST = /^(?:(\d{4,6})\/(\d{2})\/(\d{2})-|undated\/)([a-z0-9]+)\/(.*)index\.html$/;
const MONTH = /^(?:(\d{4,6})\/(\d{2})|undated)\/(?:part-\d+\/)?index\.html$/;

/** Reads a path as the site writes it. */
export function readLivePath(path: string): LivePath {
  const month = MONTH.exec(path);
  if (month !== null)
    return { kind: "month", month: month[1] === undefined ? null : `${month[1]}-${month[2]}` };
  const post = POST.exec(path);
  if (post !== null) {
    const [, year, number, day, short = "", rest = ""] = post;
    const dated = year === undefined ? null : `${year}-${number}`;
    const at = { month: dated, day: dated === null ? null : `${dated}-${day}`, short };
    if (rest === "") return { kind: "post", ...at };
    if (rest.startsWith("thread/")) return { kind: "thread", ...at };
    return rest.startsWith("picture-") ? { kind: "picture", ...at } : { kind: "other" };
  }
  const year = /^(\d{4,6})\/index\.html$/.exec(path)?.[1];
  if (year !== undefined) return { kind: "year", year };
  const slug = /^tags\/([^/]+)\/(?:part-\d+\/)?index\.html$/.exec(path)?.[1];
  if (slug !== undefined) return { kind: "tag", slug };
  if (path.startsWith("gallery/")) return { kind: "gallery" };
  const links = /^(boosts|likes|bookmarks)\//.exec(path)?.[1];
  return links === undefined ? { kind: "other" } : { kind: "links", name: links };
}
