const OPENERS: Readonly<Record<string, "\u2069" | "\u202c">> = {
  "\u2066": "\u2069",
  "\u2067": "\u2069",
  "\u2068": "\u2069",
  "\u202a": "\u202c",
  "\u202b": "\u202c",
  "\u202d": "\u202c",
  "\u202e": "\u202c",
};
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const BIDI_ALL = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
const CONTROLS_ALL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;

/** Whether a text holds embedding, override or isolate controls (U+202A–202E, U+2066–2069). */
export function hasBidi(text: string): boolean {
  return BIDI.test(text);
}

/**
 * Follows the bidi controls through the texts of one paragraph, so that none reaches beyond it: closers without
 * an opener are left out, and {@link BidiBalance.end} gives the closers that are still owed. Every other
 * character stays, and so does the effect its author saw.
 * Source: Unicode UAX #9 §3.3 (X1–X8).
 */
export class BidiBalance {
  #open: ("\u2069" | "\u202c")[] = [];

  /** The text without closers that would close something outside. */
  balance(text: string): string {
    if (!BIDI.test(text)) return text;
    return text.replace(BIDI_ALL, (control) => {
      const closer = OPENERS[control];
      if (closer !== undefined) {
        this.#open.push(closer);
        return control;
      }
      return this.#close(control) ? control : "";
    });
  }

  /** The closers owed, innermost first; afterwards nothing is open. */
  end(): string {
    const owed = this.#open.reverse().join("");
    this.#open = [];
    return owed;
  }

  #close(control: string): boolean {
    // A PDI also ends the embeddings inside its isolate; a PDF never reaches out of an isolate.
    const at = control === "\u2069" ? this.#open.lastIndexOf("\u2069") : this.#open.length - 1;
    if (at < 0 || this.#open[at] !== control) return false;
    this.#open.length = at;
    return true;
  }
}

/**
 * A text without what can't be shown: lone surrogates become U+FFFD, controls other than tab and line ends are
 * left out (a terminal would obey them, XML and YAML refuse them).
 */
export function withoutControls(text: string): string {
  const whole = text.toWellFormed();
  return CONTROLS.test(whole) ? whole.replace(CONTROLS_ALL, "") : whole;
}

/** A plain field (alt text, poll option, content warning) ready for a writer: no controls, bidi controls balanced. */
export function plainText(text: string): string {
  const clean = withoutControls(text);
  if (!hasBidi(clean)) return clean;
  const balance = new BidiBalance();
  return balance.balance(clean) + balance.end();
}
