/** The codes of archives as a whole: what can be opened, and as what. */
export const ARCHIVE_CODES = {
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
    explanation:
      "The container can be read, but holds no outbox: it is no account export, or a part of one. Mastodon packs the media first, so that a download that broke off may hold nothing else.",
    hint: "Pass the whole export, not only its media folder; if it breaks off, download it again.",
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
  "archive/too-large": {
    severity: "error",
    title: "The archive unpacks to more than the limit, and was read no further",
    explanation:
      "Many entries that each unpack to a little too much add up. The limit counts the bytes of all entries together; what precedes it is read.",
    hint: "Raise the limits (`maxTotalBytes`, `totalFreeBytes`, `maxRatio`) if you trust the archive.",
  },
  "archive/holds-private-posts": {
    severity: "info",
    title: "The archive holds posts that are not public",
    explanation:
      "An export holds everything its account wrote, also to followers only and to single people. Nothing of that is published unless it is asked for.",
    hint: "Think of it before you pass the archive itself on.",
  },
  "archive/not-read": {
    severity: "info",
    title: "A part of the export is not read",
    explanation:
      "It is neither a post, nor the account, nor one of the collections that other servers have too: clips and antennas of Misskey, shelves of BookWyrm, playlists and watch history of PeerTube, circles of Friendica, settings. Nothing is made of it; `extract` and `pack` copy it whole.",
    hint: "Keep the archive itself: it is the only place that has it.",
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
  "archive/bytes-behind-end": {
    severity: "warning",
    title: "Something stands behind the end of the archive",
    explanation:
      "A tar ends with a block of zeros, gzip data with their last member; zeros behind either are padding. Anything else there is read by no program unless it is told to: the rest of an earlier file, a signature, a second tar that was joined to the first (`cat a.tar b.tar`), or what somebody wants to hide. The message says where it begins, how much it is, and whether it was read.",
    hint: "If two tars were joined, `salvage` reads what is behind the mark too, as `tar --ignore-zeros` does; of files that come twice the last counts. Bytes behind gzip data are never read.",
  },
  "tar/truncated": {
    severity: "error",
    title: "The tar breaks off",
    explanation: "Its last entries are missing. What precedes the cut is read.",
    hint: "Download the export again.",
  },
} as const;
