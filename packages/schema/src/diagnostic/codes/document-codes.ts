/** The codes of what schemas and profiles find in single documents. */
export const DOCUMENT_CODES = {
  "as2/not-an-object": {
    severity: "error",
    title: "What should be a document is not a JSON object",
    explanation:
      "An ActivityStreams document is one JSON object (AS2 Core §2). A list, a text or a number can't be read as one.",
    hint: "Check each element of a list as a document of its own.",
    docs: "https://www.w3.org/TR/activitystreams-core/#syntaxconventions",
  },
  "as2/required-type": {
    severity: "error",
    title: "A value has a JSON type that its property can't have",
    explanation:
      "Each property has a range: text, a number, a date, an object or its address. No reading of the property allows a value of this JSON type.",
    hint: "Write the value in the form the property is made for.",
    docs: "https://www.w3.org/TR/activitystreams-vocabulary/#properties",
  },
  "as2/null-in-list": {
    severity: "error",
    title: "A list of values holds a null",
    explanation:
      "A property without a value is left out or null as a whole (AS2 Core §2); among several values null says nothing. Exports that Mastodon wrote in 2022 have it in `replies`.",
    hint: "Remove it from the list.",
    docs: "https://www.w3.org/TR/activitystreams-core/#syntaxconventions",
  },
  "as2/wrong-type": {
    severity: "error",
    title: "The object that stands here is of a type that the property can't have",
    explanation:
      "The range of the property names the classes its objects may be of, such as a CollectionPage for `first`. The object's `type` names only other known classes.",
    hint: "Correct the `type`, or put the object under the property that is made for it.",
    docs: "https://www.w3.org/TR/activitystreams-vocabulary/#properties",
  },
  "as2/functional-several": {
    severity: "error",
    title: "A property that has one value at most has several",
    explanation:
      "Functional properties have a single value (AS2 Vocabulary §4). Readers take any one of them.",
    hint: "Keep the value that is meant and remove the others.",
    docs: "https://www.w3.org/TR/activitystreams-vocabulary/#properties",
  },
  "as2/misplaced-map": {
    severity: "error",
    title: "Texts by language stand where one text belongs",
    explanation:
      "`name`, `summary` and `content` hold text; texts by language belong into `nameMap`, `summaryMap` and `contentMap` (AS2 Core §4.7).",
    hint: "Rename the key to the one that ends in `Map`.",
    docs: "https://www.w3.org/TR/activitystreams-core/#naturalLanguageValues",
  },
  "as2/invalid-date": {
    severity: "error",
    title: "A date is not in the form that is prescribed",
    explanation:
      "Dates are RFC 3339 with a capital T and Z, such as 2024-05-01T10:00:00Z; only the seconds may be left out (AS2 Core §2.3).",
    hint: "Write the date as YYYY-MM-DDThh:mm:ssZ.",
    docs: "https://www.w3.org/TR/activitystreams-core/#dates",
  },
  "as2/invalid-duration": {
    severity: "error",
    title: "A duration is not in the form that is prescribed",
    explanation: "Durations are those of XML Schema: PT2H30M, PT5S.",
    hint: "Write five seconds as PT5S.",
    docs: "https://www.w3.org/TR/activitystreams-vocabulary/#dfn-duration",
  },
  "as2/invalid-language": {
    severity: "error",
    title: "A language tag is not well-formed",
    explanation:
      "Languages are named by BCP 47 tags such as en, pt-BR or zh-Hant, also as the keys of `contentMap`; `und` stands for an unknown one (AS2 Core §4.7).",
    hint: "Correct the tag, or write `und`.",
    docs: "https://www.w3.org/TR/activitystreams-core/#naturalLanguageValues",
  },
  "as2/invalid-media-type": {
    severity: "error",
    title: "A media type is not in the form that is prescribed",
    explanation:
      "Media types have the form type/subtype, such as image/png (RFC 6838), parameters after a semicolon.",
    hint: "Write the whole media type, not a file extension.",
    docs: "https://www.w3.org/TR/activitystreams-vocabulary/#dfn-mediatype",
  },
  "as2/invalid-relation": {
    severity: "error",
    title: "A link relation is not in the form that is prescribed",
    explanation: "Relations are valid by RFC 8288 and by HTML: without spaces and commas (AS2 Core §4.2).",
    hint: "Write several relations as an array.",
    docs: "https://www.w3.org/TR/activitystreams-core/#link",
  },
  "as2/invalid-unit": {
    severity: "error",
    title: "A unit is none of those that are known",
    explanation: "Units of places are cm, feet, inches, km, m, miles, or an absolute IRI.",
    hint: "",
    docs: "https://www.w3.org/TR/activitystreams-vocabulary/#dfn-units",
  },
  "as2/invalid-number": {
    severity: "error",
    title: "A text stands where a number belongs and can't be read as one",
    explanation:
      "The property holds a number; some servers write it as a text, which is read where it can be.",
    hint: "Write the number without quotes.",
    docs: "https://www.w3.org/TR/activitystreams-vocabulary/#properties",
  },
  "as2/out-of-range": {
    severity: "error",
    title: "A number is out of the bounds of its property",
    explanation: "Some properties have bounds: counts are not negative, `accuracy` is a percentage.",
    hint: "",
    docs: "https://www.w3.org/TR/activitystreams-vocabulary/#properties",
  },
  "as2/invalid-term": {
    severity: "error",
    title: "A name of a term is empty or holds white space",
    explanation:
      "`type` names classes: by a term, a compact IRI or an absolute IRI. None of these holds white space.",
    hint: "",
    docs: "https://www.w3.org/TR/activitystreams-core/#object",
  },
  "as2/relative-id": {
    severity: "error",
    title: "An id is not absolute",
    explanation:
      "`id` is an absolute IRI (AS2 Core §2.2). Account exports name their own files in it on purpose; elsewhere nobody can tell what it identifies.",
    hint: "Write the whole address, with its scheme.",
    docs: "https://www.w3.org/TR/activitystreams-core/#urls",
  },
  "as2/relative-reference": {
    severity: "error",
    title: "A reference to an object is not absolute",
    explanation:
      "Objects are referred to by absolute IRIs (AS2 Core §2.2). Relative ones can be resolved only by whoever knows where the document came from.",
    hint: "Write the whole address, with its scheme.",
    docs: "https://www.w3.org/TR/activitystreams-core/#urls",
  },
  "as2/relative-url": {
    severity: "error",
    title: "The address of a page or file is not absolute",
    explanation:
      "`url` and `href` hold absolute IRIs (AS2 Core §2.2). Account exports refer to the files beside them by paths, on purpose: there this is no fault.",
    hint: "Write the whole address, with its scheme.",
    docs: "https://www.w3.org/TR/activitystreams-core/#urls",
  },
  "as2/invalid-iri": {
    severity: "error",
    title: "An address is empty or holds characters that an IRI can't have",
    explanation: "IRIs hold no spaces, quotation marks, angle brackets or control characters (RFC 3987).",
    hint: "Escape these characters by percent signs; leave the property out where there is no address.",
    docs: "https://www.w3.org/TR/activitystreams-core/#urls",
  },
  "as2/forbidden-property": {
    severity: "error",
    title: "An object has a property that its type must not have",
    explanation:
      "Ordered collections list `orderedItems`, unordered ones `items`; an intransitive activity has no `object`; a Question has `oneOf` or `anyOf`, not both (AS2 Vocabulary §3 and §4).",
    hint: "Rename or remove the property, or correct the `type`.",
    docs: "https://www.w3.org/TR/activitystreams-core/#collections",
  },
  "as2/foreign-context": {
    severity: "error",
    title: "The context does not name ActivityStreams",
    explanation:
      "A document that states its `@context` names https://www.w3.org/ns/activitystreams in it (AS2 Core §2.1): as an address, or in an inline context, as `@vocab` or as the IRI of a term. Without it the document is of another vocabulary. That goes for a context that says nothing (`{}`, `[]`) too. A document without any `@context` is read as if it had the right one.",
    hint: "Add https://www.w3.org/ns/activitystreams to `@context`.",
    docs: "https://www.w3.org/TR/activitystreams-core/#jsonld",
  },
  "profile/missing-property": {
    severity: "error",
    title: "A property that the profile demands is missing or null",
    explanation:
      "A profile names the keys that objects of a type always have in its setting: those a server writes into every export, or those ActivityPub demands of actors.",
    hint: "If the document was edited, undo the change; else check against another profile.",
    docs: "https://www.w3.org/TR/activitypub/#actor-objects",
  },
  "profile/invalid": {
    severity: "error",
    title: "This is not a profile",
    explanation:
      "A profile is a JSON object with a `name`, and with `extends`, `schemas`, `rules`, `required` or `eras` where it needs them.",
    hint: "Compare it with the JSON Schema of profiles: `ap-archive schema profile`.",
  },
  "profile/unknown": {
    severity: "error",
    title: "There is no profile of this name",
    explanation: "Built-in profiles have names; others are files.",
    hint: "Take one of the built-in names, or pass the path of a file.",
  },
  "json/duplicate-key": {
    severity: "warning",
    title: "A key stands twice in one object",
    explanation:
      "Most readers take the last one, some the first: they see different documents (RFC 8259 §4). Mastodon 4.2 wrote exports with such an envelope.",
    hint: "Keep the one that is meant.",
    docs: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
  },
} as const;
