import { type JsonObject, languageTag, textOf, timestampOf, type Visibility } from "@archive/schema";
import { addressing, createOf, defined, textsIn } from "./as2.js";
import type { Reshaped } from "./dialect.js";
import type { ToHtml } from "./markdown.js";

/** Stands for the account, whose address no export names. */
export const ACCOUNT = "urn:writefreely:account";

/** One post, as any of the three exports tells of it. */
export interface Written {
  readonly id: string | null;
  readonly slug: string | null;
  readonly url: string | null;
  readonly created: unknown;
  readonly updated?: unknown;
  readonly title: string | null;
  readonly body: string;
  readonly language?: unknown;
  readonly tags?: readonly string[];
  readonly visibility: Visibility;
}

/** The activity a post is. */
export function writtenActivity(post: Written, toHtml: ToHtml): Reshaped {
  const { visibility, body, title } = post;
  const number = post.id ?? post.slug;
  const id = post.url ?? (number === null ? undefined : `urn:writefreely:post:${encodeURIComponent(number)}`);
  const published = momentOf(post.created);
  const updated = momentOf(post.updated);
  const language = languageTag(post.language);
  const content = toHtml(body);
  const object: JsonObject = defined({
    id,
    type: "Article",
    attributedTo: ACCOUNT,
    published,
    updated: updated === published ? undefined : updated,
    url: post.url ?? undefined,
    ...addressing(visibility, `${ACCOUNT}/followers`),
    name: title ?? undefined,
    content,
    contentMap: language === null || content === "" ? undefined : { [language]: content },
    source: { content: body, mediaType: "text/markdown" },
    tag: (post.tags ?? []).map((name) => ({ type: "Hashtag", name: `#${name.replace(/^#/, "")}` })),
  });
  return createOf(object, visibility === "public" || visibility === "unlisted" ? undefined : visibility);
}

/** A time, also as Go writes it: `2020-03-01 10:00:00 +0000 UTC`. */
export function momentOf(value: unknown): string | undefined {
  return timestampOf(textOf(value)?.replace(/ ([+-]\d{4}) [A-Z]{3,4}$/, "$1"))?.iso;
}

/** What a blog says of itself. The numbers and words are those of WriteFreely's own source. */
function visibilityOf(blog: JsonObject): Visibility {
  const { visibility } = blog;
  if (visibility === 1 || visibility === "public") return "public";
  if (visibility === 0 || visibility === "unlisted") return "unlisted";
  if (visibility === 2 || visibility === 4 || visibility === "private" || visibility === "protected") {
    return "direct";
  }
  return blog.public === true ? "public" : "unknown";
}

/** A post of the JSON export; `blog` is the one it stands in. */
export function postOf(post: JsonObject, blog: JsonObject | null): Written {
  const base = textOf(blog?.url);
  const slug = textOf(post.slug);
  const own = textOf(post.url);
  const composed = base === null || slug === null ? null : `${base.replace(/\/?$/, "/")}${slug}`;
  return {
    id: textOf(post.id),
    slug,
    url: own ?? (composed !== null && /^https?:\/\//i.test(composed) ? composed : null),
    created: post.created,
    updated: post.updated,
    title: textOf(post.title),
    body: typeof post.body === "string" ? post.body : "",
    language: post.language,
    tags: textsIn(post.tags),
    visibility: blog === null ? "unknown" : visibilityOf(blog),
  };
}
