import { isJsonObject, type JsonObject, languageTag, naturalText } from "@archive/schema";

// No codes, but written for what everybody understands by them: countries' codes, and names in English.
const MEANT: ReadonlyMap<string, string> = new Map([
  ["cn", "zh"],
  ["cz", "cs"],
  ["dk", "da"],
  ["gr", "el"],
  ["jp", "ja"],
  ["ua", "uk"],
  ["chinese", "zh"],
  ["dutch", "nl"],
  ["english", "en"],
  ["french", "fr"],
  ["german", "de"],
  ["italian", "it"],
  ["japanese", "ja"],
  ["korean", "ko"],
  ["polish", "pl"],
  ["russian", "ru"],
  ["spanish", "es"],
]);
// ISO 639-2: several languages, uncoded ones, no language at all. None of them tells a reader anything.
const SAYS_NOTHING: ReadonlySet<string> = new Set(["mul", "mis", "zxx", "und"]);

/**
 * The language of the text, of its warning or its title, whichever the document names first: canonical BCP-47, with
 * what was meant in place of well-known mistakes (`jp`).
 */
export function languageOf(object: JsonObject): string | null {
  if (object.contentMap !== undefined || object.summaryMap !== undefined || object.nameMap !== undefined) {
    for (const property of ["content", "summary", "name"]) {
      const language = repaired(naturalText(object, property)?.language ?? null);
      if (language !== null) return language;
    }
  }
  // Some servers name a language without a map.
  const { language } = object;
  if (language === undefined) return null;
  return repaired(languageTag(isJsonObject(language) ? language.identifier : language));
}

/** A canonical tag with a usual mistake mended; `null` for one that says nothing. */
export function repaired(tag: string | null): string | null {
  if (tag === null) return null;
  const end = tag.indexOf("-");
  const primary = (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
  if (SAYS_NOTHING.has(primary)) return null;
  const meant = MEANT.get(primary);
  return meant === undefined ? tag : meant + (end < 0 ? "" : tag.slice(end));
}
