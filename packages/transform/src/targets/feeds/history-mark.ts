import type { FeedPlace } from "./feed.js";

const NAMESPACE = "http://purl.org/syndication/history/1.0";

/**
 * Marks a document as a complete feed or as an archive document (RFC 5005 §2 and §4), which the library that
 * writes feeds can't say. `container` is the element that the mark stands in: its start tag comes before anything
 * an author wrote.
 */
export function withHistoryMark(xml: string, container: "feed" | "channel", { kind }: FeedPlace): string {
  if (kind === "subscription") return xml;
  const start = new RegExp(`<${container}(?: [^>]*)?>`);
  return xml.replace(start, (tag) => `${tag}\n<fh:${kind} xmlns:fh="${NAMESPACE}"/>`);
}
