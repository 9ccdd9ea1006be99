import type { AboutStrings } from "./about-strings.js";
import { DIALECT_NAMES } from "./dialect-names.js";

/** The words about the archive itself in English. */
export const enAbout: AboutStrings = {
  aboutTitle: "About this archive",
  aboutDescription: "Where this archive comes from, and what such archives lack.",
  aboutCopy: [
    "A server gives everybody, on request, a file with what they posted there. These pages were made from such a file, on the author’s own computer and without sending anything anywhere.",
    "It is a copy, not an account. Nobody can follow it or reply to it.",
  ],
  whereFrom: "Where it comes from",
  account: "Account",
  exported: "Exported",
  software: "Software",
  firstPost: "First post here",
  lastPost: "Last post here",
  timeZone: "Dates and times in",
  whatExportsLack: "What such an export lacks",
  whatExportsLackText: [
    "What other people answered, and the posts that were answered, quoted or boosted: those words are theirs, and stayed on their servers. Where one is meant, there is a link.",
    "How often a post was liked or boosted, and by whom.",
    "Earlier versions of posts that were edited.",
    "Custom emoji: servers do not export their pictures, so they stand here by name, between colons.",
    "Sometimes a picture: where one is missing, its description stands in its place.",
  ],
  howMade: "How it was made",
  howMadeText: (tool) => [
    `With ${tool}. Plain HTML and one style sheet: it opens from a disk, in any browser, without a network and without a script. Nothing here counts visitors.`,
  ],
  dialects: DIALECT_NAMES,
};
