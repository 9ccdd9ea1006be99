// Loaded on first use only: together the contexts are larger than the rest of the package.
import activitystreams from "../../contexts/activitystreams.json" with { type: "json" };
import apschema from "../../contexts/apschema.json" with { type: "json" };
import blocked from "../../contexts/blocked.json" with { type: "json" };
import bookwyrm from "../../contexts/bookwyrm.json" with { type: "json" };
import cid from "../../contexts/cid-v1.json" with { type: "json" };
import credentials2 from "../../contexts/credentials-v2.json" with { type: "json" };
import dataIntegrity1 from "../../contexts/data-integrity-v1.json" with { type: "json" };
import dataIntegrity2 from "../../contexts/data-integrity-v2.json" with { type: "json" };
import did from "../../contexts/did-v1.json" with { type: "json" };
import ed25519 from "../../contexts/ed25519-2020-v1.json" with { type: "json" };
import fediverse from "../../contexts/fediverse.json" with { type: "json" };
import proposals from "../../contexts/fep.json" with { type: "json" };
import funkwhale from "../../contexts/funkwhale.json" with { type: "json" };
import gotosocial from "../../contexts/gotosocial.json" with { type: "json" };
import identity from "../../contexts/identity-v1.json" with { type: "json" };
import lemmy from "../../contexts/join-lemmy.json" with { type: "json" };
import mastodon from "../../contexts/joinmastodon.json" with { type: "json" };
import litepub from "../../contexts/litepub-0.1.json" with { type: "json" };
import mbin from "../../contexts/mbin.json" with { type: "json" };
import miscellany from "../../contexts/miscellany.json" with { type: "json" };
import multikey from "../../contexts/multikey-v1.json" with { type: "json" };
import oauth from "../../contexts/oauth.json" with { type: "json" };
import schemaOrg from "../../contexts/schema-org.json" with { type: "json" };
import security1 from "../../contexts/security-v1.json" with { type: "json" };
import security2 from "../../contexts/security-v2.json" with { type: "json" };
import webfinger from "../../contexts/webfinger.json" with { type: "json" };
import type { JsonObject } from "../json.js";
import { contextName } from "./context-address.js";

/** Where the defaults for terms that documents use without defining them are found. */
export const FEDIVERSE_ADDRESS = "urn:ap-archive:fediverse";

const DOCUMENTS: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ["activitystreams", activitystreams],
  ["apschema", apschema],
  ["blocked", blocked],
  ["bookwyrm", bookwyrm],
  ["cid-v1", cid],
  ["credentials-v2", credentials2],
  ["data-integrity-v1", dataIntegrity1],
  ["data-integrity-v2", dataIntegrity2],
  ["did-v1", did],
  ["ed25519-2020-v1", ed25519],
  ["funkwhale", funkwhale],
  ["gotosocial", gotosocial],
  ["identity-v1", identity],
  ["join-lemmy", lemmy],
  ["joinmastodon", mastodon],
  ["litepub-0.1", litepub],
  ["mbin", mbin],
  ["miscellany", miscellany],
  ["multikey-v1", multikey],
  ["oauth", oauth],
  ["schema-org", schemaOrg],
  ["security-v1", security1],
  ["security-v2", security2],
  ["webfinger", webfinger],
  ...Object.entries(proposals).map(([slug, document]): [string, JsonObject] => [`fep/${slug}`, document]),
]);

/** The bundled context document for an address, by any of its aliases; `null` when there is none. */
export function bundledContext(address: string): JsonObject | null {
  if (address === FEDIVERSE_ADDRESS) return fediverse;
  const name = contextName(address);
  return name === null ? null : (DOCUMENTS.get(name) ?? null);
}
