/** The codes of the entries inside a container: their names, their sizes, what was left alone. */
export const ENTRY_CODES = {
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
      "Names with `..` are how a hostile archive writes outside the folder it is unpacked to. A name that is empty leads nowhere.",
    hint: "Do not unpack this archive with another program before you know where it comes from.",
  },
  "entry/drive-path": {
    severity: "error",
    title: "An entry whose name holds a drive letter was left out",
    explanation:
      "On Windows `C:x` and `/C:/x` lead to another place than the folder that the archive is unpacked to.",
    hint: "Do not unpack this archive with another program before you know where it comes from.",
  },
  "entry/control-name": {
    severity: "error",
    title: "An entry whose name holds control characters was left out",
    explanation:
      "Some programs take a name to end at its first NUL, others do not; line breaks and escapes deceive whoever reads a list of names.",
    hint: "Do not unpack this archive with another program before you know where it comes from.",
  },
  "entry/device-name": {
    severity: "error",
    title: "An entry with the name of a device was left out",
    explanation: "Opening a file called `CON`, `NUL`, `COM1` and so on makes programs on Windows hang.",
    hint: "Rename the file where it comes from.",
  },
  "entry/name-too-long": {
    severity: "error",
    title: "An entry with too long a name was left out",
    explanation:
      "Servers write names of fewer than 100 characters; few systems can write longer ones than the limit.",
    hint: "Raise the limit (`maxPathLength`) if you trust the archive.",
  },
  "entry/backslash": {
    severity: "info",
    title: "Entries have backslashes in their names",
    explanation:
      "They are read as separators of folders, as on Windows; other systems take them for a part of the name.",
    hint: "",
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
      "Its checksum or its length differs from what the container says, or the header that holds its name is malformed: the file was damaged or changed.",
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
} as const;
