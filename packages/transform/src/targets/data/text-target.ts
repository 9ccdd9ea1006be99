import { plainText } from "../../content/plain-text.js";
import { toText } from "../../content/to-text.js";
import type { Feature } from "../../post/features.js";
import type { Post } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import type { Support, Target } from "../target.js";
import { ROW_OPTIONS_SCHEMA, type RowOptions } from "./options.js";
import { ROW_SUPPORT } from "./support.js";
import { postChunks } from "./text-chunks.js";

const FILE = "posts.txt";

const SUPPORT: Readonly<Record<Feature, Support>> = {
  ...ROW_SUPPORT,
  contentWarnings: { degraded: "before the text, which is not hidden" },
  media: "dropped",
  polls: { degraded: "the options, without votes" },
  customEmoji: { degraded: "shown by name, as :code:" },
  mentions: { degraded: "in the text" },
  hashtags: { degraded: "in the text" },
  threads: "dropped",
  replies: "dropped",
  quotes: "dropped",
  boosts: { degraded: "the boosted post’s address" },
  edits: "dropped",
  languages: "dropped",
  visibility: "dropped",
};

/**
 * One line a post, oldest first, for `grep` and `less`: time, address and all its words, with tabs between them.
 * Inside a post, ` ⏎ ` stands for a line end; there are no other control characters.
 *
 * @example
 * ```ts
 * import { textTarget } from "@archive/transform/data";
 * for await (const { path, content } of textTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const textTarget: Target<RowOptions> = {
  name: "text",
  purpose: "publish",
  singleFile: true,
  optionsSchema: ROW_OPTIONS_SCHEMA,
  support: SUPPORT,
  async *render(selection, _, run = {}) {
    const write = (post: Post): string => lineOf(post, selection);
    yield { path: FILE, content: postChunks(selection, { path: FILE, write }, run) };
  },
};

function lineOf(post: Post, selection: Selection): string {
  return `${[post.published ?? "", post.url ?? post.id ?? "", wordsOf(post, selection)].map(oneLine).join("\t")}\n`;
}

/** Everything a person may search for. */
function wordsOf(post: Post, selection: Selection): string {
  const { boostOf } = post;
  const boosted = boostOf?.kind === "own" ? (selection.post(boostOf.key)?.url ?? null) : null;
  const parts = [
    post.title,
    post.contentWarning === null ? null : `[${post.contentWarning}]`,
    post.content === null ? null : toText(post.content),
    ...(post.poll?.options ?? []).map(({ name }) => `( ) ${name}`),
    ...post.attachments.map(({ alt }) => (alt === null ? null : `[${alt}]`)),
    boostOf === null ? null : `♺ ${boostOf.kind === "remote" ? boostOf.url : (boosted ?? "")}`.trimEnd(),
  ];
  return parts.filter((part) => part !== null && part !== "").join("\n");
}

const SPLIT = /[\t\n\f\r\u2028\u2029]/;

function oneLine(text: string): string {
  const clean = plainText(text);
  const line = SPLIT.test(clean)
    ? clean.replace(/\t/g, " ").replace(/\s*[\n\f\r\u2028\u2029]+\s*/g, " ⏎ ")
    : clean;
  return line.trim();
}
