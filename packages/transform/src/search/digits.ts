/**
 * Numbers as printable text that a script's string holds as it is: 91 characters, without `"`, `\`, `<` and
 * space. 46 of them end a number, 45 say that it goes on, so that small numbers take one character each.
 */
const ALPHABET =
  "!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
/** Values that end a number, and above them those that say that it goes on. */
export const ENDS = 46;
export const GOES_ON = 45;

/** Character codes by value. */
export const CODES: Uint8Array<ArrayBuffer> = Uint8Array.from(ALPHABET, (character) =>
  character.charCodeAt(0),
);
const VALUES = new Uint8Array(128);
for (const [value, code] of CODES.entries()) VALUES[code] = value;

/** How many values {@link digit} can write. */
export const DIGITS: number = ALPHABET.length;

/** The character of a value below {@link DIGITS}. */
export function digit(value: number): string {
  return ALPHABET.charAt(value);
}

/** The value of the character at a place of a text. */
export function digitAt(text: string, at: number): number {
  return VALUES[text.charCodeAt(at)] ?? 0;
}

/** Numbers in a row, each as the distance from the one before, which is smaller. */
export function risingText(values: Iterable<number>): string {
  let text = "";
  let last = -1;
  for (const value of values) {
    let rest = value - last - 1;
    for (; rest >= ENDS; rest = Math.floor(rest / GOES_ON)) text += digit(ENDS + (rest % GOES_ON));
    text += digit(rest);
    last = value;
  }
  return text;
}

/** Reads what {@link risingText} wrote. */
export function forEachRising(text: string, tell: (value: number) => void): void {
  let last = -1;
  let value = 0;
  let factor = 1;
  for (let at = 0; at < text.length; at += 1) {
    const part = VALUES[text.charCodeAt(at)] ?? 0;
    if (part >= ENDS) {
      value += (part - ENDS) * factor;
      factor *= GOES_ON;
    } else {
      last += value + part * factor + 1;
      tell(last);
      value = 0;
      factor = 1;
    }
  }
}
