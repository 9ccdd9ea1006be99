import { Parser } from "htmlparser2";
import { linkAddress } from "./address.js";
import { type Attributes, classesOf, headOf, roleOf } from "./attributes.js";
import { CONTAINERS, DROPPED, LINES, MARKS, RAW_TEXT } from "./elements.js";
import { splitEmoji } from "./emoji.js";
import { MathText } from "./math-text.js";
import { hasBidi } from "./plain-text.js";
import { type Redact, redactTree } from "./redaction.js";
import { balanceTree } from "./runs.js";
import type { SafeTree } from "./safe-tree.js";
import { TreeBuilder } from "./tree-builder.js";
import { mayConcern } from "./withheld.js";

export { type Redact, redactText } from "./redaction.js";

/** What the sanitiser is told of a post. */
export interface SanitiseOptions {
  /** Names, without colons, of the custom emoji the post carries; only these are cut out of its text. */
  readonly emoji?: ReadonlySet<string>;
  /** Whether an address is one of the author's own posts that was withheld. No trace of such an address is left. */
  readonly redact?: Redact;
}

/** Open tags after which the parser starts anew: its own work per tag grows with their number. */
const DEEPEST_SOURCE = 256;
const NO_EMOJI: ReadonlySet<string> = new Set();

/**
 * Turns the HTML of a post or profile into a {@link SafeTree}: the one allow-list sanitiser of this package.
 *
 * Kept are the elements every fediverse server writes, links to absolute addresses of known schemes, language and
 * direction, and all text. Unknown elements leave their children; scripts, styles, frames and drawings go whole.
 * Nothing is loaded: pictures in the text become links to them. Text stays as its author wrote it, but for
 * controls; bidi controls are closed at the end of each paragraph, so that they can't turn round what stands
 * behind. It never throws, and its output is bounded in depth and nodes.
 *
 * @example
 * ```ts
 * import { sanitise } from "./sanitise.js";
 * sanitise('<p onclick="x()">Hi <a href="javascript:x()">you</a></p>');
 * // [{ type: "element", name: "p", children: [{ type: "text", value: "Hi you" }] }]
 * ```
 */
export function sanitise(html: string, options: SanitiseOptions = {}): SafeTree {
  const run = new Run(options);
  let rest = html;
  while (rest !== "") rest = rest.slice(run.parse(rest));
  const tree = run.finish();
  if (run.bidi) balanceTree(tree);
  const { redact } = options;
  return redact === undefined || !run.mayHold(redact) ? tree : redactTree(tree, redact);
}

class Run {
  readonly #builder: TreeBuilder;
  readonly #emoji: ReadonlySet<string>;
  #text = "";
  /** All text that was met, one behind the other, and whether there is anything of an address in it. */
  #met = "";
  #hasPath = false;
  /** The addresses that links lead to. */
  #hrefs = "";
  /** Open elements inside one that goes with its content, itself included. */
  #dropped = 0;
  #math: MathText | null = null;
  bidi = false;

  constructor(options: SanitiseOptions) {
    const emoji = options.emoji ?? NO_EMOJI;
    this.#emoji = emoji;
    this.#builder = new TreeBuilder((text) =>
      emoji.size === 0 ? [{ type: "text", value: text }] : splitEmoji(text, emoji),
    );
  }

  /** Reads as much as one parser may; returns how many characters that was. */
  parse(html: string): number {
    let used = html.length;
    let live = true;
    const parser = new Parser(
      {
        ontext: (text) => {
          if (live) this.#hear(text);
        },
        onopentag: (name, attributes) => {
          if (!live) return;
          this.#open(name, attributes);
          if (this.#depth() < DEEPEST_SOURCE || RAW_TEXT.has(name)) return;
          live = false;
          used = parser.endIndex + 1;
          parser.pause();
        },
        onclosetag: () => {
          if (live) this.#close();
        },
      },
      // The parser looks at each character of a text where there may be a character reference.
      { decodeEntities: html.includes("&") },
    );
    parser.write(html);
    if (live) parser.end();
    this.#flush();
    this.#builder.closeAll();
    this.#math = null;
    return used;
  }

  /** Whether any withheld address can be in the tree: text is looked at without the tags that may cut it in pieces. */
  mayHold(redact: Redact): boolean {
    return (
      (this.#hrefs !== "" && mayConcern(this.#hrefs, redact)) ||
      (this.#hasPath && mayConcern(this.#met, redact))
    );
  }

  finish(): TreeBuilder["root"] {
    return this.#builder.root;
  }

  #depth(): number {
    return this.#builder.depth + this.#dropped + (this.#math?.depth ?? 0);
  }

  #hear(text: string): void {
    if (this.#dropped > 0) return;
    if (this.#math !== null) this.#math.text(text);
    else this.#text += text;
  }

  #meet(text: string): void {
    this.#met += text;
    if (!this.#hasPath && (text.includes("/") || text.includes("%"))) this.#hasPath = true;
  }

  #flush(): void {
    if (this.#text === "") return;
    if (!this.bidi && hasBidi(this.#text)) this.bidi = true;
    this.#meet(this.#text);
    this.#builder.text(this.#text);
    this.#text = "";
  }

  #open(name: string, attributes: Attributes): void {
    if (this.#dropped > 0 || DROPPED.has(name)) {
      this.#dropped += 1;
      return;
    }
    if (this.#math !== null) {
      this.#math.open(name, attributes);
      return;
    }
    this.#flush();
    if (name === "math") {
      this.#math = new MathText(attributes);
      return;
    }
    const container = CONTAINERS.get(name);
    if (container !== undefined) {
      this.#builder.openContainer(headOf(container, attributes));
      return;
    }
    const line = LINES.get(name);
    if (line !== undefined) {
      this.#builder.openLine(headOf(line, attributes));
      return;
    }
    const mark = MARKS.get(name);
    if (mark !== undefined) {
      this.#builder.openMark(headOf(mark, attributes));
      return;
    }
    this.#openOther(name, attributes);
  }

  #openOther(name: string, attributes: Attributes): void {
    const builder = this.#builder;
    switch (name) {
      case "a": {
        const href = linkAddress(attributes.href ?? "");
        if (href === null) builder.openNothing();
        else {
          this.#hrefs += href;
          builder.openLink(href, roleOf(attributes));
        }
        return;
      }
      case "span":
      case "bdi":
      case "bdo":
      case "q":
      case "font":
        this.#openSpan(name, attributes);
        return;
      case "br":
        builder.lineBreak();
        break;
      case "hr":
        builder.rule();
        break;
      case "img":
        this.#picture(attributes);
        break;
      case "video":
      case "audio":
        this.#mediaLink(attributes.src, attributes.title);
        break;
      case "td":
      case "th":
        if (builder.lineStarted) builder.text(" | ");
        break;
    }
    builder.openNothing();
  }

  #openSpan(name: string, attributes: Attributes): void {
    const head = headOf("span", name === "bdi" ? { dir: "auto", ...attributes } : attributes);
    if (head.mark === undefined && head.lang === undefined && head.dir === undefined)
      this.#builder.openNothing();
    else this.#builder.openMark(head);
  }

  #close(): void {
    if (this.#dropped > 0) {
      this.#dropped -= 1;
      return;
    }
    if (this.#math !== null) {
      if (!this.#math.close()) return;
      this.#text += this.#math.result();
      this.#math = null;
      return;
    }
    this.#flush();
    this.#builder.close();
  }

  /** Pleroma and Misskey write emoji as pictures; any other picture becomes a link to it, named by its alt text. */
  #picture(attributes: Attributes): void {
    const alt = (attributes.alt ?? "").trim();
    const code = /^:([^:\s]+):$/.exec(alt)?.[1];
    if (code !== undefined && this.#emoji.has(code)) {
      this.#builder.emoji(code);
      return;
    }
    const classes = classesOf(attributes);
    if (code !== undefined || classes.includes("emoji") || classes.includes("emojione")) {
      this.#meet(alt);
      if (alt !== "") this.#builder.text(alt);
      return;
    }
    this.#mediaLink(attributes.src, alt === "" ? attributes.title : alt);
  }

  #mediaLink(source: string | undefined, title: string | undefined): void {
    const href = linkAddress(source ?? "");
    const text = title !== undefined && title.trim() !== "" ? title : href;
    if (text === null) return;
    this.#meet(text);
    this.#hrefs += href ?? "";
    if (hasBidi(text)) this.bidi = true;
    if (href === null || this.#builder.inLink) {
      this.#builder.text(text);
      return;
    }
    this.#builder.openLink(href, "plain");
    this.#builder.text(text);
    this.#builder.close();
  }
}
