import type { Datatype } from "./term.js";

/*
 * The lexical forms of the datatypes as bodies of regular expressions, without anchors, so that several can be
 * joined. They mean the same in ECMAScript (with the u flag) and in other dialects: no \d, \s or \p.
 */

const IRI_CHARACTER = '[^\\u0000-\\u0020<>"{}|\\\\^`%\\u007f]';
/**
 * RFC 3987, as far as characters tell: `%` begins an octet. An address of the web has a host (RFC 9110 §4.2.1), and a
 * bracket that opens it is closed.
 */
const IRI =
  "(?![Hh][Tt][Tt][Pp][Ss]?:(?!//[^/?#:@])|[A-Za-z]+://\\[[^\\]/?#]*(?:[/?#]|$))" +
  `[A-Za-z][A-Za-z0-9+.-]*:(?:${IRI_CHARACTER}|%[0-9A-Fa-f]{2})+`;

const DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
const CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
/** RFC 3339, seconds optional (AS2 Core §2.3); xsd:dateTime lets the zone be missing, as some spec examples do. */
const DATE_TIME = `${DAY}T${CLOCK}(?::(?:[0-5][0-9]|60)(?:\\.[0-9]+)?)?(?:Z|[+-]${CLOCK})?`;

/** xsd:duration: at least one part, and one after T. */
const DURATION =
  "-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?" +
  "(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\\.[0-9]+)?S)?)?";

/** RFC 5646 §2.1, well-formed: language, script, region, variants, extensions, private use; or irregular. */
const LANGUAGE_TAG =
  "(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?" +
  "(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*" +
  "(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?|[xX](?:-[A-Za-z0-9]{1,8})+" +
  "|en-GB-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:BE-FR|BE-NL|CH-DE)";

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const MEDIA_TYPE = `${TOKEN}/${TOKEN}(?: *; *${TOKEN}=(?:${TOKEN}|"[^"]*"))*`;

/** The strict form of a datatype's strings; `undefined`: any string will do. */
export const PATTERNS: Readonly<Partial<Record<Datatype, string>>> = {
  anyURI: IRI,
  date: DAY,
  dateTime: DATE_TIME,
  duration: DURATION,
  languageTag: LANGUAGE_TAG,
  linkRelation: "[^\\u0000-\\u0020,]+",
  mediaType: MEDIA_TYPE,
  publicAlias: "Public",
  termName: "[^\\u0000-\\u0020]+",
  unit: `cm|feet|inches|km|m|miles|${IRI}`,
};

/** A finite xsd:float in a string. */
export const FLOAT_TEXT = "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";

/** What a number looks like when a server wrote it as a string. */
export const NUMBER_TEXT: string = `[ \\t]*(?:${FLOAT_TEXT})?[ \\t]*`;

/** The normative context's address, in every spelling that means it. */
export const CONTEXT_ADDRESS = "https?://www\\.w3\\.org/ns/activitystreams(?:\\.jsonld)?#?";

/** An anchored pattern that matches any of the bodies. */
export function anchored(bodies: readonly string[]): string {
  return `^(?:${bodies.join("|")})$`;
}
