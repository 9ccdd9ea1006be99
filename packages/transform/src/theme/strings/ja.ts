import { jaAbout } from "./ja-about.js";
import { jaSearch } from "./ja-search.js";
import type { Strings } from "./strings.js";

function sentence(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join("、")}。`;
}

const MEDIA = { image: "画像", video: "動画", audio: "音声", unknown: "ファイル" } as const;

/** Japanese. It has one form for all numbers. */
export const ja: Strings = {
  language: "ja",
  direction: "ltr",
  locale: "ja",

  skip: "本文へ移動",
  siteNavigation: "サイト内",
  posts: "投稿",
  about: "このサイトについて",
  untitledSite: "投稿のアーカイブ",
  titleOf: (page, site) => `${page} · ${site}`,

  avatarOf: (name) => `${name}のアイコン`,
  joined: "登録日",
  movedTo: "引っ越し先",
  span: (months) => {
    const years = Math.floor(months / 12);
    const rest = months % 12;
    return `${years > 0 ? `${years}年` : ""}${rest > 0 ? `${rest}か月` : ""}`;
  },
  sums: {
    posts: () => "投稿",
    replies: "うち返信",
    selfReplies: "自分のスレッド内",
    polls: () => "アンケート",
    boosts: () => "ブースト",
    days: () => "投稿した日",
  },
  postsByWeek: "週ごとの投稿",
  postsByDay: "日ごとの投稿",
  fewer: "少ない",
  morePerWeek: "週の投稿が多い",
  morePerDay: "日の投稿が多い",
  sameAsTable: "同じものを月ごとの表で",
  tableByMonth: "月ごとの投稿、表",
  year: "年",
  total: "合計",
  pinned: "固定された投稿",
  latest: "最新の投稿",
  allOf: (month) => `${month}のすべて`,
  homeDescription: (name, first, last) =>
    first === null || last === null
      ? `${name}の投稿。`
      : first === last
        ? `${name}の${first}の投稿。`
        : `${name}の${first}から${last}までの投稿。`,

  undated: "日付なし",
  undatedLede: "日付がない、または読み取れない投稿。",
  continued: (title) => `${title}(続き)`,
  monthLede: (posts, postsText, boosts, boostsText) =>
    sentence([
      posts > 0 ? `投稿${postsText}件(古い順)` : null,
      boosts > 0 ? `ブースト${boostsText}件` : null,
    ]),
  monthDescription: (name, month) => `${name}の${month}の投稿。`,
  yearLede: (posts, postsText, boosts, boostsText) =>
    sentence([posts > 0 ? `投稿${postsText}件` : null, boosts > 0 ? `ブースト${boostsText}件` : null]),
  yearDescription: (name, year) => `${name}の${year}の投稿、月ごと。`,
  otherMonths: "ほかの月",
  years: "年",
  show: "表示",
  showReplies: "返信",
  showBoosts: "ブースト",
  earlier: "前",
  later: "次",
  earlierAndLater: "前と次",

  edited: "編集",
  visibility: {
    public: "公開",
    unlisted: "未収載",
    followers: "フォロワー限定",
    direct: "ダイレクト",
    unknown: "公開範囲不明",
  },
  to: "宛先:",
  andOthers: (_count, text) => `ほか${text}人`,
  inReplyToPost: "投稿",
  onHost: (host) => `${host}`,
  goesOnFrom: "続き:",
  postOf: (when) => `${when}の投稿`,
  boosted: "ブースト:",
  boostedAuthor: ({ handle, host }) => (handle === null ? `${host}の投稿` : `${handle}の投稿`),
  aPostOn: (host) => `${host}の投稿`,
  boostedPosts: (_count, text) => `投稿${text}件をブースト`,
  contentWarning: "閲覧注意",
  showIt: "表示する",
  hideIt: "隠す",
  readOn: "続きを読む",
  threadOf: (_count, text) => `スレッド全体、投稿${text}件`,

  undescribed: "説明のない画像",
  mediaLabel: MEDIA,
  description: "説明",
  descriptions: "説明",
  sensitive: (kind) => `閲覧注意の${MEDIA[kind]}`,
  hideSensitive: (kind) => `${MEDIA[kind]}を隠す`,
  missing: {
    image: "この画像はアーカイブにありませんでした。",
    video: "この動画はアーカイブにありませんでした。",
    audio: "この音声はアーカイブにありませんでした。",
    unknown: "このファイルはアーカイブにありませんでした。",
  },
  leftOut: {
    image: "この写しに画像は含まれていません。",
    video: "この写しに動画は含まれていません。",
    audio: "この写しに音声は含まれていません。",
    unknown: "この写しにファイルは含まれていません。",
  },
  elsewhere: {
    image: "この画像はアーカイブになく、次の場所にありました:",
    video: "この動画はアーカイブになく、次の場所にありました:",
    audio: "この音声はアーカイブになく、次の場所にありました:",
    unknown: "このファイルはアーカイブになく、次の場所にありました:",
  },
  openFile: "ファイルを開く",
  attached: (_count, text) => `添付${text}件`,

  percent: (value) => `${value}%`,
  votersOf: (_count, text) => `${text}人が投票`,
  votesOf: (_count, text) => `${text}票`,
  pollClosed: (when) => (when === null ? "終了" : `${when}に終了`),
  pollOpenUntil: (when) => `${when}まで`,
  pollIsThere: "アンケート",

  quotes: "引用:",
  quoteTextMissing: "本文はアーカイブにありません。",

  postTitle: (name, when, label) => (label === null ? `${name}、${when}` : `${name}、${when}: ${label}`),
  postWithoutText: "本文のない投稿",
  original: (host) => `${host}の元の投稿`,
  postFailed: "この投稿はここに書き出せませんでした。",
  thread: "スレッド",
  threadLede: (_count, text, branches) => `投稿${text}件${branches > 0 ? `、枝分かれ${branches}つ` : ""}。`,
  threadWindow: "この投稿の前後を表示しています。",
  threadStart: "始まりへ",
  thisPost: "この投稿",
  branch: "ここからの枝分かれ",
  quoted: (text) => `「${text}」`,

  colophon: "奥付",
  colophonText: (writtenBy) =>
    `ここにあるものはすべて${writtenBy}が投稿したものです。これらのページは写しで、ほかの人の返信やお気に入りはそれぞれのサーバーに残っています。`,
  profileOn: (host) => `${host}のアカウント`,
  madeWith: (tool) => `${tool}で作成`,

  gallery: "ギャラリー",
  galleryLede: ({ pictures, films, recordings, text }) => {
    const parts = [
      ...(pictures > 0 ? [`画像${text(pictures)}点`] : []),
      ...(films > 0 ? [`動画${text(films)}点`] : []),
      ...(recordings > 0 ? [`音声${text(recordings)}点`] : []),
    ];
    return `${parts.join("、")}。画像ごとに、説明と元の投稿を載せたページが開きます。`;
  },
  galleryDescription: (name) => `${name}の投稿の画像と動画、月ごと。`,
  galleryByYear: "年ごとのギャラリー",
  asListWithDescriptions: "説明つきの一覧で表示",
  picturesIn: (_count, text) => `画像${text}点`,
  noDescription: "説明はありません。",
  pictureOf: (when) => `${when}の画像`,
  pictureIn: (number, count) => (count === "1" ? "画像の投稿:" : `画像${number}/${count}の投稿:`),
  aPostOf: (when) => `${when}の投稿`,
  undatedPost: "日付のない投稿",
  openFullSize: "原寸で開く",
  previousPicture: "前の画像",
  nextPicture: "次の画像",

  tags: "タグ",
  tagsLede: (_count, text) => `ハッシュタグ${text}個。`,
  tagsDescription: (name) => `${name}の投稿のハッシュタグ。`,
  mostUsed: "よく使うもの",
  allByLetter: "すべて、文字順",
  figures: "数字と記号",
  tagLede: (_posts, text) => `投稿${text}件(古い順)。`,
  tagDescription: (name, tag) => `${name}の${tag}つきの投稿。`,
  allTags: "すべてのタグ",

  threadOfPosts: (_count, text) => `投稿${text}件のスレッド`,
  readingTime: (_minutes, text) => `約${text}分`,
  inThisThread: "このスレッドの内容",
  postOfThread: (number, count, when) => `${count}件中${number}件目、${when}`,
  asArticle: "一つの記事として読む",
  besideTheArticle: (_count, text) => `枝分かれした投稿${text}件:`,
  wholeThread: "スレッド全体",

  statistics: "統計",
  statisticsLede: (_posts, text, timeZone) =>
    `ここに載っている投稿${text}件を、タイムゾーン${timeZone}で数えたものです。`,
  statisticsDescription: (name) => `ここに載っている${name}の投稿の数字。`,
  numbersAsTable: "数字を表で",
  drawn: "図",
  postsByMonth: "月ごとの投稿",
  postsByMonthText: ({ month, posts }) => `最多は${month}(${posts}件)。`,
  month: "月",
  replies: "返信",
  boosts: "ブースト",
  hourAndWeekday: "時刻と曜日",
  hourAndWeekdayText: ({ weekday, from, to }) =>
    `点が大きいほど投稿が多い。最多は${weekday}の${from}から${to}。`,
  hour: "時",
  languages: "言語",
  languagesText: "投稿時の指定による。",
  languageOfPosts: "言語",
  languageNotMarked: "指定なし",
  mostUsedTags: "よく使うタグ",
  tag: "タグ",
  mediaInPosts: "画像、動画、音声",
  mediaInPostsText: (posts) => `投稿の${posts}に添付あり。`,
  mediaKind: "種類",
  mediaKinds: { image: "画像", video: "動画", audio: "音声", unknown: "その他のファイル" },
  count: "数",
  describedPictures: "説明つきの画像",
  describedPicturesText: (share, pictures) => `${pictures}点のうち${share}。`,
  described: "説明あり",

  likes: "お気に入り",
  bookmarks: "ブックマーク",
  linksLede: {
    boosts: (_count, text) =>
      `ブーストした投稿${text}件、サーバーごと。言葉は書いた人のもので、そこに残っています。`,
    likes: (_count, text) =>
      `お気に入りの投稿${text}件、サーバーごと。言葉は書いた人のもので、そこに残っています。`,
    bookmarks: (_count, text) =>
      `ブックマークした投稿${text}件、サーバーごと。言葉は書いた人のもので、そこに残っています。`,
  },
  otherAddresses: "そのほか",

  lookLight: "明るい表示",
  lookDark: "暗い表示",
  close: "閉じる",

  feeds: "フィード",
  feedOfAll: "すべて",
  feedOfPosts: "返信を除く投稿",
  feedOfTag: (tag) => `${tag}つきの投稿`,

  movedNotice: (name) => `${name}の引っ越し先:`,
  people: "投稿者",
  siteOf: (names) => `${names}の投稿`,
  goneSince: (when) => `${when}以降サーバーにありません`,
  earlierVersions: (_count, text) => `以前の版${text}つ`,
  versionOf: (when) => `${when}の版`,
  firstVersion: "最初の版",
  eventWhen: "日時",
  eventUntil: (when) => `${when}まで`,
  eventWhere: "場所",
  captions: "字幕",

  search: jaSearch,

  ...jaAbout,

  notFoundTitle: "ページがありません",
  notFoundText: "アドレスの打ち間違いか、このアーカイブにないもののアドレスです。",
  toTheHome: "最初のページへ",
};
