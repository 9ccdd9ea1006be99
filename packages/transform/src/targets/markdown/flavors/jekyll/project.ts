import { stringify } from "yaml";
import type { OutputFile } from "../../../target.js";
import { frontMatter } from "../../front-matter.js";
import type { Output } from "../flavor.js";
import { profileOf } from "../generator.js";
import { STYLE } from "../style.js";
import { INCLUDES, LAYOUTS, PAGES } from "./layouts.js";
import { REDIRECTS_PLUGIN } from "./redirects.js";

/** Everything Jekyll needs beside posts and media to build a site, without a gem that is not its own. */
export function* jekyllProject(output: Output): Generator<OutputFile> {
  yield { path: "_config.yml", content: config(output) };
  const { data, body } = profileOf(output);
  const front = frontMatter({ layout: "home", ...data, render_with_liquid: false });
  yield { path: "index.md", content: `${front}\n${body}\n` };
  yield { path: "assets/style.css", content: STYLE };
  yield { path: "_plugins/redirects.rb", content: REDIRECTS_PLUGIN };
  for (const [name, content] of Object.entries(LAYOUTS)) yield { path: `_layouts/${name}`, content };
  for (const [name, content] of Object.entries(INCLUDES)) yield { path: `_includes/${name}`, content };
  for (const [path, content] of Object.entries(PAGES)) yield { path, content };
}

function config({ title, baseUrl, selection }: Output): string {
  const url = baseUrl === null ? null : new URL(baseUrl);
  return stringify({
    title,
    url: url?.origin ?? "",
    baseurl: url === null ? "" : url.pathname.replace(/\/$/, ""),
    timezone: selection.timeZone,
    // Posts may lie in the future of the machine that builds.
    future: true,
    excerpt_separator: "",
    markdown: "kramdown",
    // Text shows as written: no quotes and dashes made pretty.
    kramdown: {
      input: "GFM",
      hard_wrap: false,
      auto_ids: false,
      smart_quotes: "apos,apos,quot,quot",
      gfm_quirks: "paragraph_end,no_auto_typographic",
    },
  });
}
