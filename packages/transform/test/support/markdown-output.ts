import {
  memoryLibrary,
  type OutputFile,
  type Selection,
  type SelectOptions,
  select,
} from "@archive/transform";
import { type MarkdownOptions, markdownTarget } from "@archive/transform/markdown";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { memorySource } from "./memory-source.js";

/** A picture of one pixel. */
export const PNG: Uint8Array = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (character) => character.charCodeAt(0),
);

/** What posts are selected from, and how. */
export interface Given {
  readonly media?: Readonly<Record<string, Uint8Array>>;
  readonly actor?: Readonly<Record<string, unknown>>;
  readonly select?: Omit<SelectOptions, "library">;
}

/** A selection of activities, as an archive would give it. */
export async function selectionFrom(activities: readonly object[], given: Given = {}): Promise<Selection> {
  const copies: unknown = JSON.parse(JSON.stringify({ activities, actor: given.actor }));
  const { selection } = await select(
    memorySource({ ...(copies as Parameters<typeof memorySource>[0]), media: given.media ?? {} }),
    { ...given.select, library: memoryLibrary() },
  );
  return selection;
}

/** The files of an output by path; those that are no text as Latin-1. */
export async function filesOf(
  selection: Selection,
  options: MarkdownOptions,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, content } of markdownTarget.render(selection, options)) {
    if (files.has(path)) throw new Error(`twice: ${path}`);
    files.set(path, await textOf(content));
  }
  return files;
}

async function textOf(content: OutputFile["content"]): Promise<string> {
  if (typeof content === "string") return content;
  if (content instanceof Uint8Array) return new TextDecoder().decode(content);
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of content) text += decoder.decode(chunk, { stream: true });
  return text;
}

/** The front matter as its own reader sees it, and what stands behind it. */
export function splitFile(file: string): { readonly data: Record<string, unknown>; readonly body: string } {
  const [, fence, front = "", body = ""] = /^(---|\+\+\+)\n(.*?)\n?\1\n(.*)$/s.exec(file) ?? [];
  if (fence === undefined) throw new Error("no front matter");
  return { data: (fence === "---" ? parseYaml(front) : parseToml(front)) ?? {}, body };
}

/** The files that hold posts. */
export function postFiles(files: ReadonlyMap<string, string>): readonly [path: string, file: string][] {
  return [...files].filter(
    ([path]) =>
      /(?:^|\/)(?:posts|Posts|_posts|undated)\/.*[^_]\.md$/.test(path) && !/(?:^|\/)_?index\.md$/.test(path),
  );
}
