import { DOCUMENT_CODES } from "./document-codes.js";
import type { Severity } from "./severity.js";

/** What the registry knows about one code. */
export interface DiagnosticRule {
  readonly severity: Severity;
  /** What happened, without a full stop. */
  readonly title: string;
  /** What it means and where it comes from. */
  readonly explanation: string;
  /** What to do next; empty when there is nothing to do. */
  readonly hint: string;
  /** Address of the section of a specification that it rests on, where there is one. */
  readonly docs?: string;
}

const CODES = {
  "archive/not-found": {
    severity: "error",
    title: "There is nothing at this path",
    explanation: "The path given does not exist, or may not be read.",
    hint: "Check the spelling of the path.",
  },
  "archive/unreadable": {
    severity: "error",
    title: "The source can't be read",
    explanation: "The operating system refused to open or to read the file.",
    hint: "Check the file's permissions and that the disk is still there.",
  },
  "archive/not-an-archive": {
    severity: "error",
    title: "This is not an archive that can be read",
    explanation:
      "The content is neither a zip, a tar, a tar.gz, a folder nor an outbox in JSON. The name of a file plays no part in this.",
    hint: "Pass the file your server gave you, the folder it unpacks to, or its outbox.json.",
  },
  "archive/empty": {
    severity: "error",
    title: "The file is empty",
    explanation: "It has no bytes, or holds no entries: most often a download that broke off.",
    hint: "Download the export again.",
  },
  "archive/no-outbox": {
    severity: "error",
    title: "There is no outbox.json in it",
    explanation: "The container can be read, but holds no outbox: it is no account export, or a part of one.",
    hint: "Pass the whole export, not only its media folder.",
  },
  "archive/encrypted": {
    severity: "error",
    title: "The archive is protected with a password",
    explanation: "The entries that matter are encrypted. No server writes such an export.",
    hint: "Unpack it with the program that packed it, and pass the folder.",
  },
  "archive/several-outboxes": {
    severity: "warning",
    title: "There is more than one outbox.json",
    explanation: "The one nearest to the root is read; the others are left alone.",
    hint: "Pass the folder or archive of one account at a time.",
  },
  "archive/too-many-entries": {
    severity: "error",
    title: "The archive has more entries than the limit",
    explanation:
      "No server writes so many; the limit keeps a hostile archive from filling the memory. Those within the limit are read.",
    hint: "Raise the limit (`maxEntries`) if you trust the archive.",
  },
  "archive/holds-private-posts": {
    severity: "info",
    title: "The archive holds posts that are not public",
    explanation:
      "An export holds everything its account wrote, also to followers only and to single people. Nothing of that is published unless it is asked for.",
    hint: "Think of it before you pass the archive itself on.",
  },
  "entry/ignored": {
    severity: "info",
    title: "A file that operating systems leave behind was ignored",
    explanation:
      "`__MACOSX`, `._*`, `.DS_Store`, `Thumbs.db` and the like appear when an archive is packed anew.",
    hint: "",
  },
  "entry/unsafe-path": {
    severity: "error",
    title: "An entry whose name leads out of the archive was left out",
    explanation:
      "Names with `..`, drive letters, NUL or control characters are how a hostile archive writes outside the folder it is unpacked to; names of devices (`CON`, `NUL`, `COM1` …) make programs on Windows hang.",
    hint: "Do not unpack this archive with another program before you know where it comes from.",
  },
  "entry/absolute-path": {
    severity: "info",
    title: "Entries have absolute names",
    explanation:
      "Exports of Mastodon 4.1 and older hold absolute server paths. They are read as if they began at the archive's root.",
    hint: "",
  },
  "entry/unwritable-name": {
    severity: "error",
    title: "An entry whose name can't be written everywhere was left out",
    explanation:
      "Names that some system keeps for devices, that hold characters it refuses, that are too long, or that differ from another one only in case or accents can't be unpacked on every machine. The first of two such names is written.",
    hint: "Rename the file where it comes from.",
  },
  "entry/duplicate": {
    severity: "warning",
    title: "Two entries have the same name",
    explanation: "The last one in the container's own order counts, as most programs that unpack have it.",
    hint: "",
  },
  "entry/case-collision": {
    severity: "warning",
    title: "Entries have names that differ only in case",
    explanation:
      "Both are read. The file systems of Windows and macOS take such names for one: when they are unpacked there, the later replaces the earlier.",
    hint: "Unpack the archive on a system that tells upper from lower case, or not at all.",
  },
  "entry/link": {
    severity: "warning",
    title: "A link in the archive was left out",
    explanation: "Links inside an archive can point anywhere on the machine it is unpacked on.",
    hint: "",
  },
  "entry/encrypted": {
    severity: "error",
    title: "An entry is encrypted and was left out",
    explanation: "It is protected with a password.",
    hint: "Unpack the archive with the program that packed it, and pass the folder.",
  },
  "entry/unsupported": {
    severity: "error",
    title: "An entry is packed by a method that can't be read",
    explanation: "Servers write entries stored or deflated; other methods are not read.",
    hint: "Unpack the archive with the program that packed it, and pass the folder.",
  },
  "entry/damaged": {
    severity: "error",
    title: "An entry's bytes are not those that were packed",
    explanation:
      "Its checksum or its length differs from what the container says: the file was damaged or changed.",
    hint: "Download the export again.",
  },
  "entry/truncated": {
    severity: "error",
    title: "An entry breaks off",
    explanation: "The container ends before the entry does. What precedes the cut is read.",
    hint: "Download the export again; download links of servers expire while a file is on its way.",
  },
  "entry/unreadable": {
    severity: "error",
    title: "A file or folder can't be read and was left out",
    explanation: "The operating system refused to open or to read it, or it vanished in the meantime.",
    hint: "Check its permissions.",
  },
  "entry/too-large": {
    severity: "error",
    title: "An entry unpacks to more than the limit, and was read no further",
    explanation:
      "A few packed bytes can be made to unpack to terabytes. The limits keep such an archive from filling disk and memory.",
    hint: "Raise the limits (`maxEntryBytes`, `maxRatio`) if you trust the archive.",
  },
  "entry/overlapping": {
    severity: "error",
    title: "Entries share the same packed bytes; all but the first were left out",
    explanation:
      "No program that packs files does this; archives are made so to unpack to far more than they hold.",
    hint: "Do not unpack this archive with another program before you know where it comes from.",
  },
  "zip/ambiguous": {
    severity: "error",
    title: "Different programs would read this zip differently",
    explanation:
      "A zip names its entries twice: in the directory at its end and in a header before each. Here the two do not agree, entries stand where the directory names none, or there is more than one directory. Packers do not write such zips; they are made so that one program shows what another does not.",
    hint: "Find out where the file comes from. To read it by its directory all the same, use `salvage`.",
  },
  "zip/salvaged": {
    severity: "warning",
    title: "The zip's directory is missing or out of reach; its entries were found one by one",
    explanation:
      "The directory stands at the end of a zip. It is gone when a download breaks off, and wrong in archives over 4 GiB that Mastodon 4.2.0 to 4.4.3 wrote.",
    hint: "Download the export again if you can.",
  },
  "zip/count-differs": {
    severity: "warning",
    title: "The zip's directory holds another number of entries than it says",
    explanation:
      "Every entry that is in the directory is read. Archives of more than 65,535 entries from Mastodon 4.2.0 to 4.4.3 have a count that wrapped around.",
    hint: "",
  },
  "tar/truncated": {
    severity: "error",
    title: "The tar breaks off",
    explanation: "Its last entries are missing. What precedes the cut is read.",
    hint: "Download the export again.",
  },
  "json/invalid": {
    severity: "error",
    title: "A file is not valid JSON",
    explanation: "The text can't be parsed by RFC 8259.",
    hint: "If you edited it, undo the change; else ask your server for a new export.",
  },
  "json/invalid-item": {
    severity: "error",
    title: "An item of a list is not valid JSON and was left out",
    explanation: "The items around it are read.",
    hint: "If you edited the file, undo the change; else ask your server for a new export.",
  },
  "json/truncated": {
    severity: "error",
    title: "A JSON file breaks off",
    explanation: "The list it holds has no end. Every whole item before the cut is read.",
    hint: "Download the export again.",
  },
  "json/invalid-utf8": {
    severity: "warning",
    title: "An item holds bytes that are not UTF-8",
    explanation: "JSON is UTF-8. The bytes that are not were read as U+FFFD.",
    hint: "",
  },
  "json/item-too-large": {
    severity: "error",
    title: "An item is larger than the limit and was left out",
    explanation:
      "No server writes posts of that size; the limit keeps a hostile file from filling the memory.",
    hint: "Raise the limit (`maxItemBytes`) if you trust the file.",
  },
  "json/too-deep": {
    severity: "error",
    title: "An item is nested deeper than the limit and was left out",
    explanation: "No server nests posts that deep; the limit keeps a hostile file from exhausting the stack.",
    hint: "",
  },
  "outbox/not-a-collection": {
    severity: "error",
    title: "The outbox holds no list of items",
    explanation: "An outbox is an OrderedCollection with `orderedItems` (ActivityPub §5.1).",
    hint: "Pass the outbox.json of an account export.",
  },
  "outbox/doubled-items": {
    severity: "error",
    title: "The outbox holds two lists of items",
    explanation:
      "`orderedItems` stands twice in one object and neither is empty. Both were read. (An empty first one is how Mastodon 4.2.10 wrote its exports, and is no finding.)",
    hint: "",
  },
  "outbox/item-not-an-object": {
    severity: "error",
    title: "An item of the outbox is not an object",
    explanation: "Items are activities: JSON objects. A null, a string or a number can't be read as a post.",
    hint: "",
  },
  "outbox/create-without-object": {
    severity: "error",
    title: "An activity that should bring a post brings none",
    explanation:
      "Create and Announce name or hold the post they are about in `object` (AS2 Vocabulary §3.1).",
    hint: "",
  },
  "outbox/unknown-item": {
    severity: "error",
    title: "An item of the outbox is neither an activity nor a post",
    explanation: "It has no type that can be understood, and nothing to read.",
    hint: "",
  },
  "outbox/other-activity": {
    severity: "info",
    title: "An activity that makes no post",
    explanation:
      "Updates, deletions, likes and the like may stand in an outbox; they are not posts and are not counted.",
    hint: "",
  },
  "outbox/several-objects": {
    severity: "warning",
    title: "An activity has several objects",
    explanation: "Only the first is read as the post.",
    hint: "",
  },
  "outbox/total-differs": {
    severity: "info",
    title: "The outbox says another number of items than it holds",
    explanation:
      "`totalItems` of Mastodon before 4.6 is a cached count that leaves direct posts out. It is not used for anything.",
    hint: "",
  },
  "collection/not-a-collection": {
    severity: "error",
    title: "A collection holds no list of items",
    explanation:
      "likes.json, bookmarks.json and the like are OrderedCollections with `orderedItems`. The archive is read without this one.",
    hint: "",
  },
  "collection/unrecognised": {
    severity: "info",
    title: "A file has the name of a collection and holds none, and was left alone",
    explanation:
      "`following.csv`, `lists.json` and the like are told by what they hold: accounts, addresses, lists. This one holds something else.",
    hint: "",
  },
  "csv/byte-order-mark": {
    severity: "info",
    title: "A CSV file begins with a byte order mark",
    explanation:
      "Spreadsheets write it. It is read over here; Mastodon takes the first row of such a file for data when it is imported.",
    hint: "Save the file as UTF-8 without a byte order mark before you import it anywhere.",
  },
  "csv/encoding": {
    severity: "warning",
    title: "A CSV file is not in UTF-8",
    explanation:
      "Exports are in UTF-8. Files that begin like UTF-16 are read as that, other bytes that are not UTF-8 as Windows-1252: letters may be wrong.",
    hint: "Save the file as UTF-8 with the program that changed it.",
  },
  "csv/invalid-row": {
    severity: "warning",
    title: "A row of a CSV file has a quote where none can be, or one that is not closed",
    explanation: "Each line of it was read as a row of its own.",
    hint: "Look at the row; if you edited the file, undo the change.",
  },
  "outbox/out-of-order": {
    severity: "info",
    title: "The outbox is not in the order of its dates",
    explanation:
      "Servers list the newest first, exports the oldest; posts that were fetched or dated back stand elsewhere. Dates decide, not the order.",
    hint: "",
  },
  "collection/total-differs": {
    severity: "info",
    title: "A collection says fewer items than it holds",
    explanation: "`totalItems` is a cached count on most servers. It is not used for anything.",
    hint: "",
  },
  "actor/missing": {
    severity: "warning",
    title: "The archive has no actor.json",
    explanation:
      "Whose archive it is can't be told, and which address means the followers is worked out from the activities.",
    hint: "Pass the whole export rather than its outbox.json alone.",
  },
  "actor/invalid": {
    severity: "error",
    title: "actor.json is not an actor",
    explanation: "It holds no JSON object with a type.",
    hint: "",
  },
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
  "activity/without-actor": {
    severity: "warning",
    title: "An activity does not say who did it",
    explanation:
      "Every activity has an `actor` (ActivityPub §3.1, AS2 Vocabulary §2). It is taken for one of the archive's owner.",
    hint: "",
  },
  "activity/other-actor": {
    severity: "warning",
    title: "An activity is by somebody else than whose archive it is",
    explanation: "An outbox holds what its own actor did.",
    hint: "",
  },
  "activity/duplicate-id": {
    severity: "warning",
    title: "Two activities have the same id",
    explanation:
      "Ids are unique (ActivityPub §3.1). The posts they bring are different ones, and both are read.",
    hint: "",
  },
  "id/not-absolute": {
    severity: "warning",
    title: "An id is no absolute address",
    explanation:
      "Ids are absolute IRIs (AS2 Core §2.2, ActivityPub §3.1): others can't be told apart once they leave the file.",
    hint: "",
  },
  "id/other-origin": {
    severity: "warning",
    title: "Something is of another server than its author",
    explanation:
      "A server vouches for ids of its own only: the id of an activity or post and that of its actor begin with the same scheme, host and port.",
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
  "media/missing": {
    severity: "warning",
    title: "A file that a post shows is not in the archive",
    explanation:
      "Servers skip files they can't read while they export. The post keeps its description of it.",
    hint: "Ask the server for a new export, or save the file from the live post.",
  },
  "media/empty": {
    severity: "warning",
    title: "A file in the archive has no content",
    explanation: "Exports from servers with object storage can hold files of 0 bytes. It counts as missing.",
    hint: "Ask the server for a new export, or save the file from the live post.",
  },
  "media/orphaned": {
    severity: "info",
    title: "A media file belongs to no post",
    explanation:
      "Media of scheduled posts and pictures that an edit removed are in exports too. It is never published.",
    hint: "",
  },
  "media/remote": {
    severity: "info",
    title: "A post shows a file that lies on a server",
    explanation: "Nothing is fetched from the network; the file will be gone when the server is.",
    hint: "",
  },
  "media/invalid-type": {
    severity: "warning",
    title: "A `mediaType` is no media type",
    explanation:
      "It is written as type and subtype, such as `image/jpeg` (AS2 Vocabulary, `mediaType`). What a file is, is told from its first bytes instead.",
    hint: "",
  },
  "media/kind-differs": {
    severity: "warning",
    title: "An attachment's `type` and `mediaType` contradict each other",
    explanation:
      "An Image whose media type is that of a film, or the like: one of them is wrong. What it is, is told from the file's first bytes.",
    hint: "",
  },
  "media/wrong-bytes": {
    severity: "warning",
    title: "A file in the archive is not what its post says",
    explanation:
      "Its first bytes are those of another kind of file than the attachment's `mediaType` names. Servers that keep error pages in place of files, and storage that mixes files up, cause this.",
    hint: "Look at the file; save it from the live post if it is not the one.",
  },
  "media/invalid-blurhash": {
    severity: "info",
    title: "A blurhash can't be read",
    explanation:
      "It is base 83, and its length follows from its first character. No preview is drawn from it.",
    hint: "",
  },
  "media/not-allowed": {
    severity: "warning",
    title: "A media file is not of a type that is safe to publish, and was left out",
    explanation:
      "Its first bytes are those of no picture, film or sound format that browsers show safely. SVG and HTML can carry scripts.",
    hint: "",
  },
  "media/unreadable": {
    severity: "warning",
    title: "A picture can't be read as what it is, and was left out",
    explanation:
      "What a picture says besides itself (the place, the camera, a preview) is taken off before it is published; of this one it could not be.",
    hint: "Open the file with a picture program and save it anew.",
  },
  "reference/invalid": {
    severity: "warning",
    title: "A reference is no web address",
    explanation:
      "`inReplyTo`, `quote` and `object` of a boost hold the id of a post. It is shown as text, or not at all.",
    hint: "",
  },
  "reference/own-missing": {
    severity: "info",
    title: "A post answers one of the account's own that is not in the archive",
    explanation: "It was deleted, or the export is a part. The thread begins with the answer then.",
    hint: "",
  },
  "reference/remote": {
    severity: "info",
    title: "Posts refer to posts that are not in the archive",
    explanation:
      "Answers, boosts and quotes name posts that are not in the archive. What they are about will be gone when that server is.",
    hint: "",
  },
  "secret/private-key": {
    severity: "warning",
    title: "Here is the account's private key",
    explanation:
      "Mastodon 2.3 and 2.4 exported `key.pem`, others wrote it into a document. Whoever has it can speak for the account on servers that remember it. It is never copied.",
    hint: "Delete it before you pass the archive or document on.",
  },
  "secret/email": {
    severity: "warning",
    title: "The archive holds an e-mail address of the account",
    explanation: "It is no part of a public profile. It is left out of everything that is handed on.",
    hint: "",
  },
  "secret/ip-address": {
    severity: "warning",
    title: "The archive holds internet addresses from which the account was used",
    explanation:
      "Servers keep the address of each sign-in; it tells where a person was. It is left out of everything that is handed on.",
    hint: "",
  },
  "secret/stream-key": {
    severity: "warning",
    title: "The archive holds a key for live streams",
    explanation:
      "Whoever has it can broadcast as the account. It is left out of everything that is handed on.",
    hint: "Make a new key on the server if the archive was ever passed on.",
  },
  "secret/credentials": {
    severity: "warning",
    title: "The archive holds a password, a token or another means to sign in",
    explanation: "It is left out of everything that is handed on.",
    hint: "Change the password, and revoke the token, if the archive was ever passed on.",
  },
  "secret/blind-recipients": {
    severity: "warning",
    title: "A document names recipients that were to stay hidden",
    explanation:
      "`bto` and `bcc` are taken off before a post is delivered (ActivityPub §6). An export of one's own may keep them; nobody else is to see them.",
    hint: "Take them out before you pass the document on.",
  },
  "jsonld/unknown-context": {
    severity: "warning",
    title: "A JSON-LD context is not among the bundled ones and was read as empty",
    explanation:
      "Contexts are never fetched from the network. The terms that only this one defines are left out of the result, or keep the meaning an earlier context gives them.",
    hint: "Pass the context's document in `contexts` if its terms matter.",
  },
  "jsonld/invalid": {
    severity: "error",
    title: "A document can't be processed as JSON-LD",
    explanation:
      "It breaks a rule of JSON-LD 1.1, or a limit that keeps hostile documents from exhausting time and memory. The message ends with the machine code of the JSON-LD API, or with the limit. Reading an archive needs no JSON-LD and is not affected.",
    hint: "",
  },
  "output/exists": {
    severity: "error",
    title: "The output exists and was not written by this command",
    explanation:
      "An existing folder or file is replaced only when it is an earlier output of the same command.",
    hint: "Choose another --out, or pass --force: what is there is then kept beside it, with .bak added to its name.",
  },
  "output/unwritable": {
    severity: "error",
    title: "The output can't be written",
    explanation: "The operating system refused to write there.",
    hint: "Check that the folder exists, that you may write there, and that the disk is not full.",
  },
  "output/kept-edited": {
    severity: "warning",
    title: "A file of an earlier output was changed by hand and was kept",
    explanation: "It is not what was written the last time, so it was not overwritten.",
    hint: "Delete it, or pass --force, to have it written anew.",
  },
  "output/moved-aside": {
    severity: "warning",
    title: "A file that you changed or added was moved out of the output",
    explanation:
      "It is no longer part of the output, or something new stands in its place. It lies in a folder beside the output that has .bak in its name.",
    hint: "Look into that folder, and delete it when nothing in it is needed.",
  },
  "output/unsafe-path": {
    severity: "error",
    title: "A file of the output has a name that can't be written everywhere",
    explanation:
      "Names that lead out of the output, that some system reserves, or that differ from another one only in case are refused before anything is written.",
    hint: "Please report it: it is a fault of the target.",
  },
  "output/item-failed": {
    severity: "error",
    title: "A post could not be written",
    explanation: "The rest of the output is complete.",
    hint: "Please report it with the post's position; it is a fault of this tool.",
  },
} as const;

/**
 * Every code a finding or an {@link ArchiveError} can have. Codes are an API: they are added, and changed
 * only with a major version.
 */
export const DIAGNOSTICS: typeof CODES & typeof DOCUMENT_CODES = { ...CODES, ...DOCUMENT_CODES };

/** One of the registry's codes. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;
