import { hasBidi } from "./plain-text.js";
import { mayConcern, type Redact } from "./withheld.js";

/**
 * What a source's text and links were, one behind the other. Two questions about all of it spare nearly every tree
 * the walks that look into each of its texts.
 */
export class MetText {
  /** Text alone, for tags may cut an address in pieces. */
  #text = "";
  #links = "";
  #hasPath = false;
  #hasBidi = false;

  /** Whether there are controls that turn text round. */
  get hasBidi(): boolean {
    return this.#hasBidi;
  }

  text(text: string): void {
    this.#text += text;
    if (!this.#hasPath && (text.includes("/") || text.includes("%"))) this.#hasPath = true;
    if (!this.#hasBidi && hasBidi(text)) this.#hasBidi = true;
  }

  link(href: string): void {
    this.#links += href;
  }

  /** Whether there can be the address of a withheld post. */
  mayHold(redact: Redact): boolean {
    return (
      (this.#links !== "" && mayConcern(this.#links, redact)) ||
      (this.#hasPath && mayConcern(this.#text, redact))
    );
  }
}
