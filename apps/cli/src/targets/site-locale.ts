import { CliError, EXIT } from "../exit.js";

/** The languages a site's own words are there in; the library refuses others too. */
const LANGUAGES = ["en", "de", "fr", "es", "ja", "ar"] as const;

/** A locale the site's words are there for, in its canonical form. */
export function siteLocale(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const { language, baseName } = new Intl.Locale(text);
    if (LANGUAGES.some((each) => each === language)) return baseName;
  } catch {
    // No locale at all: told below.
  }
  throw new CliError(
    EXIT.usage,
    `--locale: there are no words for ${text}.`,
    `Languages: ${LANGUAGES.join(", ")}; a region may follow, as in de-AT.`,
  );
}
