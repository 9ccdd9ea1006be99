import type { Visibility } from "@archive/schema";
import type { Account } from "../../post/account.js";
import { zonedDate } from "../markdown/zoned-date.js";
import { plainHtml } from "./post-html.js";
import { cdata, element, escapeXml, plain } from "./xml.js";

/** The version of the format; the importer wants a number here. */
const WXR_VERSION = "1.2";
const EPOCH = "1970-01-01T00:00:00Z";

/** A post or attachment on its way into a WXR file. */
export interface WxrItem {
  readonly id: number;
  readonly type: "post" | "attachment";
  readonly title: string;
  readonly link: string | null;
  readonly guid: string;
  readonly author: string;
  readonly html: string;
  readonly excerpt: string;
  /** UTC, ISO 8601; `null` when it is not known. */
  readonly published: string | null;
  readonly slug: string;
  readonly status: WxrStatus;
  readonly parent: number;
  readonly attachmentUrl: string | null;
  readonly hashtags: readonly { readonly slug: string; readonly name: string }[];
  readonly meta: Readonly<Record<string, string>>;
}

/** Who may see it in WordPress. */
export type WxrStatus = "publish" | "private" | "draft" | "inherit";

/**
 * Who may see a post of this visibility in WordPress. It knows no "unlisted": of what everybody may see it makes
 * pages, lists and feeds. So everything that is not public becomes private, which its author can change.
 */
export function statusOf(visibility: Visibility, published: string | null): WxrStatus {
  if (visibility !== "public") return "private";
  return published === null ? "draft" : "publish";
}

/** What a file begins with: the site it comes from and its authors. */
export function wxrHead(accounts: readonly Account[], exportedAt: string | null): string {
  const [first] = accounts;
  const home = first?.url ?? first?.id ?? "https://social.invalid/";
  const authors = accounts.length === 0 ? [null] : accounts;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"',
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">\n<channel>\n',
    element("title", plainHtml(first?.name ?? "Posts")),
    plain("link", home),
    element("description", ""),
    plain("pubDate", rfc822(exportedAt ?? EPOCH)),
    plain("wp:wxr_version", WXR_VERSION),
    plain("wp:base_site_url", home),
    plain("wp:base_blog_url", home),
    ...authors.map((account, index) => author(account, index)),
    "<generator>ap-archive</generator>\n",
  ].join("");
}

/** What a file ends with. */
export const WXR_FOOT = "</channel>\n</rss>\n";

/** What an account is called as an author: WordPress takes small letters and digits. */
export function loginOf(account: Account | null, index: number): string {
  const name = /^@?([^@]+)@/.exec(account?.handle ?? "")?.[1] ?? "";
  const plainName = name
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "")
    .slice(0, 50);
  const login = plainName === "" ? "author" : plainName;
  return index === 0 ? login : `${login}_${index + 1}`;
}

function author(account: Account | null, index: number): string {
  return (
    [
      "<wp:author>",
      plain("wp:author_id", index + 1),
      element("wp:author_login", loginOf(account, index)),
      element("wp:author_email", ""),
      element("wp:author_display_name", plainHtml(account?.name ?? "Author")),
      element("wp:author_first_name", ""),
      element("wp:author_last_name", ""),
      "</wp:author>",
    ]
      // One of the importer's parsers wants an author on one line.
      .map((part) => part.trimEnd())
      .concat("\n")
      .join("")
  );
}

/** An item as XML. */
export function wxrItem(item: WxrItem, timeZone: string): string {
  const time = item.published ?? EPOCH;
  return [
    "<item>\n",
    element("title", item.title),
    item.link === null ? "" : plain("link", item.link),
    plain("pubDate", rfc822(time)),
    element("dc:creator", item.author),
    `<guid isPermaLink="false">${escapeXml(item.guid)}</guid>\n`,
    "<description></description>\n",
    element("content:encoded", item.html),
    element("excerpt:encoded", item.excerpt),
    plain("wp:post_id", item.id),
    plain("wp:post_date", wordPressDate(time, timeZone)),
    plain("wp:post_date_gmt", wordPressDate(time, "UTC")),
    plain("wp:comment_status", "closed"),
    plain("wp:ping_status", "closed"),
    plain("wp:post_name", item.slug),
    plain("wp:status", item.status),
    plain("wp:post_parent", item.parent),
    plain("wp:menu_order", 0),
    plain("wp:post_type", item.type),
    "<wp:post_password></wp:post_password>\n",
    plain("wp:is_sticky", 0),
    item.attachmentUrl === null ? "" : plain("wp:attachment_url", item.attachmentUrl),
    item.type === "post" ? term("post_format", "post-format-status", "Status") : "",
    ...item.hashtags.map(({ slug, name }) => term("post_tag", slug, plainHtml(name))),
    ...Object.entries(item.meta).map(
      ([key, value]) =>
        `<wp:postmeta>\n${element("wp:meta_key", key)}${element("wp:meta_value", value)}</wp:postmeta>\n`,
    ),
    "</item>\n",
  ].join("");
}

/** Without `nicename` the importer ignores it. */
function term(domain: string, nicename: string, name: string): string {
  return `<category domain="${domain}" nicename="${escapeXml(nicename)}">${cdata(name)}</category>\n`;
}

function wordPressDate(iso: string, timeZone: string): string {
  const zoned = zonedDate(iso, timeZone) ?? EPOCH;
  return zoned.slice(0, 19).replace("T", " ");
}

function rfc822(iso: string): string {
  const time = Date.parse(iso);
  return new Date(Number.isNaN(time) ? 0 : time).toUTCString().replace("GMT", "+0000");
}
