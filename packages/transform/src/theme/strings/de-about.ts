import type { AboutStrings } from "./about-strings.js";
import { DIALECT_NAMES } from "./dialect-names.js";

/** The words about the archive itself in German. */
export const deAbout: AboutStrings = {
  aboutTitle: "Über dieses Archiv",
  aboutDescription: "Woher dieses Archiv stammt und was solchen Archiven fehlt.",
  aboutCopy: [
    "Ein Server gibt allen auf Wunsch eine Datei mit dem, was sie dort geschrieben haben. Diese Seiten sind aus so einer Datei gemacht, auf dem eigenen Rechner und ohne etwas irgendwohin zu schicken.",
    "Es ist eine Kopie, kein Konto. Niemand kann ihr folgen oder ihr antworten.",
  ],
  whereFrom: "Woher es kommt",
  account: "Konto",
  exported: "Exportiert",
  software: "Software",
  firstPost: "Erster Beitrag hier",
  lastPost: "Letzter Beitrag hier",
  timeZone: "Datum und Uhrzeit in",
  whatExportsLack: "Was so einem Export fehlt",
  whatExportsLackText: [
    "Was andere antworteten, und die Beiträge, auf die geantwortet, die zitiert oder geteilt wurden: Diese Worte gehören anderen und blieben auf ihren Servern. Wo einer gemeint ist, steht ein Link.",
    "Wie oft ein Beitrag favorisiert oder geteilt wurde, und von wem.",
    "Frühere Fassungen bearbeiteter Beiträge.",
    "Eigene Emoji: Server exportieren ihre Bilder nicht, darum stehen sie hier mit Namen, zwischen Doppelpunkten.",
    "Manchmal ein Bild: Wo eines fehlt, steht seine Beschreibung.",
  ],
  howMade: "Wie es gemacht ist",
  howMadeText: (tool) => [
    `Mit ${tool}. Reines HTML und ein Stylesheet: Es öffnet sich von der Festplatte, in jedem Browser, ohne Netz und ohne Skript. Hier wird niemand gezählt.`,
  ],
  dialects: DIALECT_NAMES,
};
