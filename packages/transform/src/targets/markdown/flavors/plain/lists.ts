import { linkAddress } from "../../../../content/address.js";
import { escapeLineStart, linkDestination, markdownLine } from "../../../../content/markdown-text.js";
import { toMarkdown } from "../../../../content/to-markdown.js";
import type { Account } from "../../../../post/account.js";
import type { MonthCount } from "../../../../select/selection.js";
import { nameOf } from "../../../author.js";
import type { OutputFile } from "../../../target.js";
import { frontMatter } from "../../front-matter.js";
import { articlePlace, relativePath } from "../../places.js";
import type { ListLine, Output } from "../flavor.js";

/** Path of a month's list; `null` stands for the posts without a date. */
function monthPath(month: string | null): string {
  return month === null ? "posts/undated/index.md" : `posts/${month.replace("-", "/")}/index.md`;
}

/** The list of a month's files. */
export function renderMonth(
  month: string | null,
  lines: readonly ListLine[],
): OutputFile & { readonly content: string } {
  const path = monthPath(month);
  const title = month ?? "Without a date";
  const up = linkDestination(relativePath(path, "index.md"));
  const items = lines.map((line) => {
    const link = `[${markdownLine(line.label)}](${linkDestination(relativePath(path, line.path))})`;
    return line.day === null ? `- ${link}` : `- ${line.day}: ${link}`;
  });
  const content = `${frontMatter({ title })}\n# ${title}\n\n[All months](${up})\n\n${items.join("\n")}\n`;
  return { path, content };
}

/** The first page: who wrote this, and which months there are. */
export function renderIndex(output: Output): string {
  const { selection, title } = output;
  const { accounts, counts } = selection;
  const [account] = accounts;
  const alone = accounts.length === 1;
  const parts = [
    `# ${markdownLine(title) || "Posts"}`,
    ...(account !== undefined && alone
      ? profile(account, output)
      : accounts.flatMap((each) => person(each, output))),
    spanOf(counts.total, counts.first, counts.last),
    ...(selection.months().length === 0
      ? []
      : [
          "## Months",
          selection
            .months()
            .map((month) => monthLine(month, output))
            .join("\n"),
        ]),
  ].filter((part) => part !== "");
  const data = alone
    ? factsOf(account)
    : { people: accounts.map((each) => ({ name: nameOf(each), ...factsOf(each) })) };
  return `${frontMatter({ title, ...data })}\n${parts.join("\n\n")}\n`;
}

function factsOf(account: Account | undefined): {
  readonly handle: string | undefined;
  readonly url: string | undefined;
} {
  const url = account?.url ?? null;
  return {
    handle: account?.handle ?? undefined,
    url: url === null ? undefined : (linkAddress(url) ?? undefined),
  };
}

/** One of several people. */
function person(account: Account, output: Output): readonly string[] {
  return [`## ${escapeLineStart(markdownLine(nameOf(account))) || "…"}`, ...profile(account, output)];
}

function profile(account: Account, { selection, media, places }: Output): readonly string[] {
  const avatar = account.avatar === null || !media ? null : selection.mediaState(account.avatar);
  const url = account.url === null ? null : linkAddress(account.url);
  const handle = account.handle === null ? "" : markdownLine(account.handle);
  const fields = account.fields.map(({ name, value }) => {
    const text = toMarkdown(value).replace(/\\?\n+/g, " ");
    return `- **${escapeLineStart(markdownLine(name)) || "…"}:** ${text}`;
  });
  return [
    avatar?.state === "present" ? `![](${linkDestination(places.mediaPath(avatar.name))})` : "",
    url === null ? escapeLineStart(handle) : `[${handle || markdownLine(url)}](${linkDestination(url)})`,
    account.bio === null ? "" : toMarkdown(account.bio, { headingOffset: 1 }),
    fields.join("\n"),
  ];
}

function spanOf(total: number, first: string | null, last: string | null): string {
  const count = total === 1 ? "1 post" : `${total} posts`;
  return first === null || last === null
    ? `${count}.`
    : `${count}, ${first.slice(0, 10)} to ${last.slice(0, 10)}.`;
}

function monthLine({ month, posts, boosts }: MonthCount, { split, flavor }: Output): string {
  const counts = [
    posts === 0 ? "" : posts === 1 ? "1 post" : `${posts} posts`,
    boosts === 0 ? "" : boosts === 1 ? "1 boost" : `${boosts} boosts`,
  ].filter((count) => count !== "");
  const day = month === null ? null : `${month}-01`;
  const path = split === "month" ? flavor.articlePath(articlePlace(split, day, "")) : monthPath(month);
  return `- [${month ?? "Without a date"}](${linkDestination(path)}): ${counts.join(", ")}`;
}
