import { esAbout } from "./es-about.js";
import { esSearch } from "./es-search.js";
import { plurals } from "./plural.js";
import type { Strings } from "./strings.js";

const pick = plurals("es");
const plural = (count: number, one: string, other: string): string => pick(count, { one, other });
const posts = (count: number): string => plural(count, "publicación", "publicaciones");
const boosts = (count: number): string => plural(count, "impulso", "impulsos");

function sentence(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join("; ")}.`;
}

/** Spanish. */
export const es: Strings = {
  language: "es",
  direction: "ltr",
  locale: "es",

  skip: "Saltar al contenido",
  siteNavigation: "Sitio",
  posts: "Publicaciones",
  about: "Acerca de",
  untitledSite: "Un archivo de publicaciones",
  titleOf: (page, site) => `${page} · ${site}`,

  avatarOf: (name) => `Avatar de ${name}`,
  joined: "Desde",
  movedTo: "Se mudó a",
  span: (months) => {
    const years = Math.floor(months / 12);
    const rest = months % 12;
    return [
      ...(years > 0 ? [`${years} ${plural(years, "año", "años")}`] : []),
      ...(rest > 0 ? [`${rest} ${plural(rest, "mes", "meses")}`] : []),
    ].join(" y ");
  },
  sums: {
    posts,
    replies: "de ellas respuestas",
    selfReplies: "en hilos propios",
    polls: (count) => plural(count, "encuesta", "encuestas"),
    boosts,
    days: (count) => plural(count, "día con publicación", "días con publicación"),
  },
  postsByWeek: "Publicaciones por semana",
  postsByDay: "Publicaciones por día",
  fewer: "menos",
  morePerWeek: "más publicaciones por semana",
  morePerDay: "más publicaciones por día",
  sameAsTable: "Lo mismo en una tabla, por mes",
  tableByMonth: "Publicaciones por mes, tabla",
  year: "Año",
  total: "Total",
  pinned: "Fijado",
  latest: "Lo último",
  allOf: (month) => `Todo ${month}`,
  homeDescription: (name, first, last) =>
    first === null || last === null
      ? `Publicaciones de ${name}.`
      : first === last
        ? `Publicaciones de ${name} de ${first}.`
        : `Publicaciones de ${name} de ${first} a ${last}.`,

  undated: "Sin fecha",
  undatedLede: "Publicaciones cuya fecha falta o no se puede leer.",
  continued: (title) => `${title}, continuación`,
  monthLede: (count, text, shared, sharedText) =>
    sentence([
      count > 0 ? `${text} ${plural(count, "publicación", "publicaciones en orden de lectura")}` : null,
      shared > 0 ? `${sharedText} ${boosts(shared)}` : null,
    ]),
  monthDescription: (name, month) => `Lo que ${name} publicó en ${month}.`,
  yearLede: (count, text, shared, sharedText) =>
    sentence([
      count > 0 ? `${text} ${posts(count)}` : null,
      shared > 0 ? `${sharedText} ${boosts(shared)}` : null,
    ]),
  yearDescription: (name, year) => `Lo que ${name} publicó en ${year}, por mes.`,
  otherMonths: "Otros meses",
  years: "Años",
  show: "Mostrar",
  showReplies: "respuestas",
  showBoosts: "impulsos",
  earlier: "Antes",
  later: "Después",
  earlierAndLater: "Antes y después",

  edited: "editado",
  visibility: {
    public: "Pública",
    unlisted: "No listada",
    followers: "Solo seguidores",
    direct: "Directa",
    unknown: "Visibilidad desconocida",
  },
  to: "A",
  andOthers: (count, text) => `y ${count === 1 ? "otra persona" : `${text} más`}`,
  inReplyToPost: "una publicación",
  onHost: (host) => `en ${host}`,
  goesOnFrom: "Continúa",
  postOf: (when) => `la publicación de ${when}`,
  boosted: "Impulsó",
  boostedAuthor: ({ handle, host }) => `una publicación ${handle === null ? `en ${host}` : `de ${handle}`}`,
  aPostOn: (host) => `una publicación en ${host}`,
  boostedPosts: (count, text) => `Impulsó ${text} ${posts(count)}`,
  contentWarning: "Advertencia de contenido",
  showIt: "Mostrar",
  hideIt: "Ocultar",
  readOn: "Seguir leyendo",
  threadOf: (count, text) => `El hilo entero, ${text} ${posts(count)}`,

  undescribed: "Una imagen sin descripción",
  mediaLabel: { image: "Imagen", video: "Vídeo", audio: "Grabación", unknown: "Archivo" },
  description: "Descripción",
  descriptions: "Descripciones",
  sensitive: (kind, count) =>
    ({
      image: plural(count, "Imagen sensible", "Imágenes sensibles"),
      video: plural(count, "Vídeo sensible", "Vídeos sensibles"),
      audio: plural(count, "Grabación sensible", "Grabaciones sensibles"),
      unknown: plural(count, "Archivo sensible", "Archivos sensibles"),
    })[kind],
  hideSensitive: (kind, count) =>
    ({
      image: plural(count, "Ocultar la imagen", "Ocultar las imágenes"),
      video: plural(count, "Ocultar el vídeo", "Ocultar los vídeos"),
      audio: plural(count, "Ocultar la grabación", "Ocultar las grabaciones"),
      unknown: plural(count, "Ocultar el archivo", "Ocultar los archivos"),
    })[kind],
  missing: {
    image: "Esta imagen no estaba en el archivo.",
    video: "Este vídeo no estaba en el archivo.",
    audio: "Esta grabación no estaba en el archivo.",
    unknown: "Este fichero no estaba en el archivo.",
  },
  leftOut: {
    image: "Esta copia se hizo sin sus imágenes.",
    video: "Esta copia se hizo sin sus vídeos.",
    audio: "Esta copia se hizo sin sus grabaciones.",
    unknown: "Esta copia se hizo sin sus ficheros.",
  },
  elsewhere: {
    image: "Esta imagen no está en el archivo; se hallaba",
    video: "Este vídeo no está en el archivo; se hallaba",
    audio: "Esta grabación no está en el archivo; se hallaba",
    unknown: "Este fichero no está en el archivo; se hallaba",
  },
  openFile: "Abrir el fichero",
  attached: (count, text) => `${text} ${plural(count, "adjunto", "adjuntos")}`,

  percent: (value) => `${value} %`,
  votersOf: (count, text) => `${text} ${plural(count, "persona votó", "personas votaron")}`,
  votesOf: (count, text) => `${text} ${plural(count, "voto", "votos")}`,
  pollClosed: (when) => (when === null ? "cerrada" : `cerrada el ${when}`),
  pollOpenUntil: (when) => `abierta hasta el ${when}`,
  pollIsThere: "Una encuesta",

  quotes: "Cita",
  quoteTextMissing: "Su texto no está en el archivo.",

  postTitle: (name, when, label) => (label === null ? `${name}, ${when}` : `${name}, ${when}: ${label}`),
  postWithoutText: "Una publicación sin palabras",
  original: (host) => `el original en ${host}`,
  postFailed: "Esta publicación no se pudo escribir aquí.",
  thread: "El hilo",
  threadLede: (count, text, branches) =>
    `${text} ${posts(count)}${
      branches === 0 ? "" : `, con ${branches === 1 ? "una rama" : `${branches} ramas`}`
    }.`,
  threadWindow: "Se muestran las que rodean a esta.",
  threadStart: "Donde empieza",
  thisPost: "Esta publicación",
  branch: "Una rama, desde aquí",
  quoted: (text) => `«${text}»`,

  colophon: "Colofón",
  colophonText: (writtenBy) =>
    `Todo lo que hay aquí lo publicó ${writtenBy}. Estas páginas son una copia: las respuestas y los favoritos de otras personas se quedaron en sus servidores.`,
  profileOn: (host) => `La cuenta en ${host}`,
  madeWith: (tool) => `Hecho con ${tool}`,

  gallery: "Galería",
  galleryLede: ({ pictures, films, recordings, text }) => {
    const parts = [
      ...(pictures > 0 ? [`${text(pictures)} ${plural(pictures, "imagen", "imágenes")}`] : []),
      ...(films > 0 ? [`${text(films)} ${plural(films, "vídeo", "vídeos")}`] : []),
      ...(recordings > 0 ? [`${text(recordings)} ${plural(recordings, "grabación", "grabaciones")}`] : []),
    ];
    return `${parts.join(", ")}. Cada imagen abre su propia página, con su descripción y la publicación a la que pertenece.`;
  },
  galleryDescription: (name) => `Imágenes y vídeos en las publicaciones de ${name}, por mes.`,
  galleryByYear: "Galería por año",
  asListWithDescriptions: "Mostrar como lista con descripciones",
  picturesIn: (count, text) => `${text} ${plural(count, "imagen", "imágenes")}`,
  noDescription: "No se dio ninguna descripción.",
  pictureOf: (when) => `Imagen del ${when}`,
  pictureIn: (number, count) => (count === "1" ? "Imagen en" : `Imagen ${number} de ${count} en`),
  aPostOf: (when) => `una publicación del ${when}`,
  undatedPost: "una publicación sin fecha",
  openFullSize: "Abrir a tamaño completo",
  previousPicture: "Imagen anterior",
  nextPicture: "Imagen siguiente",

  tags: "Etiquetas",
  tagsLede: (count, text) => `${text} ${plural(count, "etiqueta", "etiquetas")}.`,
  tagsDescription: (name) => `Las etiquetas en las publicaciones de ${name}.`,
  mostUsed: "Las más usadas",
  allByLetter: "Todas, por letra",
  figures: "Cifras y signos",
  tagLede: (count, text) => `${text} ${plural(count, "publicación", "publicaciones en orden de lectura")}.`,
  tagDescription: (name, tag) => `Lo que ${name} publicó con ${tag}.`,
  allTags: "Todas las etiquetas",

  threadOfPosts: (_count, text) => `Hilo de ${text} publicaciones`,
  readingTime: (minutes, text) => `${text} ${plural(minutes, "minuto", "minutos")}`,
  inThisThread: "En este hilo",
  postOfThread: (number, count, when) => `Publicación ${number} de ${count}, ${when}`,
  asArticle: "Leerlo como un solo artículo",
  besideTheArticle: (count, text) =>
    `${text} ${plural(count, "publicación del hilo se aparta", "publicaciones del hilo se apartan")}:`,
  wholeThread: "el hilo entero",

  statistics: "Estadísticas",
  statisticsLede: (count, text, timeZone) =>
    `${text} ${plural(count, "publicación mostrada", "publicaciones mostradas")} aquí, en la zona horaria ${timeZone}.`,
  statisticsDescription: (name) => `Las publicaciones de ${name} mostradas aquí, en números.`,
  numbersAsTable: "Los números en una tabla",
  drawn: "Dibujo",
  postsByMonth: "Publicaciones por mes",
  postsByMonthText: ({ month, posts: most }) => `El máximo en ${month} (${most}).`,
  month: "Mes",
  replies: "Respuestas",
  boosts: "Impulsos",
  hourAndWeekday: "Hora y día de la semana",
  hourAndWeekdayText: ({ weekday, from, to }) =>
    `Puntos más grandes, más publicaciones. El máximo: ${weekday}, entre ${from} y ${to}.`,
  hour: "Hora",
  languages: "Idiomas",
  languagesText: "Según se indicó al publicar.",
  languageOfPosts: "Idioma",
  languageNotMarked: "sin indicar",
  mostUsedTags: "Etiquetas más usadas",
  tag: "Etiqueta",
  mediaInPosts: "Imágenes, vídeos, grabaciones",
  mediaInPostsText: (count) => `${count} de las publicaciones tienen.`,
  mediaKind: "Tipo",
  mediaKinds: { image: "Imágenes", video: "Vídeos", audio: "Grabaciones", unknown: "Otros ficheros" },
  count: "Número",
  describedPictures: "Imágenes con descripción",
  describedPicturesText: (share, pictures) => `${share} de ${pictures}.`,
  described: "Descritas",

  likes: "Favoritos",
  bookmarks: "Marcadores",
  linksLede: {
    boosts: (count, text) =>
      `${text} ${plural(count, "publicación impulsada", "publicaciones impulsadas")}, por servidor. Sus palabras son de quienes las escribieron, y allí se quedaron.`,
    likes: (count, text) =>
      `${text} ${plural(count, "publicación favorita", "publicaciones favoritas")}, por servidor. Sus palabras son de quienes las escribieron, y allí se quedaron.`,
    bookmarks: (count, text) =>
      `${text} ${plural(count, "publicación guardada", "publicaciones guardadas")}, por servidor. Sus palabras son de quienes las escribieron, y allí se quedaron.`,
  },
  otherAddresses: "En otra parte",

  lookLight: "Claro",
  lookDark: "Oscuro",
  close: "Cerrar",

  feeds: "Canales",
  feedOfAll: "Todo",
  feedOfPosts: "Publicaciones sin respuestas",
  feedOfTag: (tag) => `Publicaciones con ${tag}`,

  movedNotice: (name) => `${name} se mudó a`,
  people: "Personas",
  siteOf: (names) => `Publicaciones de ${names}`,
  goneSince: (when) => `ya no está en el servidor desde ${when}`,
  earlierVersions: (count, text) => `${text} ${plural(count, "versión anterior", "versiones anteriores")}`,
  versionOf: (when) => `Como era el ${when}`,
  firstVersion: "Como se escribió primero",
  eventWhen: "Cuándo",
  eventUntil: (when) => `hasta ${when}`,
  eventWhere: "Dónde",
  captions: "Subtítulos",

  search: esSearch,

  ...esAbout,

  notFoundTitle: "Aquí no hay ninguna página",
  notFoundText: "Puede que la dirección esté mal escrita, o que sea de algo que no está en este archivo.",
  toTheHome: "Al principio",
};
