import { ar } from "./ar.js";
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { ja } from "./ja.js";
import type { Strings } from "./strings.js";

/** The languages a site's own words are there in. */
export const SITE_LANGUAGES = ["en", "de", "fr", "es", "ja", "ar"] as const;
/** One of {@link SITE_LANGUAGES}. */
export type SiteLanguage = (typeof SITE_LANGUAGES)[number];

const STRINGS: Readonly<Record<SiteLanguage, Strings>> = { en, de, fr, es, ja, ar };

/**
 * The words for a locale: `de-AT` takes German ones, and dates and numbers as they are written in Austria.
 * Throws `RangeError` for what is no locale, and for a language the words are not there in.
 */
export function stringsOf(locale: string | undefined): Strings {
  if (locale === undefined) return en;
  const wanted = new Intl.Locale(locale);
  const language = SITE_LANGUAGES.find((each) => each === wanted.language);
  if (language === undefined) {
    throw new RangeError(
      `no words in the language ${wanted.language}; there are ${SITE_LANGUAGES.join(", ")}`,
    );
  }
  const strings = STRINGS[language];
  const { baseName } = wanted;
  // `en` alone keeps the dates of its own file.
  return baseName === language ? strings : { ...strings, language: baseName, locale: baseName };
}
