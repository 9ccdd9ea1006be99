/**
 * The text of a formula: its TeX annotation between dollar signs, else its plain-text annotation, else whatever
 * text its elements hold.
 * Source: FEP-dc88, and what Mastodon makes of MathML it receives.
 */
export class MathText {
  readonly #display: boolean;
  #open: ("tex" | "text" | "other")[] = [];
  #tex = "";
  #annotation = "";
  #plain = "";

  constructor(attributes: Readonly<Record<string, string>>) {
    this.#display = attributes.display?.toLowerCase() === "block";
  }

  /** Open elements, the `math` itself included. */
  get depth(): number {
    return this.#open.length + 1;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const encoding = name === "annotation" ? attributes.encoding?.toLowerCase() : undefined;
    this.#open.push(
      encoding === "application/x-tex" ? "tex" : name.startsWith("annotation") ? "text" : "other",
    );
  }

  text(value: string): void {
    if (this.#open.includes("tex")) this.#tex += value;
    else if (this.#open.includes("text")) this.#annotation += value;
    else this.#plain += value;
  }

  /** Ends an element; `true` when it was the `math` itself. */
  close(): boolean {
    return this.#open.pop() === undefined;
  }

  result(): string {
    const tex = this.#tex.trim();
    if (tex !== "") return this.#display ? `$$${tex}$$` : `$${tex}$`;
    return this.#annotation.trim() === "" ? this.#plain : this.#annotation.trim();
  }
}
