import { type NamespaceHead, namespace, termsOf } from "../define.js";
import type { Namespace } from "../term.js";

const HEAD: NamespaceHead = {
  prefix: "vcard",
  iri: "http://www.w3.org/2006/vcard/ns#",
  title: "vCard",
  link: "https://www.w3.org/TR/vcard-rdf/",
};
const { many, one, type } = termsOf(HEAD);
const ACTORS = ["Person", "Group", "Organization"] as const;

/** The vCard terms seen on actors; AS2 recommends vCard for what its own vocabulary lacks. */
export const VCARD: Namespace = namespace(HEAD, [
  type("vcard:Individual", "Object", "A single person."),
  one("vcard:bday", ACTORS, "date", "The birthday."),
  one("vcard:Address", ACTORS, "string", "Where the person lives, in free text (Misskey)."),
  one("vcard:given-name", ACTORS, "string", "The given name."),
  one("vcard:family-name", ACTORS, "string", "The family name."),
  many("vcard:hasAddress", ACTORS, "json", "The address, in parts."),
  many("vcard:hasInstantMessage", ACTORS, "string", "Addresses for instant messages."),
  one("vcard:country-name", ACTORS, "string", "The country."),
  one("vcard:region", ACTORS, "string", "The region."),
  one("vcard:locality", ACTORS, "string", "The town."),
]);
