import { frAbout } from "./fr-about.js";
import { frSearch } from "./fr-search.js";
import { plurals } from "./plural.js";
import type { Strings } from "./strings.js";

const pick = plurals("fr");
const plural = (count: number, one: string, other: string): string => pick(count, { one, other });
const posts = (count: number): string => plural(count, "message", "messages");
const boosts = (count: number): string => plural(count, "partage", "partages");

function sentence(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join(" ; ")}.`;
}

/** French. */
export const fr: Strings = {
  language: "fr",
  direction: "ltr",
  locale: "fr",

  skip: "Aller au contenu",
  siteNavigation: "Site",
  posts: "Messages",
  about: "À propos",
  untitledSite: "Une archive de messages",
  titleOf: (page, site) => `${page} · ${site}`,

  avatarOf: (name) => `Avatar de ${name}`,
  joined: "Inscription",
  movedTo: "Déménagement vers",
  span: (months) => {
    const years = Math.floor(months / 12);
    const rest = months % 12;
    return [
      ...(years > 0 ? [`${years} ${plural(years, "an", "ans")}`] : []),
      ...(rest > 0 ? [`${rest} mois`] : []),
    ].join(" et ");
  },
  sums: {
    posts,
    replies: "dont réponses",
    selfReplies: "dans ses propres fils",
    polls: (count) => plural(count, "sondage", "sondages"),
    boosts,
    days: (count) => plural(count, "jour avec un message", "jours avec un message"),
  },
  postsByWeek: "Messages par semaine",
  postsByDay: "Messages par jour",
  fewer: "moins",
  morePerWeek: "plus de messages par semaine",
  morePerDay: "plus de messages par jour",
  sameAsTable: "Le même en tableau, par mois",
  tableByMonth: "Messages par mois, tableau",
  year: "Année",
  total: "Total",
  pinned: "Épinglés",
  latest: "Derniers messages",
  allOf: (month) => `Tout ${month}`,
  homeDescription: (name, first, last) =>
    first === null || last === null
      ? `Messages de ${name}.`
      : first === last
        ? `Messages de ${name}, ${first}.`
        : `Messages de ${name}, de ${first} à ${last}.`,

  undated: "Sans date",
  undatedLede: "Messages dont la date manque ou n’est pas lisible.",
  continued: (title) => `${title}, suite`,
  monthLede: (count, text, shared, sharedText) =>
    sentence([
      count > 0 ? `${text} ${plural(count, "message", "messages dans l’ordre de lecture")}` : null,
      shared > 0 ? `${sharedText} ${boosts(shared)}` : null,
    ]),
  monthDescription: (name, month) => `Ce que ${name} a publié en ${month}.`,
  yearLede: (count, text, shared, sharedText) =>
    sentence([
      count > 0 ? `${text} ${posts(count)}` : null,
      shared > 0 ? `${sharedText} ${boosts(shared)}` : null,
    ]),
  yearDescription: (name, year) => `Ce que ${name} a publié en ${year}, par mois.`,
  otherMonths: "Autres mois",
  years: "Années",
  show: "Montrer",
  showReplies: "réponses",
  showBoosts: "partages",
  earlier: "Avant",
  later: "Après",
  earlierAndLater: "Avant et après",

  edited: "modifié",
  visibility: {
    public: "Public",
    unlisted: "Non listé",
    followers: "Abonnés seulement",
    direct: "Direct",
    unknown: "Visibilité inconnue",
  },
  to: "À",
  andOthers: (count, text) => `et ${count === 1 ? "une autre personne" : `${text} autres`}`,
  inReplyToPost: "un message",
  onHost: (host) => `sur ${host}`,
  goesOnFrom: "Suite de :",
  postOf: (when) => `message de ${when}`,
  boosted: "Partage :",
  boostedAuthor: ({ handle, host }) => `un message ${handle === null ? `sur ${host}` : `de ${handle}`}`,
  aPostOn: (host) => `un message sur ${host}`,
  boostedPosts: (count, text) => `${text} ${plural(count, "message partagé", "messages partagés")}`,
  contentWarning: "Avertissement",
  showIt: "Montrer",
  hideIt: "Masquer",
  readOn: "Lire la suite",
  threadOf: (count, text) => `Le fil entier, ${text} ${posts(count)}`,

  undescribed: "Une image sans description",
  mediaLabel: { image: "Image", video: "Film", audio: "Enregistrement", unknown: "Fichier" },
  description: "Description",
  descriptions: "Descriptions",
  sensitive: (kind, count) =>
    ({
      image: plural(count, "Image sensible", "Images sensibles"),
      video: plural(count, "Film sensible", "Films sensibles"),
      audio: plural(count, "Enregistrement sensible", "Enregistrements sensibles"),
      unknown: plural(count, "Fichier sensible", "Fichiers sensibles"),
    })[kind],
  hideSensitive: (kind, count) =>
    ({
      image: plural(count, "Masquer l’image", "Masquer les images"),
      video: plural(count, "Masquer le film", "Masquer les films"),
      audio: plural(count, "Masquer l’enregistrement", "Masquer les enregistrements"),
      unknown: plural(count, "Masquer le fichier", "Masquer les fichiers"),
    })[kind],
  missing: {
    image: "Cette image n’était pas dans l’archive.",
    video: "Ce film n’était pas dans l’archive.",
    audio: "Cet enregistrement n’était pas dans l’archive.",
    unknown: "Ce fichier n’était pas dans l’archive.",
  },
  leftOut: {
    image: "Cette copie a été faite sans ses images.",
    video: "Cette copie a été faite sans ses films.",
    audio: "Cette copie a été faite sans ses enregistrements.",
    unknown: "Cette copie a été faite sans ses fichiers.",
  },
  elsewhere: {
    image: "Cette image n’est pas dans l’archive ; elle se trouvait",
    video: "Ce film n’est pas dans l’archive ; il se trouvait",
    audio: "Cet enregistrement n’est pas dans l’archive ; il se trouvait",
    unknown: "Ce fichier n’est pas dans l’archive ; il se trouvait",
  },
  openFile: "Ouvrir le fichier",
  attached: (count, text) => `${text} ${plural(count, "pièce jointe", "pièces jointes")}`,

  percent: (value) => `${value} %`,
  votersOf: (count, text) => `${text} ${plural(count, "personne a voté", "personnes ont voté")}`,
  votesOf: (count, text) => `${text} ${plural(count, "voix", "voix")}`,
  pollClosed: (when) => (when === null ? "terminé" : `terminé le ${when}`),
  pollOpenUntil: (when) => `ouvert jusqu’au ${when}`,
  pollIsThere: "Un sondage",

  quotes: "Citation :",
  quoteTextMissing: "Son texte n’est pas dans l’archive.",

  postTitle: (name, when, label) => (label === null ? `${name}, ${when}` : `${name}, ${when} : ${label}`),
  postWithoutText: "Un message sans mots",
  original: (host) => `l’original sur ${host}`,
  postFailed: "Ce message n’a pas pu être écrit ici.",
  thread: "Le fil",
  threadLede: (count, text, branches) =>
    `${text} ${posts(count)}${
      branches === 0 ? "" : `, avec ${branches === 1 ? "une branche" : `${branches} branches`}`
    }.`,
  threadWindow: "Ceux autour de celui-ci sont montrés.",
  threadStart: "Où il commence",
  thisPost: "Ce message",
  branch: "Une branche, à partir d’ici",
  quoted: (text) => `« ${text} »`,

  colophon: "Colophon",
  colophonText: (writtenBy) =>
    `Tout ce qui est ici a été publié par ${writtenBy}. Ces pages sont une copie : les réponses et les favoris des autres sont restés sur leurs serveurs.`,
  profileOn: (host) => `Le compte sur ${host}`,
  madeWith: (tool) => `Fait avec ${tool}`,

  gallery: "Galerie",
  galleryLede: ({ pictures, films, recordings, text }) => {
    const parts = [
      ...(pictures > 0 ? [`${text(pictures)} ${plural(pictures, "image", "images")}`] : []),
      ...(films > 0 ? [`${text(films)} ${plural(films, "film", "films")}`] : []),
      ...(recordings > 0
        ? [`${text(recordings)} ${plural(recordings, "enregistrement", "enregistrements")}`]
        : []),
    ];
    return `${parts.join(", ")}. Chaque image ouvre sa propre page, avec sa description et le message auquel elle appartient.`;
  },
  galleryDescription: (name) => `Images et films dans les messages de ${name}, par mois.`,
  galleryByYear: "Galerie par année",
  asListWithDescriptions: "Montrer en liste, avec les descriptions",
  picturesIn: (count, text) => `${text} ${plural(count, "image", "images")}`,
  noDescription: "Aucune description n’a été donnée.",
  pictureOf: (when) => `Image du ${when}`,
  pictureIn: (number, count) => (count === "1" ? "Image dans" : `Image ${number} sur ${count} dans`),
  aPostOf: (when) => `un message du ${when}`,
  undatedPost: "un message sans date",
  openFullSize: "Ouvrir en grand",
  previousPicture: "Image précédente",
  nextPicture: "Image suivante",

  tags: "Mots-dièse",
  tagsLede: (count, text) => `${text} ${plural(count, "mot-dièse", "mots-dièse")}.`,
  tagsDescription: (name) => `Les mots-dièse dans les messages de ${name}.`,
  mostUsed: "Les plus utilisés",
  allByLetter: "Tous, par lettre",
  figures: "Chiffres et signes",
  tagLede: (count, text) => `${text} ${plural(count, "message", "messages dans l’ordre de lecture")}.`,
  tagDescription: (name, tag) => `Ce que ${name} a publié avec ${tag}.`,
  allTags: "Tous les mots-dièse",

  threadOfPosts: (_count, text) => `Fil de ${text} messages`,
  readingTime: (minutes, text) => `${text} ${plural(minutes, "minute", "minutes")}`,
  inThisThread: "Dans ce fil",
  postOfThread: (number, count, when) => `Message ${number} sur ${count}, ${when}`,
  asArticle: "Lire comme un seul article",
  besideTheArticle: (count, text) =>
    `${text} ${plural(count, "message du fil s’en écarte", "messages du fil s’en écartent")} :`,
  wholeThread: "le fil entier",

  statistics: "Statistiques",
  statisticsLede: (count, text, timeZone) =>
    `${text} ${plural(count, "message montré", "messages montrés")} ici, dans le fuseau horaire ${timeZone}.`,
  statisticsDescription: (name) => `Les messages de ${name} montrés ici, en chiffres.`,
  numbersAsTable: "Les chiffres en tableau",
  drawn: "Dessin",
  postsByMonth: "Messages par mois",
  postsByMonthText: ({ month, posts: most }) => `Maximum en ${month} (${most}).`,
  month: "Mois",
  replies: "Réponses",
  boosts: "Partages",
  hourAndWeekday: "Heure et jour de la semaine",
  hourAndWeekdayText: ({ weekday, from, to }) =>
    `Plus le point est grand, plus il y a de messages. Maximum : ${weekday}, entre ${from} et ${to}.`,
  hour: "Heure",
  languages: "Langues",
  languagesText: "Telles qu’indiquées à la publication.",
  languageOfPosts: "Langue",
  languageNotMarked: "non indiquée",
  mostUsedTags: "Mots-dièse les plus utilisés",
  tag: "Mot-dièse",
  mediaInPosts: "Images, films, enregistrements",
  mediaInPostsText: (count) => `${count} des messages en ont.`,
  mediaKind: "Type",
  mediaKinds: { image: "Images", video: "Films", audio: "Enregistrements", unknown: "Autres fichiers" },
  count: "Nombre",
  describedPictures: "Images avec description",
  describedPicturesText: (share, pictures) => `${share} de ${pictures}.`,
  described: "Décrites",

  likes: "Favoris",
  bookmarks: "Marque-pages",
  linksLede: {
    boosts: (count, text) =>
      `${text} ${plural(count, "message partagé", "messages partagés")}, par serveur. Leurs mots sont à leurs auteurs, et sont restés là-bas.`,
    likes: (count, text) =>
      `${text} ${plural(count, "message aimé", "messages aimés")}, par serveur. Leurs mots sont à leurs auteurs, et sont restés là-bas.`,
    bookmarks: (count, text) =>
      `${text} ${plural(count, "message marqué", "messages marqués")}, par serveur. Leurs mots sont à leurs auteurs, et sont restés là-bas.`,
  },
  otherAddresses: "Ailleurs",

  lookLight: "Clair",
  lookDark: "Sombre",
  close: "Fermer",

  feeds: "Flux",
  feedOfAll: "Tout",
  feedOfPosts: "Messages sans les réponses",
  feedOfTag: (tag) => `Messages avec ${tag}`,

  movedNotice: (name) => `${name} a déménagé vers`,
  people: "Personnes",
  siteOf: (names) => `Messages de ${names}`,
  goneSince: (when) => `absent du serveur depuis ${when}`,
  earlierVersions: (count, text) => `${text} ${plural(count, "version antérieure", "versions antérieures")}`,
  versionOf: (when) => `Tel qu’il était le ${when}`,
  firstVersion: "Tel qu’il a d’abord été écrit",
  eventWhen: "Quand",
  eventUntil: (when) => `jusqu’à ${when}`,
  eventWhere: "Où",
  captions: "Sous-titres",

  search: frSearch,

  ...frAbout,

  notFoundTitle: "Il n’y a pas de page ici",
  notFoundText:
    "L’adresse est peut-être mal tapée, ou celle de quelque chose qui n’est pas dans cette archive.",
  toTheHome: "Au début",
};
