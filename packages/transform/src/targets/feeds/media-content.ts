import type { generateAtomFeed } from "feedsmith";
import type { FeedItem } from "./feed.js";
import { present } from "./present.js";
import { xmlText } from "./xml-text.js";

type Media = NonNullable<NonNullable<Parameters<typeof generateAtomFeed>[0]["entries"]>[number]["media"]>;

/** An item's media as Media RSS, which is where feed readers find alt texts. */
export function mediaContent({ media }: FeedItem): Media | undefined {
  if (media.length === 0) return undefined;
  return {
    contents: media.map(({ url, mediaType, medium, bytes, alt, width, height, duration }) =>
      present({
        url,
        type: mediaType,
        medium: medium ?? undefined,
        fileSize: bytes,
        width: width ?? undefined,
        height: height ?? undefined,
        duration: duration === null ? undefined : Math.round(duration),
        description: alt === null ? undefined : { value: xmlText(alt), type: "plain" },
      }),
    ),
  };
}
