import { ACTIVITYPUB } from "./namespaces/activitypub.js";
import { ACTIVITYSTREAMS } from "./namespaces/activitystreams.js";
import { ACTIVITYSTREAMS_EXTENSIONS } from "./namespaces/activitystreams-extensions.js";
import { FEDIBIRD, PIXELFED } from "./namespaces/fedibird-pixelfed.js";
import { FEPS } from "./namespaces/feps.js";
import { BOOKWYRM, FUNKWHALE, MOBILIZON } from "./namespaces/funkwhale-bookwyrm-mobilizon.js";
import { GOTOSOCIAL } from "./namespaces/gotosocial.js";
import { DFRN, DIASPORA, SMITHEREEN, ZOT } from "./namespaces/hubzilla-smithereen.js";
import { LEMMY } from "./namespaces/lemmy.js";
import { MASTODON, OSTATUS_TERMS } from "./namespaces/mastodon.js";
import { FIREFISH, MISSKEY, SHARKEY } from "./namespaces/misskey.js";
import { PEERTUBE } from "./namespaces/peertube.js";
import { LITEPUB } from "./namespaces/pleroma.js";
import { SCHEMA_ORG } from "./namespaces/schema-org.js";
import { DID, SECURITY } from "./namespaces/security.js";
import { VCARD } from "./namespaces/vcard.js";
import type { Namespace } from "./term.js";

/**
 * Every namespace the toolkit knows: the single source of its schemas, types and reference pages. The order is
 * precedence: where two give a name different meanings, look-ups by name answer with the first.
 *
 * @example
 * ```ts
 * import { NAMESPACES } from "@archive/schema/vocabulary";
 * NAMESPACES[0]?.iri; // "https://www.w3.org/ns/activitystreams#"
 * ```
 */
export const NAMESPACES: readonly Namespace[] = [
  ACTIVITYSTREAMS,
  ACTIVITYPUB,
  ACTIVITYSTREAMS_EXTENSIONS,
  SECURITY,
  MASTODON,
  OSTATUS_TERMS,
  SCHEMA_ORG,
  LITEPUB,
  MISSKEY,
  FIREFISH,
  SHARKEY,
  FEDIBIRD,
  PIXELFED,
  PEERTUBE,
  LEMMY,
  GOTOSOCIAL,
  ...FEPS,
  VCARD,
  DID,
  SMITHEREEN,
  ZOT,
  DIASPORA,
  DFRN,
  FUNKWHALE,
  BOOKWYRM,
  MOBILIZON,
];
