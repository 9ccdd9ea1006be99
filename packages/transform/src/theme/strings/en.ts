import { enAbout } from "./en-about.js";
import { enSearch } from "./en-search.js";
import type { Strings } from "./strings.js";

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

function inWords(count: number): string {
  return WORDS[count] ?? (count === 12 ? "twelve" : String(count));
}

function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** English, with the dates and spellings of Great Britain. */
export const en: Strings = {
  language: "en",
  direction: "ltr",
  locale: "en-GB",

  skip: "Skip to the content",
  siteNavigation: "Site",
  posts: "Posts",
  about: "About",
  untitledSite: "An archive of posts",
  titleOf: (page, site) => `${page} · ${site}`,

  avatarOf: (name) => `Avatar of ${name}`,
  joined: "Joined",
  movedTo: "Moved to",
  span: (months) => {
    const years = Math.floor(months / 12);
    const rest = months % 12;
    const parts = [
      ...(years > 0 ? [`${inWords(years)} ${plural(years, "year", "years")}`] : []),
      ...(rest > 0 ? [`${inWords(rest)} ${plural(rest, "month", "months")}`] : []),
    ];
    return capital(parts.join(" and "));
  },
  sums: {
    posts: (count) => plural(count, "post", "posts"),
    replies: "of them replies",
    selfReplies: "in own threads",
    polls: (count) => plural(count, "poll", "polls"),
    boosts: (count) => plural(count, "boost", "boosts"),
    days: (count) => plural(count, "day with a post", "days with a post"),
  },
  postsByWeek: "Posts by week",
  postsByDay: "Posts by day",
  fewer: "fewer",
  morePerWeek: "more posts a week",
  morePerDay: "more posts a day",
  sameAsTable: "The same as a table, by month",
  tableByMonth: "Posts by month, table",
  year: "Year",
  total: "Total",
  pinned: "Pinned",
  latest: "Latest",
  allOf: (month) => `All of ${month}`,
  homeDescription: (name, first, last) =>
    first === null || last === null
      ? `Posts by ${name}.`
      : first === last
        ? `Posts by ${name} from ${first}.`
        : `Posts by ${name} from ${first} to ${last}.`,

  undated: "Undated",
  undatedLede: "Posts whose date is missing or can’t be read.",
  continued: (title) => `${title}, continued`,
  monthLede: (posts, postsText, boosts, boostsText) => {
    const written = posts > 0 ? [`${postsText} ${plural(posts, "post", "posts in reading order")}`] : [];
    const boosted = boosts > 0 ? [`${boostsText} ${plural(boosts, "boost", "boosts")}`] : [];
    return `${[...written, ...boosted].join("; ")}.`;
  },
  monthDescription: (name, month) => `What ${name} posted in ${month}.`,
  yearLede: (posts, postsText, boosts, boostsText) => {
    const written = posts > 0 ? [`${postsText} ${plural(posts, "post", "posts")}`] : [];
    const boosted = boosts > 0 ? [`${boostsText} ${plural(boosts, "boost", "boosts")}`] : [];
    return `${[...written, ...boosted].join("; ")}.`;
  },
  yearDescription: (name, year) => `What ${name} posted in ${year}, by month.`,
  otherMonths: "Other months",
  years: "Years",
  show: "Show",
  showReplies: "replies",
  showBoosts: "boosts",
  earlier: "Earlier",
  later: "Later",
  earlierAndLater: "Earlier and later",

  edited: "edited",
  visibility: {
    public: "Public",
    unlisted: "Unlisted",
    followers: "Followers only",
    direct: "Direct",
    unknown: "Visibility unknown",
  },
  to: "To",
  andOthers: (count, countText) => `and ${count === 1 ? "one other" : `${countText} others`}`,
  inReplyToPost: "a post",
  onHost: (host) => `on ${host}`,
  goesOnFrom: "Goes on from",
  postOf: (when) => `the post of ${when}`,
  boosted: "Boosted",
  boostedAuthor: ({ handle, host }) => `a post ${handle === null ? `on ${host}` : `by ${handle}`}`,
  aPostOn: (host) => `a post on ${host}`,
  boostedPosts: (count, countText) => `Boosted ${countText} ${plural(count, "post", "posts")}`,
  contentWarning: "Content warning",
  showIt: "Show",
  hideIt: "Hide",
  readOn: "Read on",
  threadOf: (count, countText) => `The whole thread, ${countText} ${plural(count, "post", "posts")}`,

  undescribed: "A picture without a description",
  mediaLabel: { image: "Picture", video: "Film", audio: "Recording", unknown: "File" },
  description: "Description",
  descriptions: "Descriptions",
  sensitive: (kind, count) => `Sensitive ${mediaWord(kind, count)}`,
  hideSensitive: (kind, count) => `Hide the ${mediaWord(kind, count)}`,
  missing: {
    image: "This picture was not in the archive.",
    video: "This film was not in the archive.",
    audio: "This recording was not in the archive.",
    unknown: "This file was not in the archive.",
  },
  leftOut: {
    image: "This copy was made without its pictures.",
    video: "This copy was made without its films.",
    audio: "This copy was made without its recordings.",
    unknown: "This copy was made without its files.",
  },
  elsewhere: {
    image: "This picture is not in the archive; it lay",
    video: "This film is not in the archive; it lay",
    audio: "This recording is not in the archive; it lay",
    unknown: "This file is not in the archive; it lay",
  },
  openFile: "Open the file",
  attached: (count, countText) => `${countText} ${plural(count, "attachment", "attachments")}`,

  percent: (value) => `${value} %`,
  votersOf: (count, countText) => `${countText} ${plural(count, "person", "people")} voted`,
  votesOf: (count, countText) => `${countText} ${plural(count, "vote", "votes")}`,
  pollClosed: (when) => (when === null ? "closed" : `closed ${when}`),
  pollOpenUntil: (when) => `open until ${when}`,
  pollIsThere: "A poll",

  quotes: "Quotes",
  quoteTextMissing: "Its text is not in the archive.",

  postTitle: (name, when, label) => (label === null ? `${name} on ${when}` : `${name} on ${when}: ${label}`),
  postWithoutText: "A post without words",
  original: (host) => `the original on ${host}`,
  postFailed: "This post could not be written here.",
  thread: "The thread",
  threadLede: (count, countText, branches) =>
    `${capital(count <= 12 ? inWords(count) : countText)} posts${
      branches > 0 ? `, with ${branches === 1 ? "one branch" : `${inWords(branches)} branches`}` : ""
    }.`,
  threadWindow: "Those around this one are shown.",
  threadStart: "Where it begins",
  thisPost: "This post",
  branch: "A branch, from here",
  quoted: (text) => `“${text}”`,

  colophon: "Colophon",
  colophonText: (writtenBy) =>
    `Everything here was posted by ${writtenBy}. These pages are a copy: other people’s answers and favourites stayed on their servers.`,
  profileOn: (host) => `The account on ${host}`,
  madeWith: (tool) => `Made with ${tool}`,

  gallery: "Gallery",
  galleryLede: ({ pictures, films, recordings, text }) => {
    const parts = [
      ...(pictures > 0 ? [`${text(pictures)} ${plural(pictures, "picture", "pictures")}`] : []),
      ...(films > 0 ? [`${text(films)} ${plural(films, "film", "films")}`] : []),
      ...(recordings > 0 ? [`${text(recordings)} ${plural(recordings, "recording", "recordings")}`] : []),
    ];
    return `${parts.join(", ")}. Every picture opens its own page, with its description and the post it belongs to.`;
  },
  galleryDescription: (name) => `Pictures and films in the posts of ${name}, by month.`,
  galleryByYear: "Gallery by year",
  asListWithDescriptions: "Show as a list with descriptions",
  picturesIn: (count, countText) => `${countText} ${plural(count, "picture", "pictures")}`,
  noDescription: "No description was given.",
  pictureOf: (when) => `Picture of ${when}`,
  pictureIn: (number, count) => (count === "1" ? "Picture in" : `Picture ${number} of ${count} in`),
  aPostOf: (when) => `a post of ${when}`,
  undatedPost: "an undated post",
  openFullSize: "Open the full size",
  previousPicture: "Previous picture",
  nextPicture: "Next picture",

  tags: "Tags",
  tagsLede: (count, countText) => `${countText} ${plural(count, "hashtag", "hashtags")}.`,
  tagsDescription: (name) => `The hashtags in the posts of ${name}.`,
  mostUsed: "Most used",
  allByLetter: "All, by letter",
  figures: "Figures and signs",
  tagLede: (posts, postsText) => `${postsText} ${plural(posts, "post", "posts in reading order")}.`,
  tagDescription: (name, tag) => `What ${name} posted with ${tag}.`,
  allTags: "All tags",

  threadOfPosts: (_count, countText) => `Thread of ${countText} posts`,
  readingTime: (minutes, minutesText) =>
    `${minutes <= 12 ? inWords(minutes) : minutesText} ${plural(minutes, "minute", "minutes")}`,
  inThisThread: "In this thread",
  postOfThread: (number, count, when) => `Post ${number} of ${count}, ${when}`,
  asArticle: "Read it as one article",
  besideTheArticle: (count, countText) =>
    `${countText} ${plural(count, "post of the thread branches", "posts of the thread branch")} off:`,
  wholeThread: "the whole thread",

  statistics: "Statistics",
  statisticsLede: (posts, postsText, timeZone) =>
    `${postsText} ${plural(posts, "post that is", "posts that are")} shown here, counted in the time zone ${timeZone}.`,
  statisticsDescription: (name) => `The posts of ${name} shown here, in numbers.`,
  numbersAsTable: "The numbers as a table",
  drawn: "Drawn",
  postsByMonth: "Posts by month",
  postsByMonthText: ({ month, posts }) => `Most in ${month} (${posts}).`,
  month: "Month",
  replies: "Replies",
  boosts: "Boosts",
  hourAndWeekday: "Hour and weekday",
  hourAndWeekdayText: ({ weekday, from, to }) =>
    `Larger dots, more posts. Most on ${weekday} between ${from} and ${to}.`,
  hour: "Hour",
  languages: "Languages",
  languagesText: "As marked when posting.",
  languageOfPosts: "Language",
  languageNotMarked: "not marked",
  mostUsedTags: "Most used tags",
  tag: "Tag",
  mediaInPosts: "Pictures, films, recordings",
  mediaInPostsText: (posts) => `${posts} of the posts have any.`,
  mediaKind: "Kind",
  mediaKinds: { image: "Pictures", video: "Films", audio: "Recordings", unknown: "Other files" },
  count: "Count",
  describedPictures: "Pictures with a description",
  describedPicturesText: (share, pictures) => `${share} of ${pictures}.`,
  described: "Described",

  likes: "Likes",
  bookmarks: "Bookmarks",
  linksLede: {
    boosts: (count, countText) =>
      `${countText} ${plural(count, "boosted post", "boosted posts")}, by the server they are on. Their words are their authors’, and stayed there.`,
    likes: (count, countText) =>
      `${countText} ${plural(count, "liked post", "liked posts")}, by the server they are on. Their words are their authors’, and stayed there.`,
    bookmarks: (count, countText) =>
      `${countText} ${plural(count, "bookmarked post", "bookmarked posts")}, by the server they are on. Their words are their authors’, and stayed there.`,
  },
  otherAddresses: "Elsewhere",

  lookLight: "Light",
  lookDark: "Dark",
  close: "Close",

  feeds: "Feeds",
  feedOfAll: "Everything",
  feedOfPosts: "Posts without replies",
  feedOfTag: (tag) => `Posts with ${tag}`,

  movedNotice: (name) => `${name} moved to`,
  people: "People",
  siteOf: (names) => `Posts by ${names}`,
  goneSince: (when) => `no longer on the server since ${when}`,
  earlierVersions: (count, countText) => `${countText} earlier ${plural(count, "version", "versions")}`,
  versionOf: (when) => `As it was on ${when}`,
  firstVersion: "As it was first written",
  eventWhen: "When",
  eventUntil: (when) => `until ${when}`,
  eventWhere: "Where",
  captions: "Captions",

  search: enSearch,

  ...enAbout,

  notFoundTitle: "There is no page here",
  notFoundText: "The address may be mistyped, or belong to something that is not part of this archive.",
  toTheHome: "To the beginning",
};

function mediaWord(kind: "image" | "video" | "audio" | "unknown", count: number): string {
  switch (kind) {
    case "image":
      return plural(count, "picture", "pictures");
    case "video":
      return plural(count, "film", "films");
    case "audio":
      return plural(count, "recording", "recordings");
    case "unknown":
      return plural(count, "file", "files");
  }
}
