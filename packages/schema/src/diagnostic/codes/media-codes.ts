/** The codes of media and of secrets. */
export const MEDIA_CODES = {
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
  "media/needs-sharp": {
    severity: "error",
    title: "Smaller copies of pictures need the package sharp, and it is not installed",
    explanation:
      "It brings compiled code of tens of megabytes, so it is installed only by those who want such copies.",
    hint: "Run `npm install sharp` where this is installed, or leave the sizes of pictures out.",
  },
  "media/no-copies": {
    severity: "warning",
    title: "No smaller copies could be made of a picture",
    explanation:
      "It is damaged, or has more pixels than are decoded. The picture itself is in the output, without metadata.",
    hint: "Open the file with a picture program and save it anew, smaller.",
  },
  "media/metadata-kept": {
    severity: "warning",
    title: "A film or sound was copied with data about itself",
    explanation:
      "It can hold a title, a device, a date, even a place. Of MP4 and QuickTime files such data is taken off; of this one it is not, or not all of it, such as a track of places beside the picture.",
    hint: "Look at the file with a media program before you publish it, or leave it out.",
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
} as const;
