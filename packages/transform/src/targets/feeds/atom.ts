import { generateAtomFeed } from "feedsmith";
import type { FeedAuthor, FeedDocument, FeedItem, FeedPlace } from "./feed.js";
import { withHistoryMark } from "./history-mark.js";
import { mediaContent } from "./media-content.js";
import { present } from "./present.js";
import { xmlText } from "./xml-text.js";

const TYPE = "application/atom+xml";

/**
 * Writes a document as Atom.
 * Source: RFC 4287; Media RSS 1.5.1 for pictures and their alt texts, RFC 4685 for what a post answers.
 */
export function writeAtom({ head, place, items }: FeedDocument): string {
  const xml = generateAtomFeed(
    present({
      id: head.id,
      title: { value: xmlText(head.title), type: "text" },
      subtitle: head.description === "" ? undefined : { value: xmlText(head.description), type: "text" },
      updated: new Date(head.updated),
      authors: [personOf(head.author)],
      icon: head.icon ?? undefined,
      generator: { text: head.generator },
      links: [
        ...(head.home === null ? [] : [{ href: head.home, rel: "alternate", type: "text/html" }]),
        ...placeLinks(place, TYPE),
      ],
      entries: items.map((item) => entryOf(item, head.updated)),
      xml: head.language === null ? undefined : { lang: head.language },
    }),
  );
  return withHistoryMark(xml, "feed", place);
}

/** The links between the documents of a feed (RFC 5005 §4). */
export function placeLinks(
  { self, current, previous }: FeedPlace,
  type: string,
): { href: string; rel: string; type: string }[] {
  const all = { self, current, "prev-archive": previous };
  return Object.entries(all).flatMap(([rel, href]) => (href === null ? [] : [{ href, rel, type }]));
}

function personOf({ name, url }: FeedAuthor): { name: string; uri?: string } {
  return present({ name: xmlText(name), uri: url ?? undefined });
}

type Entry = NonNullable<Parameters<typeof generateAtomFeed>[0]["entries"]>[number];

function entryOf(item: FeedItem, feedUpdated: string): Entry {
  const updated = new Date(item.updated ?? item.published ?? feedUpdated);
  return present({
    id: item.id,
    title: { value: xmlText(item.label), type: "text" },
    published: item.published === null ? undefined : new Date(item.published),
    updated,
    authors: item.author === null ? undefined : [personOf(item.author)],
    summary: item.contentWarning === null ? undefined : { value: xmlText(item.contentWarning), type: "text" },
    content: { value: xmlText(item.html), type: "html" },
    categories: item.hashtags.map((term) => ({ term: xmlText(term), label: `#${xmlText(term)}` })),
    links: [
      ...(item.url === null ? [] : [{ href: item.url, rel: "alternate", type: "text/html" }]),
      ...item.media.map(({ url, mediaType, bytes }) => ({
        href: url,
        rel: "enclosure",
        type: mediaType,
        length: bytes,
      })),
    ],
    media: mediaContent(item),
    thr:
      item.inReplyTo === null ? undefined : { inReplyTos: [{ ref: item.inReplyTo, href: item.inReplyTo }] },
    xml: item.language === null ? undefined : { lang: item.language },
  });
}
