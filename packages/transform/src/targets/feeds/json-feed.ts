import { isJsonObject } from "@archive/schema";
import { generateJsonFeed } from "feedsmith";
import type { FeedAuthor, FeedDocument, FeedItem } from "./feed.js";
import { present } from "./present.js";

/**
 * Writes a document as JSON Feed. Its `next_url` leads to older posts, as the format has it.
 * Source: JSON Feed 1.1.
 */
export function writeJsonFeed({ head, place, items }: FeedDocument): string {
  const feed = generateJsonFeed(
    present({
      title: head.title,
      description: head.description === "" ? undefined : head.description,
      home_page_url: head.home ?? undefined,
      feed_url: place.self ?? undefined,
      next_url: place.previous ?? undefined,
      icon: head.icon ?? undefined,
      language: head.language ?? undefined,
      authors: [personOf(head.author)],
      items: items.map(itemOf),
    }),
  );
  // Last of all and also when there are none: the library leaves an empty list out, which the format demands.
  const { items: written = [], ...rest } = isJsonObject(feed) ? feed : {};
  return `${JSON.stringify({ ...rest, items: written }, null, 2)}\n`;
}

function personOf({ name, url }: FeedAuthor): { name: string; url?: string } {
  return present({ name, url: url ?? undefined });
}

type Item = NonNullable<Parameters<typeof generateJsonFeed>[0]["items"]>[number];

function itemOf(item: FeedItem): Item {
  return present({
    id: item.id,
    url: item.url ?? undefined,
    title: item.title ?? undefined,
    summary: item.contentWarning ?? undefined,
    content_html: item.html,
    date_published: item.published === null ? undefined : new Date(item.published),
    date_modified: item.updated === null ? undefined : new Date(item.updated),
    tags: item.hashtags.length === 0 ? undefined : [...item.hashtags],
    language: item.language ?? undefined,
    authors: item.author === null ? undefined : [personOf(item.author)],
    image: item.media.find(({ medium }) => medium === "image")?.url,
    attachments:
      item.media.length === 0
        ? undefined
        : item.media.map(({ url, mediaType, bytes, alt, duration }) =>
            present({
              url,
              mime_type: mediaType,
              title: alt ?? undefined,
              size_in_bytes: bytes,
              duration_in_seconds: duration ?? undefined,
            }),
          ),
  });
}
