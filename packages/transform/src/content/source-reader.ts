import { Parser } from "htmlparser2";
import type { Attributes } from "./attributes.js";
import { DROPPED, RAW_TEXT } from "./elements.js";
import type { KeptTags } from "./kept-tags.js";
import { MathText } from "./math-text.js";
import type { MetText } from "./met-text.js";
import type { TreeBuilder } from "./tree-builder.js";

/** Open tags after which the parser starts anew: its own work per tag grows with their number. */
const DEEPEST = 256;

/** Reads HTML, leaves out what goes with all that is in it, and hands on the rest tag by tag, text in one piece. */
export class SourceReader {
  readonly #builder: TreeBuilder;
  readonly #tags: KeptTags;
  readonly #met: MetText;
  /** Text since the last tag. */
  #text = "";
  /** Open elements inside one that goes with its content, itself included. */
  #dropped = 0;
  /** The formula that is open. */
  #math: MathText | null = null;

  constructor(builder: TreeBuilder, tags: KeptTags, met: MetText) {
    this.#builder = builder;
    this.#tags = tags;
    this.#met = met;
  }

  read(html: string): void {
    let rest = html;
    while (rest !== "") rest = rest.slice(this.#readPart(rest));
  }

  /** Reads as much as one parser may; returns how many characters that was. */
  #readPart(html: string): number {
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
          if (this.#depth() < DEEPEST || RAW_TEXT.has(name)) return;
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

  #depth(): number {
    return this.#builder.depth + this.#dropped + (this.#math?.depth ?? 0);
  }

  #hear(text: string): void {
    if (this.#dropped > 0) return;
    if (this.#math !== null) this.#math.text(text);
    else this.#text += text;
  }

  #flush(): void {
    if (this.#text === "") return;
    this.#met.text(this.#text);
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
    if (name === "math") this.#math = new MathText(attributes);
    else this.#tags.open(name, attributes);
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
}
