/** The codes of posts and of what stands in them. */
export const POST_CODES = {
  "post/duplicate": {
    severity: "warning",
    title: "The same post stands in the outbox more than once",
    explanation:
      "It is written once, in its latest version; its visibility is the narrowest of all its copies.",
    hint: "",
  },
  "post/without-id": {
    severity: "warning",
    title: "A post has no id",
    explanation:
      "Posts have an absolute id (ActivityPub §3.1). Its address on a site is made from its content.",
    hint: "",
  },
  "post/invalid-date": {
    severity: "warning",
    title: "A post has no date that can be read",
    explanation:
      "`published` is an RFC 3339 date and time (AS2 Core §2.3). The post stands with the undated ones.",
    hint: "",
  },
  "post/date-without-zone": {
    severity: "info",
    title: "A date names no time zone",
    explanation: "It was read as UTC.",
    hint: "",
  },
  "post/without-addressing": {
    severity: "warning",
    title: "A post does not say whom it is for",
    explanation: "It has neither `to` nor `cc`. It is treated as direct: nobody but its author sees it.",
    hint: "",
  },
  "post/addressing-differs": {
    severity: "info",
    title: "An activity and its post are addressed differently",
    explanation: "The narrower of the two holds.",
    hint: "",
  },
  "post/attribution-differs": {
    severity: "warning",
    title: "An activity's actor is not whom its post is attributed to",
    explanation:
      "A Create is made by the author of what it brings: `actor` and `attributedTo` name the same (ActivityPub §6.2).",
    hint: "",
  },
  "post/without-content": {
    severity: "info",
    title: "A post has nothing to show",
    explanation: "It has no text, no title, no attachment and no options.",
    hint: "",
  },
  "date/unreadable": {
    severity: "warning",
    title: "A date can't be read",
    explanation:
      "It is no RFC 3339 date and time (AS2 Core §2.3), nor anything near it. It is read as if it were not there.",
    hint: "",
  },
  "date/not-rfc3339": {
    severity: "warning",
    title: "A date is not written as RFC 3339 has it",
    explanation:
      "It can be read, but other programs may refuse it: `2024-05-01T10:00:00Z` is how AS2 Core §2.3 wants it, with capital T and Z and a colon in the offset.",
    hint: "",
  },
  "date/out-of-order": {
    severity: "warning",
    title: "Something ends or changes before it begins",
    explanation: "`updated` is not before `published`, and `endTime` not before `startTime`.",
    hint: "",
  },
  "date/after-export": {
    severity: "warning",
    title: "A post is dated after the archive was made",
    explanation: "A clock was wrong, or the date was changed. The post stands where its date puts it.",
    hint: "",
  },
  "poll/both-choices": {
    severity: "error",
    title: "A poll is both single and multiple choice",
    explanation:
      "A Question has `oneOf` or `anyOf`, never both (AS2 Vocabulary, Question). It is read as multiple choice.",
    hint: "",
  },
  "poll/without-options": {
    severity: "warning",
    title: "A poll has no options",
    explanation: "A Question lists them in `oneOf` or `anyOf`.",
    hint: "",
  },
  "poll/option-malformed": {
    severity: "warning",
    title: "An option of a poll has no text",
    explanation: "An option is an object, a Note in practice, with its text in `name`.",
    hint: "",
  },
  "poll/option-repeated": {
    severity: "warning",
    title: "Two options of a poll have the same text",
    explanation: "Votes name the text of an option; those for the two can't be told apart.",
    hint: "",
  },
  "poll/tally-invalid": {
    severity: "warning",
    title: "The count of a poll's votes is no count",
    explanation: "`votersCount` and an option's `replies.totalItems` are whole numbers, zero or more.",
    hint: "",
  },
  "poll/tally-exceeds-voters": {
    severity: "warning",
    title: "A poll has more votes than voters",
    explanation:
      "With one choice the votes of all options together are at most `votersCount`, with several those of each option.",
    hint: "",
  },
  "text/invalid-language": {
    severity: "warning",
    title: "A text's language is no language tag",
    explanation:
      "The keys of `contentMap`, `nameMap` and `summaryMap` are BCP 47 tags (AS2 Core §4.7), such as `de` or `pt-BR`.",
    hint: "",
  },
  "text/map-differs": {
    severity: "warning",
    title: "A text is none of those in its map",
    explanation:
      "Where both are given, the map repeats the text with its language. The plain property is shown.",
    hint: "",
  },
  "text/control-character": {
    severity: "warning",
    title: "A text holds a control character",
    explanation:
      "Characters below U+0020 other than tab and line break are no part of any text: HTML, XML and databases refuse or drop them.",
    hint: "",
  },
  "text/html-in-name": {
    severity: "warning",
    title: "A name holds HTML",
    explanation:
      "`name` is plain text (AS2 Vocabulary, `name`); programs show its tags as they are. They are taken off here.",
    hint: "",
  },
  "number/out-of-range": {
    severity: "warning",
    title: "A number is out of its range",
    explanation:
      "Sizes and counts are whole and not negative, degrees and percents have bounds (AS2 Vocabulary), a focal point lies between -1 and 1.",
    hint: "",
  },
  "place/unknown-unit": {
    severity: "warning",
    title: "A place's unit is none that is known",
    explanation: "`units` is cm, feet, inches, km, m, miles, or an absolute IRI (AS2 Vocabulary, `units`).",
    hint: "",
  },
  "link/without-href": {
    severity: "warning",
    title: "A link leads nowhere",
    explanation: "A Link or Mention names its target in `href` (AS2 Core §4.2).",
    hint: "",
  },
  "tag/incomplete": {
    severity: "warning",
    title: "A custom emoji or hashtag lacks its name or picture",
    explanation:
      "An Emoji has its shortcode in `name` and its picture in `icon`, a Hashtag its word in `name`. It is shown as text.",
    hint: "",
  },
  "as2/deprecated-term": {
    severity: "info",
    title: "A property has the name it had before ActivityStreams 2.0",
    explanation:
      "`displayName`, `title`, `verb`, `objectType` and the like are of ActivityStreams 1.0 and mean nothing now.",
    hint: "Use the name that took its place.",
  },
} as const;
