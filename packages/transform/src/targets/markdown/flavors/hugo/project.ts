import { stringify } from "smol-toml";
import type { OutputFile } from "../../../target.js";
import { frontMatter } from "../../front-matter.js";
import type { Output } from "../flavor.js";
import { profileOf } from "../generator.js";
import { STYLE } from "../style.js";
import { PARTIALS, TEMPLATES } from "./layouts.js";

/** Everything Hugo needs beside posts and media to build a site. */
export function* hugoProject(output: Output): Generator<OutputFile> {
  yield { path: "hugo.toml", content: config(output) };
  const { data, body } = profileOf(output);
  yield { path: "content/_index.md", content: `${frontMatter(data, output.fence)}\n${body}\n` };
  yield { path: "content/posts/_index.md", content: frontMatter({ title: "Posts" }, output.fence) };
  yield { path: "static/assets/style.css", content: STYLE };
  for (const [old, recent, content] of TEMPLATES) {
    yield { path: `layouts/${old}`, content };
    if (recent !== old) yield { path: `layouts/${recent}`, content };
  }
  for (const [name, content] of Object.entries(PARTIALS)) yield { path: `layouts/partials/${name}`, content };
}

function config({ title, baseUrl, selection }: Output): string {
  return `${stringify({ baseURL: baseUrl ?? "https://example.org/", title, timeZone: selection.timeZone })}
# Posts may lie in the future of the machine that builds.
buildFuture = true
enableEmoji = false

[taxonomies]
tag = "tags"
author = "authors"

# Text shows as written: no addresses turned into links, no quotes and dashes made pretty.
[markup.goldmark.extensions]
linkify = false
typographer = false

# What Markdown has no sign for (u, sub, sup, ruby, the language of a phrase) is HTML. Nothing else in the
# posts is: every \`<\` of a text was written as an entity.
[markup.goldmark.renderer]
unsafe = true
`;
}
