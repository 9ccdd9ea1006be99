import { linkAddress } from "./address.js";
import { type Attributes, classesOf, headOf, roleOf } from "./attributes.js";
import { CONTAINERS, LINES, MARKS } from "./elements.js";
import type { MetText } from "./met-text.js";
import type { TreeBuilder } from "./tree-builder.js";

/**
 * The allow-list: what each tag becomes in the tree. What it does not know leaves its children, and of attributes
 * nothing is kept but what {@link headOf}, {@link roleOf} and {@link linkAddress} give.
 */
export class KeptTags {
  readonly #builder: TreeBuilder;
  readonly #met: MetText;
  readonly #emoji: ReadonlySet<string>;

  constructor(builder: TreeBuilder, met: MetText, emoji: ReadonlySet<string>) {
    this.#builder = builder;
    this.#met = met;
    this.#emoji = emoji;
  }

  /** Opens a tag; its end is told to the builder. */
  open(name: string, attributes: Attributes): void {
    const builder = this.#builder;
    const container = CONTAINERS.get(name);
    if (container !== undefined) {
      builder.openContainer(headOf(container, attributes));
      return;
    }
    const line = LINES.get(name);
    if (line !== undefined) {
      builder.openLine(headOf(line, attributes));
      return;
    }
    const mark = MARKS.get(name);
    if (mark !== undefined) {
      builder.openMark(headOf(mark, attributes));
      return;
    }
    switch (name) {
      case "a":
        this.#openLink(attributes);
        return;
      case "span":
      case "bdi":
      case "bdo":
      case "q":
      case "font":
        this.#openSpan(name, attributes);
        return;
    }
    this.#put(name, attributes);
    builder.openNothing();
  }

  #openLink(attributes: Attributes): void {
    const href = linkAddress(attributes.href ?? "");
    if (href === null) {
      this.#builder.openNothing();
      return;
    }
    this.#met.link(href);
    this.#builder.openLink(href, roleOf(attributes));
  }

  #openSpan(name: string, attributes: Attributes): void {
    const head = headOf("span", name === "bdi" ? { dir: "auto", ...attributes } : attributes);
    if (head.mark === undefined && head.lang === undefined && head.dir === undefined)
      this.#builder.openNothing();
    else this.#builder.openMark(head);
  }

  /** Puts what a tag stands for by itself. */
  #put(name: string, attributes: Attributes): void {
    const builder = this.#builder;
    switch (name) {
      case "br":
        builder.lineBreak();
        break;
      case "hr":
        builder.rule();
        break;
      case "img":
        this.#putPicture(attributes);
        break;
      case "video":
      case "audio":
        this.#putMedia(attributes.src, attributes.title);
        break;
      case "td":
      case "th":
        if (builder.lineStarted) builder.text(" | ");
        break;
    }
  }

  /** Pleroma and Misskey write emoji as pictures; any other picture becomes a link to it, named by its alt text. */
  #putPicture(attributes: Attributes): void {
    const alt = (attributes.alt ?? "").trim();
    const code = /^:([^:\s]+):$/.exec(alt)?.[1];
    if (code !== undefined && this.#emoji.has(code)) {
      this.#builder.emoji(code);
      return;
    }
    const classes = classesOf(attributes);
    if (code !== undefined || classes.includes("emoji") || classes.includes("emojione")) this.#putText(alt);
    else this.#putMedia(attributes.src, alt === "" ? attributes.title : alt);
  }

  /** Nothing is loaded: a link to it stands for what would be. */
  #putMedia(source: string | undefined, title: string | undefined): void {
    const href = linkAddress(source ?? "");
    const text = title !== undefined && title.trim() !== "" ? title : href;
    if (text === null) return;
    if (href === null || this.#builder.inLink) {
      this.#putText(text);
      return;
    }
    this.#met.link(href);
    this.#builder.openLink(href, "plain");
    this.#putText(text);
    this.#builder.close();
  }

  #putText(text: string): void {
    this.#met.text(text);
    this.#builder.text(text);
  }
}
