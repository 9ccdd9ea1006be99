import type { PluralText } from "./search-strings.js";

/** Picks the form of a word by a language's own rule: two in German, six in Arabic, one in Japanese. */
export function plurals(language: string): (count: number, forms: PluralText) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
