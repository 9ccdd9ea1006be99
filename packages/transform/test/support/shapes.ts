import type { Feature } from "@archive/transform";

/** A value of a specimen, and what is to be seen of it where a feature is changed and all its values still tell apart. */
type Shape = readonly [value: string, seen: RegExp];

const QUOTED: Shape = ["of another", /Quoted: <a href=\\?"https:\/\/other\.example\/notes\/2\\?">/];
const BOOSTED: Shape = ["of another", /Boosted: <a href=\\?"https:\/\/other\.example\/notes\/2\\?">/];
const FOLDED: Shape = ["another", /<details><summary>Basalt<\/summary><p>Stein<\/p><\/details>/];
const TITLE: Shape = ["another", /\*\*Basalt\*\*\\n\\nStein/];
const ONLY_ONE_FILE: Shape = ["another", /^(?=.*Basalt)(?!.*Basalt.*Basalt)/s];

/** What is said of each such cell, as it stands in the output. */
export const SHAPES: Readonly<Record<string, Readonly<Partial<Record<Feature, Shape>>>>> = {
  html: {
    threads: ["below the second", /Kies 1002[\s\S]*Stein/],
    replies: ["to another", /<a [^>]*href="https:\/\/other\.example\/notes\/2"/],
    quotes: ["of another", /<a [^>]*href="https:\/\/other\.example\/notes\/2"/],
    boosts: ["of another", /<a [^>]*href="https:\/\/other\.example\/notes\/2"/],
    edits: ["a version of an earlier archive", /Kiesel/],
    likes: ["another", /<a [^>]*href="https:\/\/other\.example\/notes\/2"/],
    bookmarks: ["another", /<a [^>]*href="https:\/\/other\.example\/notes\/2"/],
  },
  markdown: {
    contentWarnings: ["another", /^\*\*Content warning:\*\* Basalt$/m],
    threads: ["below the second", /^in_reply_to: "\.\.\/04\/01-\w+\.md"$/m],
    replies: ["to another", /^in_reply_to: "https:\/\/other\.example\/notes\/2"$/m],
    quotes: ["of another", /^> Quotes \[.*\]\(https:\/\/other\.example\/notes\/2\)\.$/m],
    boosts: ["of another", /^Boosted \[.*\]\(https:\/\/other\.example\/notes\/2\)\.$/m],
    languages: ["German", /^language: "de-AT"$/m],
  },
  atom: {
    contentWarnings: FOLDED,
    quotes: QUOTED,
    boosts: BOOSTED,
    languages: ["German", /<entry xml:lang="de-AT">/],
  },
  rss: { contentWarnings: FOLDED, quotes: QUOTED, boosts: BOOSTED },
  jsonfeed: {
    contentWarnings: FOLDED,
    quotes: QUOTED,
    boosts: BOOSTED,
    languages: ["German", /"language": "de-AT"/],
  },
  text: {
    contentWarnings: ["another", /\t\[Basalt\] ⏎ Stein$/m],
    boosts: ["of another", /\t♺ https:\/\/other\.example\/notes\/2$/m],
  },
  mastodon: { titles: ["another", /"content":"<p><strong>Basalt<\/strong><\/p><p>Stein<\/p>"/] },
  pleroma: {
    altText: ONLY_ONE_FILE,
    focalPoints: ["right", /^(?=.*\[0\.5,-0\.25\])(?!.*\[0\.5,-0\.25\].*\[0\.5,-0\.25\])/s],
  },
  misskey: {
    formatting: ["ordered list", /"text":"1\. Stein hart"/],
    titles: ["another", /"text":"<b>Basalt<\/b>\\n\\nStein"/],
    altText: ONLY_ONE_FILE,
  },
  wordpress: {
    contentWarnings: FOLDED,
    threads: ["below the second", /<wp:post_parent>0<\/wp:post_parent>/],
    replies: ["to another", /<p>In reply to: <a href="https:\/\/other\.example\/notes\/2">/],
    quotes: QUOTED,
  },
  sharkey: {
    titles: TITLE,
    altText: ONLY_ONE_FILE,
    replies: ["to another", /"reply":"https:\/\/other\.example\/notes\/2"/],
  },
  gotosocial: {
    formatting: ["heading", /"markdown":"## Stein hart"/],
    titles: TITLE,
    altText: ONLY_ONE_FILE,
    threads: ["below the second", /"inReplyTo":"https:\/\/social\.example\/users\/tess\/statuses\/1002"/],
  },
};
