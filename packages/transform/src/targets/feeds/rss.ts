import { generateRssFeed } from "feedsmith";
import { placeLinks } from "./atom.js";
import type { FeedDocument, FeedItem } from "./feed.js";
import { withHistoryMark } from "./history-mark.js";
import { mediaContent } from "./media-content.js";
import { present } from "./present.js";
import { xmlText } from "./xml-text.js";

const TYPE = "application/rss+xml";

/**
 * Writes a document as RSS 2.0 with the whole text in `content:encoded`. A post without a title has none here
 * either, as RSS allows; the first words would stand twice in a reader.
 * Source: RSS 2.0.11, RSS Best Practices Profile, Media RSS 1.5.1.
 */
export function writeRss({ head, place, items }: FeedDocument): string {
  const link = head.home ?? head.id;
  const xml = generateRssFeed(
    present({
      title: xmlText(head.title),
      link,
      description: xmlText(head.description === "" ? head.title : head.description),
      language: head.language ?? undefined,
      lastBuildDate: new Date(head.updated),
      generator: head.generator,
      image: head.icon === null ? undefined : { url: head.icon, title: xmlText(head.title), link },
      atom: { links: placeLinks(place, TYPE) },
      items: items.map((item) => itemOf(item, head.author.name)),
    }),
  );
  return withHistoryMark(xml, "channel", place);
}

type Item = NonNullable<Parameters<typeof generateRssFeed>[0]["items"]>[number];

function itemOf(item: FeedItem, author: string): Item {
  const title = item.title ?? item.contentWarning;
  const [first] = item.media;
  return present({
    title: title === null ? undefined : xmlText(title),
    link: item.url ?? undefined,
    description: xmlText(item.contentWarning ?? item.label),
    content: { encoded: xmlText(item.html) },
    guid: { value: item.id, isPermaLink: item.id === item.url },
    pubDate: item.published === null ? undefined : new Date(item.published),
    categories: item.hashtags.map((name) => ({ name: xmlText(name) })),
    // More than one enclosure confuses readers (Best Practices Profile); Media RSS has them all.
    enclosures:
      first === undefined ? undefined : [{ url: first.url, length: first.bytes, type: first.mediaType }],
    media: mediaContent(item),
    dc: { creators: [xmlText(item.author?.name ?? author)] },
  });
}
