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
}

/**
 * Every code a finding or an {@link ArchiveError} can have. Codes are an API: they are added, and changed
 * only with a major version.
 */
export const DIAGNOSTICS = {
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
      "Names with `..`, drive letters, NUL or control characters are how a hostile archive writes outside the folder it is unpacked to.",
    hint: "Do not unpack this archive with another program before you know where it comes from.",
  },
  "entry/absolute-path": {
    severity: "info",
    title: "Entries have absolute names",
    explanation:
      "Exports of Mastodon 4.1 and older hold absolute server paths. They are read as if they began at the archive's root.",
    hint: "",
  },
  "entry/duplicate": {
    severity: "warning",
    title: "Two entries have the same name",
    explanation: "The last one in the container's own order counts, as most programs that unpack have it.",
    hint: "",
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
  "entry/header-differs": {
    severity: "warning",
    title: "A zip names an entry differently in its two places",
    explanation:
      "The directory at the end and the header before the data should agree. The directory counts, as most programs have it.",
    hint: "",
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
  "secret/private-key": {
    severity: "warning",
    title: "The archive holds the account's private key",
    explanation:
      "Mastodon 2.3 and 2.4 exported `key.pem`. Whoever has it can speak for the account on servers that remember it. It is never copied.",
    hint: "Delete key.pem before you pass the archive on.",
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

/** One of the registry's codes. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;
