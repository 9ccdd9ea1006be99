import type { RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import type { OutputFile } from "../target.js";
import type { MarkdownOptions } from "./options.js";
import { mediaPath, monthPath, postPath } from "./paths.js";
import { listLine, renderIndex, renderMonth } from "./render-index.js";
import { renderPost } from "./render-post.js";

/** Media first, for posts say which of their files are there; then the posts month by month; then the first page. */
export async function* renderFiles(
  selection: Selection,
  options: MarkdownOptions,
  run: RunOptions,
): AsyncGenerator<OutputFile, void, undefined> {
  const media = options.media !== false;
  if (media) {
    for await (const { name, bytes } of selection.media(run)) yield { path: mediaPath(name), content: bytes };
  }
  let items = 0;
  for (const { month } of selection.months()) {
    const lines: string[] = [];
    for await (const post of selection.posts("oldest", { month })) {
      run.signal?.throwIfAborted();
      const path = postPath(selection, post.key);
      if (path === null) continue;
      const content = renderPost(post, { selection, path, media });
      lines.push(listLine(post, path, month, selection));
      items += 1;
      run.onProgress?.({ file: path, bytes: content.length, items });
      yield { path, content };
    }
    yield { path: monthPath(month), content: renderMonth(month, lines) };
  }
  yield { path: "index.md", content: renderIndex(selection, media) };
}
