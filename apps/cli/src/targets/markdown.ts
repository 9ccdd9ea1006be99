import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CliError, EXIT } from "../exit.js";
import { BASE_URL, TITLE } from "./shared-options.js";
import { bound, type TargetEntry } from "./target-entry.js";

const FLAVORS = ["plain", "hugo", "jekyll", "eleventy", "astro", "zola", "obsidian"] as const;
const SPLITS = ["post", "thread", "day", "month"] as const;

/** The options of `--to markdown` as they come out of the command line. */
interface MarkdownValues {
  readonly media: boolean;
  readonly flavor?: (typeof FLAVORS)[number];
  readonly split?: (typeof SPLITS)[number];
  readonly contentOnly?: boolean;
  readonly template?: string;
  readonly frontMatter?: "yaml" | "toml";
  readonly baseUrl?: string;
  readonly title?: string;
  /** Of those that choose posts: one thread is to be one article. */
  readonly thread?: string;
}

/** `--to markdown`. */
export const markdownEntry: TargetEntry = {
  name: "markdown",
  options: [
    { flags: "--flavor <name>", description: "whom it is for; plain unless told", choices: FLAVORS },
    {
      flags: "--split <unit>",
      description: "what one file holds; thread unless told (plain: post)",
      choices: SPLITS,
    },
    { flags: "--content-only", description: "only posts and media, for a project you have" },
    { flags: "--template <file>", description: "Mustache template of a file: path, front matter, body" },
    {
      flags: "--front-matter <language>",
      description: "toml is for hugo and zola",
      choices: ["yaml", "toml"],
    },
    BASE_URL,
    TITLE,
  ],
  isSingleFile: () => false,
  facts: async () => (await import("@archive/transform/markdown")).markdownTarget,
  async bind(command, { cwd }) {
    const { checkMarkdownTemplate, markdownTarget } = await import("@archive/transform/markdown");
    const values = command.opts<MarkdownValues>();
    const { media, flavor, contentOnly, frontMatter, baseUrl, title, thread } = values;
    const split = values.split ?? (thread === undefined ? undefined : "thread");
    const template =
      values.template === undefined ? undefined : await templateAt(resolve(cwd, values.template));
    try {
      if (template !== undefined) checkMarkdownTemplate(template);
    } catch (error) {
      throw new CliError(
        EXIT.usage,
        `--template: ${error instanceof Error ? error.message : ""}`,
        undefined,
        error,
      );
    }
    if (template !== undefined && (split === "day" || split === "month")) {
      throw new CliError(EXIT.usage, `--template is for files of posts or threads, not of a ${split}.`);
    }
    if (frontMatter === "toml" && flavor !== "hugo" && flavor !== "zola") {
      throw new CliError(EXIT.usage, "--front-matter toml is for --flavor hugo and zola.");
    }
    return bound(markdownTarget, {
      media,
      flavor,
      split,
      contentOnly,
      template,
      frontMatter,
      baseUrl,
      title,
    });
  },
};

async function templateAt(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new CliError(EXIT.usage, `--template can’t be read: ${path}`, "It is a text file.", error);
  }
}
