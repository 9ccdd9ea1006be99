import { packZip } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import {
  memoryLibrary,
  memorySink,
  type Post,
  type PublishedPost,
  type Selection,
  type SelectOptions,
  select,
  type Target,
  writeOutput,
} from "@archive/transform";
import type { FediverseOptions } from "@archive/transform/fediverse";
import { toText } from "../../src/content/to-text.js";
import { RefusedPosts } from "../../src/targets/fediverse/refused-posts.js";

type Source = Parameters<typeof select>[0];

/** Everything that may be selected. */
export const EVERYTHING: Omit<SelectOptions, "library"> = {
  visibility: ["public", "unlisted", "followers", "direct", "unknown"],
  documents: true,
  collections: ["likes", "bookmarks", "following", "followers", "blocks", "mutes", "lists", "domainBlocks"],
};

/** A selection of a source, all of it unless told. */
export async function selecting(source: Source, options: Partial<SelectOptions> = {}): Promise<Selection> {
  const { selection } = await select(source, { ...EVERYTHING, ...options, library: memoryLibrary() });
  return selection;
}

/** The files a target without options makes. */
export function filesOf(
  target: Target<FediverseOptions>,
  selection: Selection,
): Promise<ReadonlyMap<string, Uint8Array>> {
  return filesWith(target, selection, {});
}

/** The files a target makes. */
export async function filesWith<Options>(
  target: Target<Options>,
  selection: Selection,
  options: Options,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const sink = memorySink();
  const manifest = { tool: "test", version: "1.0.0", command: `convert ${target.name}` };
  await writeOutput({ target, selection, options, sink, manifest });
  return new Map([...sink.files].filter(([path]) => !path.split("/").at(-1)?.startsWith(".")));
}

/** Opens files as an archive in one zip. */
export async function reopened(files: ReadonlyMap<string, Uint8Array>, account?: string) {
  const bytes = await packZip(new Map(files));
  return openArchive(bytes, account === undefined ? {} : { account });
}

/** The posts a target takes, without links to private ones that it leaves out, and why it leaves those out. */
export async function split(target: Pick<Target<never>, "accepts">, selection: Selection) {
  const taken: PublishedPost[] = [];
  const refused = new Map<string, number>();
  const hidden = new RefusedPosts();
  for await (const post of selection.posts("oldest")) {
    const reason = target.accepts?.(post, selection) ?? null;
    if (reason === null) taken.push(post);
    else {
      refused.set(reason, (refused.get(reason) ?? 0) + 1);
      hidden.add(post, null);
    }
  }
  return { taken: taken.map((post) => hidden.hiddenFrom(post)), refused };
}

/** What of a post every reader must see again, in a form that two posts can be compared by. */
export function essence(post: Post, selection: Selection, taken: (key: string) => boolean = () => true) {
  const { attachments, content, title, audience, tags, inReplyTo, quote, boostOf } = post;
  const ref = (value: Post["inReplyTo"]): string | null =>
    value === null || value.kind === "withheld"
      ? null
      : value.kind === "remote"
        ? value.url
        : taken(value.key)
          ? (selection.post(value.key)?.id ?? null)
          : null;
  return {
    id: post.id,
    kind: post.kind,
    published: post.published,
    updated: post.updated,
    url: post.url,
    visibility: audience.visibility === "unknown" ? "direct" : audience.visibility,
    language: post.language,
    title,
    content,
    text: content === null ? "" : toText(content),
    contentWarning: post.contentWarning,
    sensitive: post.sensitive,
    poll: post.poll,
    event: post.event,
    counts: post.counts,
    inReplyTo: ref(inReplyTo),
    quote: ref(quote),
    boostOf: ref(boostOf),
    mentions: tags.filter(({ kind }) => kind === "mention"),
    hashtags: tags.filter(({ kind }) => kind === "hashtag"),
    emoji: tags.filter(({ kind }) => kind === "emoji"),
    attachments: attachments
      .map((each) => ({ each, state: stateOf(each.media, selection) }))
      .map(({ each, state }) => ({
        kind: each.kind,
        alt: each.alt,
        remoteUrl: each.remoteUrl,
        focalPoint: each.focalPoint,
        // What the document did not say is read off the file.
        width: each.width ?? state?.width ?? null,
        height: each.height ?? state?.height ?? null,
        blurhash: each.blurhash,
        duration: each.duration,
        hasFile: state !== null,
      })),
  };
}

function stateOf(key: string | null, selection: Selection) {
  const state = key === null ? null : selection.mediaState(key);
  return state?.state === "present" ? state : null;
}
