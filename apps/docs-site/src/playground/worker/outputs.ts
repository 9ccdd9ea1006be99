import type { RunOptions } from "@archive/schema";
import type { OutputFile, Selection, SelectOptions, Target } from "@archive/transform";
import type { OutputRequest } from "../protocol.js";

/** A target with its options filled in, and what to call what comes of it. */
export interface BoundOutput {
  readonly isSingleFile: boolean;
  /** The end of the download's name. */
  readonly suffix: string;
  readonly mediaType: string;
  /** What it needs of a selection beside what was asked for. */
  readonly needs: Partial<SelectOptions>;
  readonly losses: readonly string[];
  render(selection: Selection, run: RunOptions): AsyncIterable<OutputFile>;
}

interface Naming {
  readonly suffix: string;
  /** Of a single file; a zip without it. */
  readonly mediaType?: string;
  readonly needs?: Partial<SelectOptions>;
}

/** Loads a target and fills its options in: each is a part of the code that is loaded when it is wanted. */
export async function bindOutput({ output, flavor, media }: OutputRequest): Promise<BoundOutput> {
  switch (output) {
    case "html": {
      const { htmlTarget } = await import("@archive/transform/html");
      return bound(htmlTarget, { media }, { suffix: "site.zip" });
    }
    case "markdown": {
      const { MARKDOWN_FLAVORS, markdownTarget } = await import("@archive/transform/markdown");
      const known = MARKDOWN_FLAVORS.find((each) => each === flavor) ?? "plain";
      return bound(markdownTarget, { media, flavor: known }, { suffix: `${known}-markdown.zip` });
    }
    case "atom": {
      const { atomTarget } = await import("@archive/transform/feeds");
      return bound(atomTarget, { single: true }, { suffix: "posts.atom", mediaType: "application/atom+xml" });
    }
    case "rss": {
      const { rssTarget } = await import("@archive/transform/feeds");
      return bound(rssTarget, { single: true }, { suffix: "posts.rss", mediaType: "application/rss+xml" });
    }
    case "jsonfeed": {
      const { jsonFeedTarget } = await import("@archive/transform/feeds");
      const naming = { suffix: "feed.json", mediaType: "application/feed+json" };
      return bound(jsonFeedTarget, { single: true }, naming);
    }
    case "csv": {
      const { csvTarget } = await import("@archive/transform/data");
      return bound(csvTarget, {}, { suffix: "posts.csv", mediaType: "text/csv" });
    }
    case "ndjson": {
      const { ndjsonTarget } = await import("@archive/transform/data");
      return bound(ndjsonTarget, {}, { suffix: "posts.ndjson", mediaType: "application/x-ndjson" });
    }
    case "text": {
      const { textTarget } = await import("@archive/transform/data");
      return bound(textTarget, {}, { suffix: "posts.txt", mediaType: "text/plain" });
    }
    case "activitystreams": {
      const { activitystreamsTarget } = await import("@archive/transform/fediverse");
      return bound(activitystreamsTarget, {}, { suffix: "activitystreams.zip", needs: { documents: true } });
    }
  }
}

function bound<Options>(target: Target<Options>, options: Options, naming: Naming): BoundOutput {
  const { suffix, mediaType = "application/zip", needs = {} } = naming;
  return {
    isSingleFile: naming.mediaType !== undefined,
    suffix,
    mediaType,
    needs,
    losses: lossesOf(target),
    render: (selection, run) => target.render(selection, options, run),
  };
}

function lossesOf({ support }: Pick<Target<never>, "support">): readonly string[] {
  return Object.entries(support).flatMap(([feature, kept]) => {
    if (kept === "kept") return [];
    const name = feature.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return [kept === "dropped" ? `${name}: left out` : `${name}: ${kept.degraded}`];
  });
}
