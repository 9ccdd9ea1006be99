import { splitEmoji } from "./emoji.js";
import { NodeBudget } from "./node-budget.js";
import { type OpenBlock, OpenBlocks } from "./open-blocks.js";
import { type OpenMark, OpenMarks } from "./open-marks.js";
import type { ElementHead, OpenNode } from "./open-node.js";
import { withoutControls } from "./plain-text.js";
import type { SafeLink } from "./safe-tree.js";

const SPACE_ONLY = /^[ \t\n\f\r]*$/;

/**
 * Builds a tree that keeps its promises whatever the order of tags was: what blocks promise is told of in
 * {@link OpenBlocks}, what marks do in {@link OpenMarks}. Every `open…` wants exactly one {@link TreeBuilder.close}.
 */
export class TreeBuilder {
  readonly #budget = new NodeBudget();
  readonly #blocks = new OpenBlocks(this.#budget);
  readonly #marks = new OpenMarks(this.#budget);
  /** What each open tag of the source opened in the tree; `null`: nothing. */
  readonly #opened: (OpenBlock | OpenMark | null)[] = [];
  readonly #emoji: ReadonlySet<string>;

  /** @param emoji Names of the custom emoji that are cut out of text that is not code. */
  constructor(emoji: ReadonlySet<string>) {
    this.#emoji = emoji;
  }

  get root(): OpenNode[] {
    return this.#blocks.root;
  }

  /** How many tags are open. */
  get depth(): number {
    return this.#opened.length;
  }

  /** Whether a link is open. */
  get inLink(): boolean {
    return this.#marks.inLink;
  }

  /** Whether the paragraph, heading or table row that is open has text yet. */
  get lineStarted(): boolean {
    return this.#blocks.lineStarted;
  }

  openContainer(head: ElementHead): void {
    this.#openBlock(this.#budget.isSpent ? null : this.#blocks.openContainer(head, this.#marks.size));
  }

  openLine(head: ElementHead): void {
    this.#openBlock(this.#budget.isSpent ? null : this.#blocks.openLine(head, this.#marks.size));
  }

  #openBlock(block: OpenBlock | null): void {
    if (block !== null) this.#marks.endRun();
    this.#opened.push(block);
  }

  openMark(head: ElementHead): void {
    this.#opened.push(this.#marks.openElement(head));
  }

  openLink(href: string, role: SafeLink["role"]): void {
    this.#opened.push(this.#marks.openLink(href, role));
  }

  openNothing(): void {
    this.#opened.push(null);
  }

  close(): void {
    const opened = this.#opened.pop();
    if (opened === undefined || opened === null) return;
    if (opened.kind === "mark") {
      this.#marks.close(opened);
      return;
    }
    this.#blocks.close(opened);
    this.#marks.endRun();
  }

  /** Closes everything. */
  closeAll(): void {
    while (this.#opened.length > 0) this.close();
  }

  rule(): void {
    if (this.#budget.isSpent) return;
    this.#blocks.addBlock({ type: "element", name: "hr", children: [] });
    this.#marks.endRun();
  }

  lineBreak(): void {
    if (this.#budget.isSpent) this.text("\n");
    else this.#budget.append(this.#inline(), { type: "break" });
  }

  emoji(shortcode: string): void {
    if (this.#budget.isSpent) this.text(`:${shortcode}:`);
    else this.#budget.append(this.#inline(), { type: "emoji", shortcode });
  }

  /** Adds text; adjacent calls make one node. */
  text(raw: string): void {
    const blocks = this.#blocks;
    const { inPre } = blocks;
    let value = withoutControls(raw);
    if (!inPre && !blocks.runStarted && SPACE_ONLY.test(value)) return;
    // HTML drops one line end right after <pre>.
    if (inPre && blocks.isUntouched(this.#marks.size)) value = value.replace(/^\r?\n/, "");
    if (value === "") return;
    const into = this.#inline();
    if (this.#emoji.size === 0 || this.#budget.isSpent || inPre || this.#marks.inCode) {
      this.#budget.appendText(into, value);
      return;
    }
    for (const node of splitEmoji(value, this.#emoji)) {
      if (node.type === "text") this.#budget.appendText(into, node.value);
      else this.#budget.append(into, node);
    }
  }

  /** Where text goes: the innermost block, and in it the marks that are open. */
  #inline(): OpenNode[] {
    return this.#marks.innermost(this.#blocks.innermost());
  }
}
