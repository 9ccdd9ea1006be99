export { activitystreamsTarget } from "../activitystreams/activitystreams-target.js";
export { fep6fcdTarget } from "../fep-6fcd/fep-6fcd-target.js";
export { gotosocialTarget } from "../gotosocial/gotosocial-target.js";
export { mastodonTarget } from "../mastodon/mastodon-target.js";
export { misskeyTarget } from "../misskey/misskey-target.js";
export { pleromaTarget } from "../pleroma/pleroma-target.js";
export { sharkeyTarget } from "../sharkey/sharkey-target.js";
export { FEDIVERSE_OPTIONS_SCHEMA, type FediverseOptions } from "./options.js";
