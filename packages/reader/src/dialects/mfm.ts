import type { MfmNode } from "mfm-js";
import { escapeHtml, htmlLink } from "./as2.js";

/** A text in Misskey's markup as HTML, and whom and what it names. */
export interface MfmText {
  readonly html: string;
  /** As written, with the host where it was: `@ada@b.example`. */
  readonly mentions: readonly { readonly name: string; readonly href: string | null }[];
  /** Without `#`. */
  readonly hashtags: readonly string[];
}

/** Reads a text in Misskey's markup. `host`: of the server it was written on, where that is known. */
export type ReadMfm = (text: string, host: string | null) => MfmText;

/** Longer than servers let notes be. */
const LONGEST = 50_000;
/**
 * For each of these the parser looks through all that follows, so that a text made of them takes it minutes. Notes
 * that people write stay far below this product of their number and the length of the text.
 */
const OPENERS = /(?<!\$)\[|\\[([]|<(?:b|i|s|small|center|plain)>/g;
const MOST_WORK = 250_000;
/** As Misskey has it. */
const DEEPEST = 20;

/** Loads Misskey's own parser: no other export needs it. */
export async function mfmReader(): Promise<ReadMfm> {
  const { parse } = await import("mfm-js");
  return (text, host) => {
    const writer = new MfmWriter(host);
    const work = (text.match(OPENERS)?.length ?? 0) * text.length;
    if (text.length > LONGEST || work > MOST_WORK) return { html: plain(text), mentions: [], hashtags: [] };
    try {
      const html = writer.write(parse(text, { nestLimit: DEEPEST }));
      return { html: `<p>${html}</p>`, mentions: writer.mentions, hashtags: writer.hashtags };
    } catch {
      // A text the parser can't take is shown as it was written.
      return { html: plain(text), mentions: [], hashtags: [] };
    }
  };
}

function plain(text: string): string {
  return `<p>${withBreaks(text)}</p>`;
}

function withBreaks(text: string): string {
  return escapeHtml(text).replaceAll(/\r\n|\r|\n/g, "<br>");
}

/** Writes HTML as Misskey itself does when it federates a note. */
class MfmWriter {
  readonly mentions: { name: string; href: string | null }[] = [];
  readonly hashtags: string[] = [];
  readonly #host: string | null;

  constructor(host: string | null) {
    this.#host = host;
  }

  write(nodes: readonly MfmNode[]): string {
    return nodes.map((node) => this.#node(node)).join("");
  }

  #node(node: MfmNode): string {
    switch (node.type) {
      case "text":
        return withBreaks(node.props.text);
      case "plain":
        return this.write(node.children);
      case "unicodeEmoji":
        return escapeHtml(node.props.emoji);
      case "emojiCode":
        return escapeHtml(`:${node.props.name}:`);
      case "bold":
        return `<strong>${this.write(node.children)}</strong>`;
      case "italic":
        return `<em>${this.write(node.children)}</em>`;
      case "strike":
        return `<del>${this.write(node.children)}</del>`;
      case "small":
        return `<small>${this.write(node.children)}</small>`;
      case "center":
        return `<div>${this.write(node.children)}</div>`;
      case "quote":
        return `<blockquote>${this.write(node.children)}</blockquote>`;
      case "inlineCode":
        return `<code>${escapeHtml(node.props.code)}</code>`;
      case "mathInline":
      case "mathBlock":
        return `<code>${escapeHtml(node.props.formula)}</code>`;
      case "blockCode":
        return `<pre><code>${escapeHtml(node.props.code)}</code></pre>`;
      case "search":
        return escapeHtml(node.props.content);
      case "url":
        return htmlLink(node.props.url, escapeHtml(node.props.url));
      case "link":
        return htmlLink(node.props.url, this.write(node.children));
      case "hashtag":
        return this.#hashtag(node.props.hashtag);
      case "mention":
        return this.#mention(node.props.username, node.props.host, node.props.acct);
      case "fn":
        return this.#fn(node.props.name, node.children);
    }
  }

  #hashtag(name: string): string {
    this.hashtags.push(name);
    const text = escapeHtml(`#${name}`);
    if (this.#host === null) return text;
    return htmlLink(`https://${this.#host}/tags/${encodeURIComponent(name)}`, text, ' rel="tag"');
  }

  #mention(username: string, remote: string | null, name: string): string {
    const host = remote ?? this.#host;
    const href = host === null ? null : `https://${host}/@${username}`;
    this.mentions.push({ name, href });
    const text = escapeHtml(name);
    return href === null ? text : htmlLink(href, text, ' class="u-url mention"');
  }

  /** Effects have no equal in HTML; what they are put on is kept. */
  #fn(name: string, children: readonly MfmNode[]): string {
    const html = this.write(children);
    if (name !== "ruby") return html;
    // `$[ruby base reading]`: the reading is all behind the last space, or behind the first of a single text.
    const at = html.lastIndexOf(" ");
    if (at === -1) return html;
    return `<ruby>${html.slice(0, at)}<rp>(</rp><rt>${html.slice(at + 1)}</rt><rp>)</rp></ruby>`;
  }
}
