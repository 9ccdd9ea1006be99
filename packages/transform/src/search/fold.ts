/** Letters that Unicode does not take apart, as people type them where a keyboard has no such letter. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  // Arabic as it is written on different keyboards, and the letters that are left out of careful spelling.
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ک: "ك",
  ة: "ه",
  ۀ: "ه",
  ہ: "ه",
  ٱ: "ا",
  ـ: "",
  ς: "σ",
  "’": "'",
};
const LETTER = /[ßæœøłđðþħıىیېکةۀہٱـς’]/g;
// Accents, Hebrew points, Arabic vowel signs, variation selectors. Signs that spell a vowel of their own, as in Hindi, stay.
const MARKS =
  /[\u0300-\u036f]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]|[\ufe00-\ufe0f]|[\u200b-\u200f]|\u00ad/g;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const KATAKANA = /[\u30a1-\u30f6]/g;
// An article and the particles written as one with it; what is left is to be a word.
const ARABIC_PREFIX = /^(?:[وفبك]?ال|لل)(?=[\u0621-\u064a]{3})/;

const REMEMBERED = 16_384;
const known = new Map<string, string>();

/** A word in the one form in which all its spellings meet: lower case, without accents, vowel signs, width. */
export function fold(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = word
    .normalize("NFKD")
    // A vowel sign that stands by itself is taken apart into a space and the sign.
    .replace(/\s/g, "")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(ARABIC_DIGITS, (digit) => String((digit.charCodeAt(0) & 15) % 10))
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .normalize("NFC")
    .replace(ARABIC_PREFIX, "");
  // People use the same words over and over; a few thousand are most of what they write.
  if (known.size >= REMEMBERED) known.clear();
  known.set(word, folded);
  return folded;
}
