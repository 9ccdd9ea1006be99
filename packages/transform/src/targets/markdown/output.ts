import { IdIndex } from "../../ids/id-index.js";
import type { Selection } from "../../select/selection.js";
import { namesOfAll } from "../author.js";
import { normalBaseUrl } from "../base-url.js";
import { Aliases } from "./aliases.js";
import type { Output } from "./flavors/flavor.js";
import { FLAVORS } from "./flavors/index.js";
import type { MarkdownOptions } from "./options.js";
import { Places } from "./places.js";
import { TagNames } from "./tags.js";
import { articleTemplate } from "./template.js";

/** Makes of options what the parts of an output share. Throws `RangeError` for options that exclude each other. */
export function makeOutput(selection: Selection, options: MarkdownOptions): Output {
  const flavor = FLAVORS[options.flavor ?? "plain"];
  const split = options.split ?? flavor.split;
  const contentOnly = options.contentOnly === true;
  const digests = split === "day" || split === "month";
  if (options.template !== undefined && digests) {
    throw new RangeError("a template is for files of posts or threads, not of days or months");
  }
  const fence = options.frontMatter ?? flavor.fence;
  if (fence === "toml" && flavor.name !== "hugo" && flavor.name !== "zola") {
    throw new RangeError(`front matter in TOML is for hugo and zola, not for ${flavor.name}`);
  }
  const template = options.template === undefined ? null : articleTemplate(options.template);
  const namePath = template === null ? null : template.pathOf.bind(template, selection, flavor);
  const baseUrl = normalBaseUrl(options.baseUrl);
  const output: Output = {
    selection,
    flavor,
    split,
    contentOnly,
    fence: flavor.name === "zola" ? "toml" : fence,
    places: new Places({ selection, flavor, split, namePath }),
    aliases: new Aliases(),
    tags: new TagNames(),
    people: new IdIndex(),
    root:
      contentOnly || flavor.site?.fromRoot === true
        ? baseUrl === null
          ? "/"
          : new URL(baseUrl).pathname
        : null,
    title: options.title ?? (selection.accounts.length === 0 ? "Posts" : namesOfAll(selection.accounts)),
    baseUrl,
    media: options.media !== false,
    extras: flavor.site === null || contentOnly || digests || template !== null ? "body" : "layout",
    template: template === null ? null : { file: (article) => template.file(article, output) },
  };
  return output;
}
