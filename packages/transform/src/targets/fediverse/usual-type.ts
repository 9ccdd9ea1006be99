import type { Attachment } from "../../post/post.js";
import { extensionOf } from "./placed-media.js";

const USUAL = { image: "jpeg", video: "mp4", audio: "mpeg" } as const;
/** Endings that are no types. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["jpg", "jpeg"],
  ["svg", "svg+xml"],
  ["mp3", "mpeg"],
  ["m4a", "mp4"],
  ["mov", "quicktime"],
  ["ogv", "ogg"],
]);

/**
 * Where a document says no type, that of its address's ending, else the most usual one of its kind: fossilizer reads no
 * post with an attachment without one.
 */
export function usualType(kind: Attachment["kind"], url: string): string {
  if (kind === "unknown") return "application/octet-stream";
  const path = url.replace(/^https?:\/\/[^/]*|[?#].*$/gis, "");
  const ending = extensionOf(path).slice(1).toLowerCase();
  return `${kind}/${ending === "" ? USUAL[kind] : (TYPES.get(ending) ?? ending)}`;
}
