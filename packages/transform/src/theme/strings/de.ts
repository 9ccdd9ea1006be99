import { deAbout } from "./de-about.js";
import { deSearch } from "./de-search.js";
import { plurals } from "./plural.js";
import type { Strings } from "./strings.js";

const WORDS = [
  "kein",
  "ein",
  "zwei",
  "drei",
  "vier",
  "fünf",
  "sechs",
  "sieben",
  "acht",
  "neun",
  "zehn",
  "elf",
  "zwölf",
];

const pick = plurals("de");
const plural = (count: number, one: string, other: string): string => pick(count, { one, other });
const posts = (count: number): string => plural(count, "Beitrag", "Beiträge");
const boosts = (count: number): string => plural(count, "geteilter Beitrag", "geteilte Beiträge");

function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}

function sentence(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join("; ")}.`;
}

/** German. */
export const de: Strings = {
  language: "de",
  direction: "ltr",
  locale: "de",

  skip: "Zum Inhalt springen",
  siteNavigation: "Seiten",
  posts: "Beiträge",
  about: "Über",
  untitledSite: "Ein Archiv von Beiträgen",
  titleOf: (page, site) => `${page} · ${site}`,

  avatarOf: (name) => `Profilbild von ${name}`,
  joined: "Dabei seit",
  movedTo: "Umgezogen nach",
  span: (months) => {
    const years = Math.floor(months / 12);
    const rest = months % 12;
    const parts = [
      ...(years > 0 ? [`${inWords(years)} ${plural(years, "Jahr", "Jahre")}`] : []),
      ...(rest > 0 ? [`${inWords(rest)} ${plural(rest, "Monat", "Monate")}`] : []),
    ].join(" und ");
    return parts.charAt(0).toUpperCase() + parts.slice(1);
  },
  sums: {
    posts,
    replies: "davon Antworten",
    selfReplies: "in eigenen Threads",
    polls: (count) => plural(count, "Umfrage", "Umfragen"),
    boosts,
    days: (count) => plural(count, "Tag mit Beitrag", "Tage mit Beitrag"),
  },
  postsByWeek: "Beiträge je Woche",
  postsByDay: "Beiträge je Tag",
  fewer: "weniger",
  morePerWeek: "mehr Beiträge in der Woche",
  morePerDay: "mehr Beiträge am Tag",
  sameAsTable: "Dasselbe als Tabelle, nach Monaten",
  tableByMonth: "Beiträge nach Monaten, Tabelle",
  year: "Jahr",
  total: "Summe",
  pinned: "Angeheftet",
  latest: "Zuletzt",
  allOf: (month) => `Alles aus ${month}`,
  homeDescription: (name, first, last) =>
    first === null || last === null
      ? `Beiträge von ${name}.`
      : first === last
        ? `Beiträge von ${name} aus ${first}.`
        : `Beiträge von ${name} von ${first} bis ${last}.`,

  undated: "Ohne Datum",
  undatedLede: "Beiträge, deren Datum fehlt oder nicht lesbar ist.",
  continued: (title) => `${title}, Fortsetzung`,
  monthLede: (count, text, shared, sharedText) =>
    sentence([
      count > 0 ? `${text} ${plural(count, "Beitrag", "Beiträge in Lesereihenfolge")}` : null,
      shared > 0 ? `${sharedText} ${boosts(shared)}` : null,
    ]),
  monthDescription: (name, month) => `Was ${name} im ${month} schrieb.`,
  yearLede: (count, text, shared, sharedText) =>
    sentence([
      count > 0 ? `${text} ${posts(count)}` : null,
      shared > 0 ? `${sharedText} ${boosts(shared)}` : null,
    ]),
  yearDescription: (name, year) => `Was ${name} im Jahr ${year} schrieb, nach Monaten.`,
  otherMonths: "Andere Monate",
  years: "Jahre",
  show: "Zeigen",
  showReplies: "Antworten",
  showBoosts: "Geteiltes",
  earlier: "Früher",
  later: "Später",
  earlierAndLater: "Früher und später",

  edited: "bearbeitet",
  visibility: {
    public: "Öffentlich",
    unlisted: "Nicht gelistet",
    followers: "Nur für Folgende",
    direct: "Direkt",
    unknown: "Sichtbarkeit unbekannt",
  },
  to: "An",
  andOthers: (count, text) => `und ${count === 1 ? "jemand anderen" : `${text} andere`}`,
  inReplyToPost: "einen Beitrag",
  onHost: (host) => `auf ${host}`,
  goesOnFrom: "Fortsetzung von:",
  postOf: (when) => `Beitrag von ${when}`,
  boosted: "Geteilt:",
  boostedAuthor: ({ handle, host }) => `ein Beitrag ${handle === null ? `auf ${host}` : `von ${handle}`}`,
  aPostOn: (host) => `einen Beitrag auf ${host}`,
  boostedPosts: (count, text) => `${text} ${plural(count, "Beitrag", "Beiträge")} geteilt`,
  contentWarning: "Inhaltswarnung",
  showIt: "Zeigen",
  hideIt: "Verbergen",
  readOn: "Weiterlesen",
  threadOf: (count, text) => `Der ganze Thread, ${text} ${posts(count)}`,

  undescribed: "Ein Bild ohne Beschreibung",
  mediaLabel: { image: "Bild", video: "Film", audio: "Tonaufnahme", unknown: "Datei" },
  description: "Beschreibung",
  descriptions: "Beschreibungen",
  sensitive: (kind, count) =>
    ({
      image: plural(count, "Heikles Bild", "Heikle Bilder"),
      video: plural(count, "Heikler Film", "Heikle Filme"),
      audio: plural(count, "Heikle Tonaufnahme", "Heikle Tonaufnahmen"),
      unknown: plural(count, "Heikle Datei", "Heikle Dateien"),
    })[kind],
  hideSensitive: (kind, count) =>
    ({
      image: plural(count, "Das Bild verbergen", "Die Bilder verbergen"),
      video: plural(count, "Den Film verbergen", "Die Filme verbergen"),
      audio: plural(count, "Die Tonaufnahme verbergen", "Die Tonaufnahmen verbergen"),
      unknown: plural(count, "Die Datei verbergen", "Die Dateien verbergen"),
    })[kind],
  missing: {
    image: "Dieses Bild war nicht im Archiv.",
    video: "Dieser Film war nicht im Archiv.",
    audio: "Diese Tonaufnahme war nicht im Archiv.",
    unknown: "Diese Datei war nicht im Archiv.",
  },
  leftOut: {
    image: "Diese Kopie entstand ohne ihre Bilder.",
    video: "Diese Kopie entstand ohne ihre Filme.",
    audio: "Diese Kopie entstand ohne ihre Tonaufnahmen.",
    unknown: "Diese Kopie entstand ohne ihre Dateien.",
  },
  elsewhere: {
    image: "Dieses Bild ist nicht im Archiv; es lag",
    video: "Dieser Film ist nicht im Archiv; er lag",
    audio: "Diese Tonaufnahme ist nicht im Archiv; sie lag",
    unknown: "Diese Datei ist nicht im Archiv; sie lag",
  },
  openFile: "Datei öffnen",
  attached: (count, text) => `${text} ${plural(count, "Anhang", "Anhänge")}`,

  percent: (value) => `${value} %`,
  votersOf: (count, text) => `${text} ${plural(count, "Person hat", "Personen haben")} abgestimmt`,
  votesOf: (count, text) => `${text} ${plural(count, "Stimme", "Stimmen")}`,
  pollClosed: (when) => (when === null ? "beendet" : `beendet am ${when}`),
  pollOpenUntil: (when) => `offen bis ${when}`,
  pollIsThere: "Eine Umfrage",

  quotes: "Zitiert",
  quoteTextMissing: "Der Text ist nicht im Archiv.",

  postTitle: (name, when, label) => (label === null ? `${name} am ${when}` : `${name} am ${when}: ${label}`),
  postWithoutText: "Ein Beitrag ohne Worte",
  original: (host) => `das Original auf ${host}`,
  postFailed: "Dieser Beitrag konnte hier nicht geschrieben werden.",
  thread: "Der Thread",
  threadLede: (count, text, branches) => {
    const number = count <= 12 ? inWords(count) : text;
    const aside =
      branches === 0 ? "" : branches === 1 ? ", mit einem Zweig" : `, mit ${inWords(branches)} Zweigen`;
    return `${number.charAt(0).toUpperCase()}${number.slice(1)} ${posts(count)}${aside}.`;
  },
  threadWindow: "Gezeigt werden die um diesen herum.",
  threadStart: "Wo er beginnt",
  thisPost: "Dieser Beitrag",
  branch: "Ein Zweig, von hier aus",
  quoted: (text) => `„${text}“`,

  colophon: "Kolophon",
  colophonText: (writtenBy) =>
    `Alles hier stammt von ${writtenBy}. Diese Seiten sind eine Kopie: Antworten und Favoriten anderer blieben auf ihren Servern.`,
  profileOn: (host) => `Das Konto auf ${host}`,
  madeWith: (tool) => `Gemacht mit ${tool}`,

  gallery: "Galerie",
  galleryLede: ({ pictures, films, recordings, text }) => {
    const parts = [
      ...(pictures > 0 ? [`${text(pictures)} ${plural(pictures, "Bild", "Bilder")}`] : []),
      ...(films > 0 ? [`${text(films)} ${plural(films, "Film", "Filme")}`] : []),
      ...(recordings > 0 ? [`${text(recordings)} ${plural(recordings, "Tonaufnahme", "Tonaufnahmen")}`] : []),
    ];
    return `${parts.join(", ")}. Jedes Bild öffnet seine eigene Seite, mit Beschreibung und dem Beitrag, zu dem es gehört.`;
  },
  galleryDescription: (name) => `Bilder und Filme in den Beiträgen von ${name}, nach Monaten.`,
  galleryByYear: "Galerie nach Jahren",
  asListWithDescriptions: "Als Liste mit Beschreibungen zeigen",
  picturesIn: (count, text) => `${text} ${plural(count, "Bild", "Bilder")}`,
  noDescription: "Eine Beschreibung wurde nicht gegeben.",
  pictureOf: (when) => `Bild vom ${when}`,
  pictureIn: (number, count) => (count === "1" ? "Bild in" : `Bild ${number} von ${count} in`),
  aPostOf: (when) => `einem Beitrag vom ${when}`,
  undatedPost: "einem Beitrag ohne Datum",
  openFullSize: "In voller Größe öffnen",
  previousPicture: "Voriges Bild",
  nextPicture: "Nächstes Bild",

  tags: "Schlagwörter",
  tagsLede: (count, text) => `${text} ${plural(count, "Schlagwort", "Schlagwörter")}.`,
  tagsDescription: (name) => `Die Schlagwörter in den Beiträgen von ${name}.`,
  mostUsed: "Am häufigsten",
  allByLetter: "Alle, nach Anfangsbuchstaben",
  figures: "Ziffern und Zeichen",
  tagLede: (count, text) => `${text} ${plural(count, "Beitrag", "Beiträge in Lesereihenfolge")}.`,
  tagDescription: (name, tag) => `Was ${name} mit ${tag} schrieb.`,
  allTags: "Alle Schlagwörter",

  threadOfPosts: (_count, text) => `Thread aus ${text} Beiträgen`,
  readingTime: (minutes, text) =>
    `${minutes === 1 ? "eine" : minutes <= 12 ? inWords(minutes) : text} ${plural(minutes, "Minute", "Minuten")}`,
  inThisThread: "In diesem Thread",
  postOfThread: (number, count, when) => `Beitrag ${number} von ${count}, ${when}`,
  asArticle: "Als einen Artikel lesen",
  besideTheArticle: (count, text) =>
    `${text} ${plural(count, "Beitrag des Threads zweigt", "Beiträge des Threads zweigen")} ab:`,
  wholeThread: "der ganze Thread",

  statistics: "Statistik",
  statisticsLede: (count, text, timeZone) =>
    `${text} ${plural(count, "Beitrag, der hier steht", "Beiträge, die hier stehen")}, gezählt in der Zeitzone ${timeZone}.`,
  statisticsDescription: (name) => `Die hier gezeigten Beiträge von ${name} in Zahlen.`,
  numbersAsTable: "Die Zahlen als Tabelle",
  drawn: "Gezeichnet",
  postsByMonth: "Beiträge nach Monaten",
  postsByMonthText: ({ month, posts: most }) => `Am meisten im ${month} (${most}).`,
  month: "Monat",
  replies: "Antworten",
  boosts: "Geteiltes",
  hourAndWeekday: "Stunde und Wochentag",
  hourAndWeekdayText: ({ weekday, from, to }) =>
    `Größere Punkte, mehr Beiträge. Am meisten: ${weekday} zwischen ${from} und ${to}.`,
  hour: "Stunde",
  languages: "Sprachen",
  languagesText: "Wie beim Schreiben angegeben.",
  languageOfPosts: "Sprache",
  languageNotMarked: "nicht angegeben",
  mostUsedTags: "Häufigste Schlagwörter",
  tag: "Schlagwort",
  mediaInPosts: "Bilder, Filme, Tonaufnahmen",
  mediaInPostsText: (count) => `${count} der Beiträge haben welche.`,
  mediaKind: "Art",
  mediaKinds: { image: "Bilder", video: "Filme", audio: "Tonaufnahmen", unknown: "Andere Dateien" },
  count: "Anzahl",
  describedPictures: "Bilder mit Beschreibung",
  describedPicturesText: (share, pictures) => `${share} von ${pictures}.`,
  described: "Beschrieben",

  likes: "Favoriten",
  bookmarks: "Lesezeichen",
  linksLede: {
    boosts: (count, text) =>
      `${text} ${boosts(count)}, nach dem Server, auf dem sie liegen. Die Worte gehören denen, die sie schrieben, und blieben dort.`,
    likes: (count, text) =>
      `${text} ${plural(count, "favorisierter Beitrag", "favorisierte Beiträge")}, nach dem Server, auf dem sie liegen. Die Worte gehören denen, die sie schrieben, und blieben dort.`,
    bookmarks: (count, text) =>
      `${text} ${plural(count, "gemerkter Beitrag", "gemerkte Beiträge")}, nach dem Server, auf dem sie liegen. Die Worte gehören denen, die sie schrieben, und blieben dort.`,
  },
  otherAddresses: "Anderswo",

  lookLight: "Hell",
  lookDark: "Dunkel",
  close: "Schließen",

  feeds: "Feeds",
  feedOfAll: "Alles",
  feedOfPosts: "Beiträge ohne Antworten",
  feedOfTag: (tag) => `Beiträge mit ${tag}`,

  movedNotice: (name) => `${name} ist umgezogen nach`,
  people: "Personen",
  siteOf: (names) => `Beiträge von ${names}`,
  goneSince: (when) => `seit ${when} nicht mehr auf dem Server`,
  earlierVersions: (count, text) => `${text} frühere ${plural(count, "Fassung", "Fassungen")}`,
  versionOf: (when) => `Wie es am ${when} war`,
  firstVersion: "Wie es zuerst geschrieben war",
  eventWhen: "Wann",
  eventUntil: (when) => `bis ${when}`,
  eventWhere: "Wo",
  captions: "Untertitel",

  search: deSearch,

  ...deAbout,

  notFoundTitle: "Hier ist keine Seite",
  notFoundText: "Die Adresse ist vertippt oder gehört zu etwas, das nicht in diesem Archiv ist.",
  toTheHome: "Zum Anfang",
};
