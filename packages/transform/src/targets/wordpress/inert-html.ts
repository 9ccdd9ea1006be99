/**
 * HTML in which WordPress finds nothing to run: shortcodes need `[`, and an address that stands alone on a line is
 * fetched and embedded. Both are written as references to characters, which look the same in a browser. Comments of
 * blocks (`<!-- wp:`) can't be in it: the writer of HTML escapes every `<` of a text.
 *
 * Line ends outside `<pre>` become spaces, as browsers show them; WordPress would make breaks of them.
 *
 * @param html As `toHtml` writes it: every `<` begins a tag, every `>` in an attribute is escaped.
 */
export function inertHtml(html: string): string {
  let preformatted = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (part.startsWith("<")) {
        if (/^<pre[ >]/.test(part)) preformatted += 1;
        else if (part === "</pre>") preformatted -= 1;
        return withoutMeaning(part);
      }
      const text = inertText(part);
      return preformatted > 0 ? text : text.replace(/\s*[\r\n]+\s*/g, " ");
    })
    .join("");
}

/** Escaped text in the same way. */
export function inertText(escaped: string): string {
  return withoutMeaning(escaped).replace(/(https?):\/\//gi, "$1&#58;//");
}

function withoutMeaning(text: string): string {
  // The plugin's importer hands texts on in a way that takes backslashes off.
  return text.replaceAll("[", "&#91;").replaceAll("]", "&#93;").replaceAll("\\", "&#92;");
}
