import type { RunOptions } from "@archive/schema";
import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import { postLabel } from "../post-label.js";
import type { OutputFile } from "../target.js";
import type { Article } from "./article.js";
import { articleOf, digestOf } from "./articles.js";
import type { ListLine, Output } from "./flavors/flavor.js";
import { frontMatter } from "./front-matter.js";
import type { MarkdownOptions } from "./options.js";
import { makeOutput } from "./output.js";
import { articlePlace } from "./places.js";
import { articleFile, digestEntry } from "./render-article.js";

const LONGEST_LABEL = 80;
/** Posts of a day or month go on in pieces of about this many characters. */
const PIECE = 65_536;
const encoder = new TextEncoder();

/** Media first, for posts say which of their files are there; then the project; then the posts, month by month. */
export async function* renderFiles(
  selection: Selection,
  options: MarkdownOptions,
  run: RunOptions,
): AsyncGenerator<OutputFile, void, undefined> {
  const output = makeOutput(selection, options);
  const { places, flavor } = output;
  if (output.media) {
    for await (const { name, bytes } of selection.media(run))
      yield { path: places.mediaPath(name), content: bytes };
  }
  const digests = output.split === "day" || output.split === "month";
  for (const { month } of selection.months()) {
    const lines: ListLine[] = [];
    yield* digests ? digestFiles(output, month, lines, run) : articleFiles(output, month, lines, run);
    yield* flavor.monthFiles?.(month, lines, output) ?? [];
  }
  yield* flavor.projectFiles(output);
}

async function* articleFiles(
  output: Output,
  month: string | null,
  lines: ListLine[],
  run: RunOptions,
): AsyncGenerator<OutputFile, void, undefined> {
  for await (const post of output.selection.posts("oldest", { month })) {
    run.signal?.throwIfAborted();
    const article = articleOf(post, output);
    if (article === null) continue;
    yield {
      path: article.place.path,
      content: output.template?.file(article) ?? articleFile(article, output),
    };
    lines.push(lineOf(article, post));
  }
}

/** One file a day or month, written on as its posts are read: a month may be as large as it likes. */
async function* digestFiles(
  output: Output,
  month: string | null,
  lines: ListLine[],
  run: RunOptions,
): AsyncGenerator<OutputFile, void, undefined> {
  const posts = output.selection.posts("oldest", { month })[Symbol.asyncIterator]();
  let next = await posts.next();
  // What is read is a month: only days have to be told apart, and to ask where a post stands costs a look-up.
  const belongs = (post: PublishedPost, { name }: Article): boolean =>
    output.split === "month" ||
    articlePlace(output.split, output.selection.address(post.key)?.day ?? null, "").stem === name.stem;

  async function* piecesOf(article: Article): AsyncGenerator<Uint8Array, void, undefined> {
    let text = frontMatter(output.flavor.frontMatter(article, output), output.fence);
    while (next.done !== true && belongs(next.value, article)) {
      run.signal?.throwIfAborted();
      text += `\n${digestEntry({ post: next.value, depth: 0, branches: false }, article, output)}`;
      if (text.length > PIECE) {
        yield encoder.encode(text);
        text = "";
      }
      next = await posts.next();
    }
    yield encoder.encode(text);
  }

  while (next.done !== true) {
    const article = digestOf(next.value, output);
    const content = piecesOf(article);
    lines.push({ path: article.place.path, day: null, label: article.title, people: [] });
    yield { path: article.place.path, content };
    // A sink that did not want the file has left its posts unread.
    for await (const piece of content) void piece;
  }
}

function lineOf(article: Article, head: PublishedPost): ListLine {
  const people = new Map<string, string | null>();
  for (const { post } of article.entries) {
    for (const tag of post.tags)
      if (tag.kind === "mention") people.set(tag.name, people.get(tag.name) ?? tag.url);
  }
  const { year, month, day } = article.name;
  return {
    path: article.place.path,
    day: day === null ? null : `${year}-${month}-${day}`,
    label: postLabel(head, LONGEST_LABEL),
    people: [...people].map(([name, url]) => ({ name, url })),
  };
}
