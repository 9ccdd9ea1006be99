import { arAbout } from "./ar-about.js";
import { BOOST, counted, FILM, type Noun, noun, PICTURE, POST, pick, RECORDING } from "./ar-nouns.js";
import { arSearch } from "./ar-search.js";
import type { Strings } from "./strings.js";

function sentence(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join("؛ ")}.`;
}

/** Arabic. */
export const ar: Strings = {
  language: "ar",
  direction: "rtl",
  locale: "ar",

  skip: "انتقل إلى المحتوى",
  siteNavigation: "الموقع",
  posts: "المنشورات",
  about: "حول",
  untitledSite: "أرشيف منشورات",
  titleOf: (page, site) => `${page} · ${site}`,

  avatarOf: (name) => `صورة ${name} الرمزية`,
  joined: "تاريخ الانضمام",
  movedTo: "انتقل إلى",
  span: (months) => {
    const years = Math.floor(months / 12);
    const rest = months % 12;
    const number = new Intl.NumberFormat("ar");
    const year: Noun = { one: "سنة", two: "سنتان", few: "سنوات", many: "سنة", other: "سنة" };
    const month: Noun = { one: "شهر", two: "شهران", few: "أشهر", many: "شهرًا", other: "شهر" };
    const said = (count: number, forms: Noun): string =>
      count === 1 ? forms.one : count === 2 ? forms.two : `${number.format(count)} ${pick(count, forms)}`;
    return [...(years > 0 ? [said(years, year)] : []), ...(rest > 0 ? [said(rest, month)] : [])].join(" و");
  },
  sums: {
    posts: (count) => noun(count, POST),
    replies: "منها ردود",
    selfReplies: "في سلاسل خاصة",
    polls: (count) =>
      noun(count, { one: "استطلاع", two: "استطلاعان", few: "استطلاعات", many: "استطلاعًا", other: "استطلاع" }),
    boosts: (count) => noun(count, BOOST),
    days: (count) =>
      noun(count, {
        one: "يوم فيه منشور",
        two: "يومان",
        few: "أيام فيها منشورات",
        many: "يومًا فيه منشورات",
        other: "يوم فيه منشورات",
      }),
  },
  postsByWeek: "المنشورات حسب الأسبوع",
  postsByDay: "المنشورات حسب اليوم",
  fewer: "أقل",
  morePerWeek: "منشورات أكثر في الأسبوع",
  morePerDay: "منشورات أكثر في اليوم",
  sameAsTable: "الشيء نفسه في جدول، حسب الشهر",
  tableByMonth: "المنشورات حسب الشهر، جدول",
  year: "السنة",
  total: "المجموع",
  pinned: "المثبّت",
  latest: "الأحدث",
  allOf: (month) => `كل ${month}`,
  homeDescription: (name, first, last) =>
    first === null || last === null
      ? `منشورات ${name}.`
      : first === last
        ? `منشورات ${name} في ${first}.`
        : `منشورات ${name} من ${first} إلى ${last}.`,

  undated: "بلا تاريخ",
  undatedLede: "منشورات تاريخها مفقود أو لا يُقرأ.",
  continued: (title) => `${title}، تتمة`,
  monthLede: (posts, postsText, boosts, boostsText) =>
    sentence([
      posts > 0 ? `${counted(posts, postsText, POST)} بترتيب القراءة` : null,
      boosts > 0 ? counted(boosts, boostsText, BOOST) : null,
    ]),
  monthDescription: (name, month) => `ما نشره ${name} في ${month}.`,
  yearLede: (posts, postsText, boosts, boostsText) =>
    sentence([
      posts > 0 ? counted(posts, postsText, POST) : null,
      boosts > 0 ? counted(boosts, boostsText, BOOST) : null,
    ]),
  yearDescription: (name, year) => `ما نشره ${name} في ${year}، حسب الشهر.`,
  otherMonths: "أشهر أخرى",
  years: "السنوات",
  show: "إظهار",
  showReplies: "الردود",
  showBoosts: "المشاركات",
  earlier: "السابق",
  later: "التالي",
  earlierAndLater: "السابق والتالي",

  edited: "عُدّل",
  visibility: {
    public: "عام",
    unlisted: "غير مدرج",
    followers: "للمتابعين فقط",
    direct: "مباشر",
    unknown: "الظهور غير معروف",
  },
  to: "إلى",
  andOthers: (count, text) => (count === 1 ? "وشخص آخر" : count === 2 ? "وشخصين آخرين" : `و${text} آخرين`),
  inReplyToPost: "منشور",
  onHost: (host) => `على ${host}`,
  goesOnFrom: "تتمة",
  postOf: (when) => `منشور ${when}`,
  boosted: "شارك",
  // Isolated: the sign before a name written in Latin letters would else go to its other side.
  boostedAuthor: ({ handle, host }) =>
    handle === null ? `منشورًا على ${host}` : `منشورًا من \u2068${handle}\u2069`,
  aPostOn: (host) => `منشور على ${host}`,
  boostedPosts: (count, text) =>
    count === 2
      ? "شارك منشورين"
      : `شارك ${text} ${pick(count, { one: "منشورًا", few: "منشورات", many: "منشورًا", other: "منشور" })}`,
  contentWarning: "تحذير من المحتوى",
  showIt: "إظهار",
  hideIt: "إخفاء",
  readOn: "تابع القراءة",
  threadOf: (count, text) => `السلسلة كاملة، ${counted(count, text, POST)}`,

  undescribed: "صورة بلا وصف",
  mediaLabel: { image: "صورة", video: "فيلم", audio: "تسجيل", unknown: "ملف" },
  description: "الوصف",
  descriptions: "الأوصاف",
  sensitive: (kind, count) =>
    ({
      image: pick(count, { one: "صورة حساسة", two: "صورتان حساستان", other: "صور حساسة" }),
      video: pick(count, { one: "فيلم حساس", two: "فيلمان حساسان", other: "أفلام حساسة" }),
      audio: pick(count, { one: "تسجيل حساس", two: "تسجيلان حساسان", other: "تسجيلات حساسة" }),
      unknown: pick(count, { one: "ملف حساس", two: "ملفان حساسان", other: "ملفات حساسة" }),
    })[kind],
  hideSensitive: (kind, count) =>
    ({
      image: pick(count, { one: "إخفاء الصورة", two: "إخفاء الصورتين", other: "إخفاء الصور" }),
      video: pick(count, { one: "إخفاء الفيلم", two: "إخفاء الفيلمين", other: "إخفاء الأفلام" }),
      audio: pick(count, { one: "إخفاء التسجيل", two: "إخفاء التسجيلين", other: "إخفاء التسجيلات" }),
      unknown: pick(count, { one: "إخفاء الملف", two: "إخفاء الملفين", other: "إخفاء الملفات" }),
    })[kind],
  missing: {
    image: "هذه الصورة لم تكن في الأرشيف.",
    video: "هذا الفيلم لم يكن في الأرشيف.",
    audio: "هذا التسجيل لم يكن في الأرشيف.",
    unknown: "هذا الملف لم يكن في الأرشيف.",
  },
  leftOut: {
    image: "صُنعت هذه النسخة دون صورها.",
    video: "صُنعت هذه النسخة دون أفلامها.",
    audio: "صُنعت هذه النسخة دون تسجيلاتها.",
    unknown: "صُنعت هذه النسخة دون ملفاتها.",
  },
  elsewhere: {
    image: "هذه الصورة ليست في الأرشيف؛ كانت",
    video: "هذا الفيلم ليس في الأرشيف؛ كان",
    audio: "هذا التسجيل ليس في الأرشيف؛ كان",
    unknown: "هذا الملف ليس في الأرشيف؛ كان",
  },
  openFile: "افتح الملف",
  attached: (count, text) =>
    counted(count, text, { one: "مرفق", two: "مرفقان", few: "مرفقات", many: "مرفقًا", other: "مرفق" }),

  percent: (value) => `${value}٪`,
  votersOf: (count, text) =>
    `صوّت ${counted(count, text, { one: "شخص", two: "شخصان", few: "أشخاص", many: "شخصًا", other: "شخص" })}`,
  votesOf: (count, text) =>
    counted(count, text, { one: "صوت", two: "صوتان", few: "أصوات", many: "صوتًا", other: "صوت" }),
  pollClosed: (when) => (when === null ? "انتهى" : `انتهى في ${when}`),
  pollOpenUntil: (when) => `مفتوح حتى ${when}`,
  pollIsThere: "استطلاع",

  quotes: "يقتبس",
  quoteTextMissing: "نصه ليس في الأرشيف.",

  postTitle: (name, when, label) => (label === null ? `${name}، ${when}` : `${name}، ${when}: ${label}`),
  postWithoutText: "منشور بلا كلمات",
  original: (host) => `الأصل على ${host}`,
  postFailed: "تعذرت كتابة هذا المنشور هنا.",
  thread: "السلسلة",
  threadLede: (count, text, branches) =>
    `${counted(count, text, POST)}${
      branches === 0
        ? ""
        : branches === 1
          ? "، بفرع واحد"
          : branches === 2
            ? "، بفرعين"
            : `، بفروع عددها ${new Intl.NumberFormat("ar").format(branches)}`
    }.`,
  threadWindow: "تظهر المنشورات المحيطة بهذا.",
  threadStart: "حيث تبدأ",
  thisPost: "هذا المنشور",
  branch: "فرع، من هنا",
  quoted: (text) => `«${text}»`,

  colophon: "بيانات النسخة",
  colophonText: (writtenBy) =>
    `كل ما هنا نشره ${writtenBy}. هذه الصفحات نسخة: ردود الآخرين وإعجاباتهم بقيت على خوادمهم.`,
  profileOn: (host) => `الحساب على ${host}`,
  madeWith: (tool) => `صُنع باستخدام ${tool}`,

  gallery: "المعرض",
  galleryLede: ({ pictures, films, recordings, text }) => {
    const parts = [
      ...(pictures > 0 ? [counted(pictures, text(pictures), PICTURE)] : []),
      ...(films > 0 ? [counted(films, text(films), FILM)] : []),
      ...(recordings > 0 ? [counted(recordings, text(recordings), RECORDING)] : []),
    ];
    return `${parts.join("، ")}. تفتح كل صورة صفحتها الخاصة، بوصفها والمنشور الذي تنتمي إليه.`;
  },
  galleryDescription: (name) => `الصور والأفلام في منشورات ${name}، حسب الشهر.`,
  galleryByYear: "المعرض حسب السنة",
  asListWithDescriptions: "إظهارها قائمة مع الأوصاف",
  picturesIn: (count, text) => counted(count, text, PICTURE),
  noDescription: "لم يُعطَ وصف.",
  pictureOf: (when) => `صورة ${when}`,
  pictureIn: (number, count) => (count === "1" ? "صورة في" : `الصورة ${number} من ${count} في`),
  aPostOf: (when) => `منشور ${when}`,
  undatedPost: "منشور بلا تاريخ",
  openFullSize: "افتحها بحجمها الكامل",
  previousPicture: "الصورة السابقة",
  nextPicture: "الصورة التالية",

  tags: "الوسوم",
  tagsLede: (count, text) =>
    `${counted(count, text, { one: "وسم", two: "وسمان", few: "وسوم", many: "وسمًا", other: "وسم" })}.`,
  tagsDescription: (name) => `الوسوم في منشورات ${name}.`,
  mostUsed: "الأكثر استعمالًا",
  allByLetter: "كلها، حسب الحرف",
  figures: "أرقام ورموز",
  tagLede: (posts, text) => `${counted(posts, text, POST)} بترتيب القراءة.`,
  tagDescription: (name, tag) => `ما نشره ${name} مع ${tag}.`,
  allTags: "كل الوسوم",

  threadOfPosts: (count, text) => `سلسلة من ${count === 2 ? "منشورين" : `${text} ${pick(count, POST)}`}`,
  readingTime: (minutes, text) =>
    minutes === 1
      ? "دقيقة"
      : minutes === 2
        ? "دقيقتان"
        : `${text} ${pick(minutes, { few: "دقائق", other: "دقيقة" })}`,
  inThisThread: "في هذه السلسلة",
  postOfThread: (number, count, when) => `المنشور ${number} من ${count}، ${when}`,
  asArticle: "اقرأها مقالًا واحدًا",
  besideTheArticle: (count, text) => `${counted(count, text, POST)} في فروع:`,
  wholeThread: "السلسلة كاملة",

  statistics: "إحصاءات",
  statisticsLede: (posts, text, timeZone) =>
    `${counted(posts, text, POST)} مما يظهر هنا، بتوقيت ${timeZone}.`,
  statisticsDescription: (name) => `منشورات ${name} الظاهرة هنا، بالأرقام.`,
  numbersAsTable: "الأرقام في جدول",
  drawn: "رسم",
  postsByMonth: "المنشورات حسب الشهر",
  postsByMonthText: ({ month, posts }) => `أكثرها في ${month} (${posts}).`,
  month: "الشهر",
  replies: "الردود",
  boosts: "المشاركات",
  hourAndWeekday: "الساعة ويوم الأسبوع",
  hourAndWeekdayText: ({ weekday, from, to }) =>
    `النقطة الأكبر منشورات أكثر. أكثرها يوم ${weekday} بين ${from} و${to}.`,
  hour: "الساعة",
  languages: "اللغات",
  languagesText: "كما حُددت عند النشر.",
  languageOfPosts: "اللغة",
  languageNotMarked: "غير محددة",
  mostUsedTags: "أكثر الوسوم استعمالًا",
  tag: "الوسم",
  mediaInPosts: "صور وأفلام وتسجيلات",
  mediaInPostsText: (posts) => `في ${posts} من المنشورات.`,
  mediaKind: "النوع",
  mediaKinds: { image: "صور", video: "أفلام", audio: "تسجيلات", unknown: "ملفات أخرى" },
  count: "العدد",
  describedPictures: "صور لها وصف",
  describedPicturesText: (share, pictures) => `${share} من ${pictures}.`,
  described: "لها وصف",

  likes: "الإعجابات",
  bookmarks: "العلامات المرجعية",
  linksLede: {
    boosts: (count, text) =>
      `${counted(count, text, POST)} مما شورك، حسب الخادم. كلماتها لأصحابها، وبقيت هناك.`,
    likes: (count, text) =>
      `${counted(count, text, POST)} مما نال الإعجاب، حسب الخادم. كلماتها لأصحابها، وبقيت هناك.`,
    bookmarks: (count, text) =>
      `${counted(count, text, POST)} مما حُفظ، حسب الخادم. كلماتها لأصحابها، وبقيت هناك.`,
  },
  otherAddresses: "في مكان آخر",

  lookLight: "فاتح",
  lookDark: "داكن",
  close: "إغلاق",

  feeds: "الخلاصات",
  feedOfAll: "كل شيء",
  feedOfPosts: "المنشورات دون الردود",
  feedOfTag: (tag) => `منشورات مع ${tag}`,

  movedNotice: (name) => `انتقل ${name} إلى`,
  people: "أشخاص",
  siteOf: (names) => `منشورات ${names}`,
  goneSince: (when) => `لم يعد على الخادم منذ ${when}`,
  earlierVersions: (count, text) =>
    counted(count, text, {
      one: "نسخة سابقة",
      two: "نسختان سابقتان",
      few: "نسخ سابقة",
      many: "نسخة سابقة",
      other: "نسخة سابقة",
    }),
  versionOf: (when) => `كما كان في ${when}`,
  firstVersion: "كما كُتب أول مرة",
  eventWhen: "متى",
  eventUntil: (when) => `حتى ${when}`,
  eventWhere: "أين",
  captions: "ترجمة نصية",

  search: arSearch,

  ...arAbout,

  notFoundTitle: "لا صفحة هنا",
  notFoundText: "قد يكون العنوان مكتوبًا خطأً، أو لشيء ليس من هذا الأرشيف.",
  toTheHome: "إلى البداية",
};
