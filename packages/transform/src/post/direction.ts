// Languages written from right to left in their usual script, and the scripts themselves (Unicode, UAX #9).
const LANGUAGES = new Set(
  "ar arc arz azb bal bcc bqi ckb dv fa glk he ks lrc mzn nqo pnb ps sd syr ug ur yi".split(" "),
);
const SCRIPTS = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** The direction a language is written in; `auto` (by the text's first strong letter) when it is not known. */
export function directionOf(language: string | null): "ltr" | "rtl" | "auto" {
  if (language === null) return "auto";
  const [primary = "", ...rest] = language.split("-");
  const script = rest.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  if (script !== undefined) return SCRIPTS.has(script) ? "rtl" : "ltr";
  return LANGUAGES.has(primary) ? "rtl" : "ltr";
}
