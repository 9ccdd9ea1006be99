/** Names of software by dialect, as their makers write them: the same in every language. */
export const DIALECT_NAMES: Readonly<Record<string, string>> = {
  mastodon: "Mastodon",
  pleroma: "Pleroma",
  akkoma: "Akkoma",
  misskey: "Misskey",
  sharkey: "Sharkey",
  pixelfed: "Pixelfed",
  peertube: "PeerTube",
  gotosocial: "GoToSocial",
  friendica: "Friendica",
  bookwyrm: "BookWyrm",
  writefreely: "WriteFreely",
  lemmy: "Lemmy",
};
