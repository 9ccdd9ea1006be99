import { runInNewContext } from "node:vm";
import { REGISTER } from "../src/search/format.js";
import { type IndexedPost, SearchIndexBuilder } from "../src/search/index.js";
import { SearchEngine } from "../src/search/search-engine.js";

/** A post of an index that says nothing but what it is given. */
export function indexed(given: Partial<IndexedPost> = {}): IndexedPost {
  return {
    page: "2024/05/01-abcdefgh",
    year: "2024",
    seconds: 1_714_557_600,
    kind: "post",
    language: "en",
    title: null,
    text: "",
    hiddenLinks: [],
    links: false,
    contentWarning: null,
    altTexts: [],
    options: [],
    hashtags: [],
    mentions: [],
    media: { image: false, video: false, audio: false },
    altMissing: false,
    unlisted: false,
    to: null,
    picture: null,
    account: 0,
    ...given,
  };
}

/** The files of an index, by name. */
export function indexOf(posts: readonly IndexedPost[]): ReadonlyMap<string, string> {
  const builder = new SearchIndexBuilder();
  const files = new Map<string, string>();
  const take = ({ name, text }: { readonly name: string; readonly text: string }): void => {
    if (files.has(name)) throw new Error(`written twice: ${name}`);
    files.set(name, text);
  };
  for (const post of posts) {
    builder.add(post);
    for (const file of builder.ready()) take(file);
  }
  for (const file of builder.end()) take(file);
  return files;
}

/** Runs a file of an index as a browser does, and gives what it hands over. */
function handedOver(script: string): unknown {
  let value: unknown;
  runInNewContext(script, {
    [REGISTER]: (_: string, given: unknown) => {
      value = given;
    },
  });
  return value;
}

/** An engine over files in memory, and the names of those it loaded. */
export async function engineOf(
  files: ReadonlyMap<string, string>,
): Promise<{ readonly engine: SearchEngine; readonly loaded: readonly string[] }> {
  const loaded: string[] = [];
  const engine = await SearchEngine.open(async (name) => {
    loaded.push(name);
    const script = files.get(name);
    if (script === undefined) throw new Error(`no such file: ${name}`);
    return handedOver(script);
  });
  return { engine, loaded };
}
