import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const HEAD: NamespaceHead = {
  prefix: "pt",
  iri: "https://joinpeertube.org/ns#",
  title: "PeerTube",
  link: "https://docs.joinpeertube.org/api/activitypub",
};
const { many, one, type } = termsOf(HEAD);
const REPLIES = { since: "PeerTube 6.2" };

export const PEERTUBE: Namespace = namespace(HEAD, [
  type("Infohash", "Object", "A tag of a link to a torrent: its hash as `name`."),
  type("SensitiveTag", "Object", "A tag that says in which way a video is sensitive.", {
    since: "PeerTube 7.2",
  }),
  type("Playlist", "Object", "A list of videos by one account."),
  type("PlaylistElement", "Object", "One entry of a playlist."),
  type("CacheFile", "Object", "A copy of a video file that another server holds."),
  type("ApproveReply", "Activity", "The owner of a video lets a held comment through.", REPLIES),
  type("RejectReply", "Activity", "The owner of a video keeps a held comment back.", REPLIES),
  one("replyApproval", ["Note", "ApproveReply"], ["Object", "Link"], "The approval of a comment.", REPLIES),
  one("playlists", ["Person", "Group"], "Collection", "The public playlists of an account or channel."),
  one("liveSaveReplay", "Video", "boolean", "That a live stream is kept as a video afterwards."),
  one("permanentLive", "Video", "boolean", "That the same address streams again and again."),
  one("latencyMode", "Video", "integer", "How far behind a live stream may be: 1 default, 2 high, 3 small."),
  one("schedules", "Video", "json", "When a live stream is planned."),
  one("views", "Video", "nonNegativeInteger", "How often the video was watched."),
  one("state", "Video", "integer", "Where the video is on its way to being published."),
  one("size", ["Link", "CacheFile"], "nonNegativeInteger", "The size of a file in bytes."),
  one("fps", "Link", "float", "The frames per second of a file."),
  one("commentsPolicy", "Video", "integer", "Who may comment: 1 everyone, 2 nobody, 3 after approval."),
  one(
    "canReply",
    "Video",
    ["Object", "Link", "publicAlias"],
    "Who may comment; null when nobody may.",
    REPLIES,
  ),
  one("commentsEnabled", ["Video", "Page"], "boolean", "That it takes comments.", {
    deprecated: "`commentsPolicy`",
  }),
  one("downloadEnabled", "Video", "boolean", "That the video may be downloaded."),
  one("waitTranscoding", "Video", "boolean", "That the video appears only when it is transcoded."),
  one("support", ["Video", "Person", "Group"], "string", "How to support the author, in Markdown."),
  one("uuid", ["Video", "Playlist"], "string", "The id of the video within all of PeerTube."),
  one("aspectRatio", "Video", "float", "Width divided by height."),
  one("isNSFW", "Video", "boolean", "That the video is sensitive.", { deprecated: "`sensitive`" }),
  one("tileWidth", "Image", "nonNegativeInteger", "The width of one tile of a storyboard."),
  one("tileHeight", "Image", "nonNegativeInteger", "The height of one tile of a storyboard."),
  one("tileDuration", "Image", "duration", "The time between two tiles of a storyboard."),
  one("startTimestamp", "PlaylistElement", "integer", "The second at which an entry starts."),
  one("stopTimestamp", "PlaylistElement", "integer", "The second at which an entry stops."),
  one("position", "PlaylistElement", "integer", "The place of an entry in its playlist."),
  one("videoChannelPosition", "Playlist", "integer", "The place of a playlist on its channel."),
  many("automaticTags", "Note", "string", "Tags that the server gave a comment by rule."),
]);
