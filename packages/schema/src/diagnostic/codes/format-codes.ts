/** The codes of the formats an archive is written in: JSON, JSON-LD, CSV. */
export const FORMAT_CODES = {
  "json/invalid": {
    severity: "error",
    title: "A file is not valid JSON",
    explanation: "The text can't be parsed by RFC 8259.",
    hint: "If you edited it, undo the change; else ask your server for a new export.",
  },
  "json/control-character": {
    severity: "error",
    title: "A line break or tab stands in a text as it is",
    explanation:
      "Inside strings they have to be written as \\n, \\r or \\t (RFC 8259 §7). Most parsers refuse the whole document; one of the examples of AS2 Vocabulary is written so.",
    hint: "Write them escaped.",
    docs: "https://www.rfc-editor.org/rfc/rfc8259#section-7",
  },
  "json/invalid-item": {
    severity: "error",
    title: "An item of a list is not valid JSON and was left out",
    explanation: "The items around it are read.",
    hint: "If you edited the file, undo the change; else ask your server for a new export.",
  },
  "json/truncated": {
    severity: "error",
    title: "A JSON file breaks off",
    explanation: "The list it holds has no end. Every whole item before the cut is read.",
    hint: "Download the export again.",
  },
  "json/invalid-utf8": {
    severity: "warning",
    title: "An item holds bytes that are not UTF-8",
    explanation: "JSON is UTF-8. The bytes that are not were read as U+FFFD.",
    hint: "",
  },
  "json/item-too-large": {
    severity: "error",
    title: "An item is larger than the limit and was left out",
    explanation:
      "No server writes posts of that size; the limit keeps a hostile file from filling the memory.",
    hint: "Raise the limit (`maxItemBytes`) if you trust the file.",
  },
  "json/too-deep": {
    severity: "error",
    title: "An item is nested deeper than the limit and was left out",
    explanation: "No server nests posts that deep; the limit keeps a hostile file from exhausting the stack.",
    hint: "",
  },
  "json/proto-key": {
    severity: "warning",
    title: "A key called `__proto__` was taken out",
    explanation:
      "No server writes such a key. A program that copies it by assignment changes what its own objects inherit from.",
    hint: "",
  },
  "jsonld/unknown-context": {
    severity: "warning",
    title: "A JSON-LD context is not among the bundled ones and was read as empty",
    explanation:
      "Contexts are never fetched from the network. The terms that only this one defines are left out of the result, or keep the meaning an earlier context gives them.",
    hint: "Pass the context's document in `contexts` if its terms matter.",
  },
  "jsonld/invalid-context": {
    severity: "error",
    title: "An inline context is not valid JSON-LD",
    explanation:
      "A keyword of the context has a value of another type, or a term is defined by what defines none. Programs that process JSON-LD refuse the whole document, those that read it as plain JSON notice nothing. In brackets behind what was expected stands the error's name in JSON-LD 1.1: `invalid vocab mapping`, `invalid base IRI`, `invalid default language`, `invalid base direction`, `invalid @version value`, `invalid @import value`, `invalid @propagate value` or `invalid @protected value` for keywords of the context; `invalid term definition`, `keyword redefinition`, `invalid keyword alias`, `invalid IRI mapping`, `invalid type mapping`, `invalid container mapping`, `invalid language mapping`, `invalid reverse property`, `invalid @nest value`, `invalid @prefix value`, or `invalid scoped context` with one of these for terms. No context is loaded for this.",
    hint: "Correct the value, or take the entry out.",
    docs: "https://www.w3.org/TR/json-ld11-api/#jsonlderrorcode",
  },
  "jsonld/invalid": {
    severity: "error",
    title: "A document can't be processed as JSON-LD",
    explanation:
      "It breaks a rule of JSON-LD 1.1, or a limit that keeps hostile documents from exhausting time and memory. The message ends with the machine code of the JSON-LD API, or with the limit. Reading an archive needs no JSON-LD and is not affected.",
    hint: "",
  },
  "csv/byte-order-mark": {
    severity: "info",
    title: "A CSV file begins with a byte order mark",
    explanation:
      "Spreadsheets write it. It is read over here; Mastodon takes the first row of such a file for data when it is imported.",
    hint: "Save the file as UTF-8 without a byte order mark before you import it anywhere.",
  },
  "csv/encoding": {
    severity: "warning",
    title: "A CSV file is not in UTF-8",
    explanation:
      "Exports are in UTF-8. Files that begin like UTF-16 are read as that, other bytes that are not UTF-8 as Windows-1252: letters may be wrong.",
    hint: "Save the file as UTF-8 with the program that changed it.",
  },
  "csv/invalid-row": {
    severity: "warning",
    title: "A row of a CSV file has a quote where none can be, or one that is not closed",
    explanation: "Each line of it was read as a row of its own.",
    hint: "Look at the row; if you edited the file, undo the change.",
  },
} as const;
