import { stringify } from "smol-toml";
import type { OutputFile } from "../../../target.js";
import { type FrontMatterValue, frontMatter } from "../../front-matter.js";
import type { Output } from "../flavor.js";
import { profileOf } from "../generator.js";
import { STYLE } from "../style.js";
import { MACROS, TEMPLATES } from "./templates.js";

/** The sections posts lie in: without them, Zola knows no list of posts. */
export function* zolaSections({ selection, split, contentOnly }: Output): Generator<OutputFile> {
  const section = (folder: string, data: FrontMatterValue): OutputFile => ({
    path: `content/posts/${folder}_index.md`,
    content: frontMatter(data, "toml"),
  });
  yield section("", { title: "Posts", sort_by: "date", ...(contentOnly ? {} : { paginate_by: 50 }) });
  const years = new Set<string>();
  for (const { month } of selection.months()) {
    if (month === null) {
      yield section("undated/", { title: "Without a date" });
      continue;
    }
    const [year = "", number = ""] = month.split("-");
    if (!/^\d{4}$/.test(year)) continue;
    if (!years.has(year)) yield section(`${year}/`, { title: year, sort_by: "date", transparent: true });
    years.add(year);
    if (split !== "month")
      yield section(`${year}/${number}/`, { title: month, sort_by: "date", transparent: true });
  }
}

/** Everything else Zola needs to build a site. */
export function* zolaProject(output: Output): Generator<OutputFile> {
  yield { path: "config.toml", content: config(output) };
  const { data, body } = profileOf(output);
  yield {
    path: "content/_index.md",
    content: `${frontMatter({ title: output.title, extra: data }, "toml")}\n${body}\n`,
  };
  yield { path: "static/assets/style.css", content: STYLE };
  for (const [name, content] of Object.entries(TEMPLATES)) yield { path: `templates/${name}`, content };
  for (const [name, content] of Object.entries(MACROS)) yield { path: `templates/macros/${name}`, content };
}

function config({ title, baseUrl }: Output): string {
  return `${stringify({ base_url: (baseUrl ?? "https://example.org/").replace(/\/$/, ""), title })}compile_sass = false
build_search_index = false
taxonomies = [{ name = "tags" }]

# Hashtags keep their letters.
[slugify]
taxonomies = "safe"

# Text shows as written: no quotes and dashes made pretty, no words made emoji.
[markdown]
smart_punctuation = false
render_emoji = false
`;
}
