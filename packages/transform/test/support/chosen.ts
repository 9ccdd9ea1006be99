import { statusUri, TESS } from "@archive/fixtures";
import type { Diagnostic, JsonObject } from "@archive/schema";
import {
  type Library,
  memoryLibrary,
  type PublishedPost,
  type Selection,
  type SelectOptions,
  type SelectReport,
  select,
} from "@archive/transform";
import { collect, memorySource } from "./memory-source.js";

export type ChoosingOptions = Omit<SelectOptions, "library">;

/** The id of a post of the account whose posts {@link chosen} chooses from. */
export const uri = (id: string): string => statusUri(TESS, id);

/** An activity as it comes out of a file. */
export const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

/** Fields of a post that is not selected unless asked for. */
export const SECRET = { visibility: "followers" } as const;

/** What was chosen, and of what. */
export interface ChosenPosts {
  readonly selection: Selection;
  readonly report: SelectReport;
  /** Oldest first. */
  readonly posts: readonly PublishedPost[];
  readonly diagnostics: Diagnostic[];
  readonly library: Library;
}

/** Selects among activities, in memory. */
export async function chosen(
  activities: readonly object[],
  options: ChoosingOptions = {},
  media: Readonly<Record<string, Uint8Array>> = {},
): Promise<ChosenPosts> {
  const diagnostics: Diagnostic[] = [];
  const source = memorySource({ activities: activities.map(json), media });
  const library = memoryLibrary();
  const run = { onDiagnostic: (found: Diagnostic) => void diagnostics.push(found) };
  const { selection, report } = await select(source, { ...options, library }, run);
  const posts = await collect(selection.posts("oldest"));
  return { selection, report, posts, diagnostics, library };
}

/** The last part of each post's id: the number it was made with. */
export function ids(posts: readonly PublishedPost[]): readonly (string | undefined)[] {
  return posts.map((post) => post.id?.replace(/.*\//, ""));
}
