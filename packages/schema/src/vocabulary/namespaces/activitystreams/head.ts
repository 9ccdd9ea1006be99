import { type NamespaceHead, type TermWriter, termsOf } from "../../define.js";

/** ActivityStreams 2.0, as W3C published it. */
export const ACTIVITYSTREAMS_HEAD: NamespaceHead = {
  prefix: "as",
  iri: "https://www.w3.org/ns/activitystreams#",
  title: "ActivityStreams 2.0",
  link: "https://www.w3.org/TR/activitystreams-vocabulary/",
  linkTo: (name) => `https://www.w3.org/TR/activitystreams-vocabulary/#dfn-${name.toLowerCase()}`,
};

export const activitystreamsTerms: TermWriter = termsOf(ACTIVITYSTREAMS_HEAD);
