import fc from "fast-check";

/** Pieces of text that some Markdown or HTML reader would take for markup. */
const SPECIALS = [
  "#",
  "# x",
  "##",
  "-",
  "- a",
  "+ b",
  "* c",
  "---",
  "===",
  "=",
  "1.",
  "1. a",
  "12) b",
  ">",
  "> q",
  "~",
  "~~x~~",
  "~~~",
  "`",
  "``",
  "```",
  "*a*",
  "**b**",
  "_c_",
  "__d__",
  "snake_case",
  "a*b*c",
  "[x]",
  "[ ] task",
  "[a](b)",
  "![i](j)",
  "!",
  "[^1]",
  "[^1]: n",
  "<b>",
  "<!-- c -->",
  "</p>",
  "&amp;",
  "&#35;",
  "&copy",
  "&",
  "AT&T",
  "\\",
  "\\*",
  "|",
  "a | b",
  "|---|",
  ":---:",
  "$x$",
  "{{ x }}",
  "{% y %}",
  "{#id}",
  "https://a.example/b_c?d=1&e=2",
  "www.a.example",
  "ada@b.example",
  "@ada",
  "#tag",
  ":smile:",
  "::",
  "==m==",
  "%%c%%",
  "^x^",
  "a\tb",
  "    code",
  "é",
  "漢字",
  "👩‍🚀",
  "…",
  "\u00a0",
  "(",
  ")",
  '"',
  "'",
  "0",
  "a",
  "word",
  " ",
  "  ",
  "\n",
  ".",
  ",",
  "x]",
  "](",
  "xmpp:a",
  "+++",
  "<",
  "a<b>c",
  "[a]: https://b.example",
  "Term\n: def",
  "http://",
  "<https://a.example>",
  "---\ntitle: x\n---",
];

/** A text full of what Markdown and HTML would read as markup. */
export const specialText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...SPECIALS) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

const INLINE = [
  "em",
  "strong",
  "b",
  "del",
  "u",
  "sub",
  "sup",
  "small",
  "code",
  "ins",
  "span",
  "span class=invisible",
];

/** HTML as a server might write it, well formed, around texts full of specials. */
export const { flow: flowHtml } = fc.letrec<{ inline: string; flow: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    specialText.map(escapeText),
    fc.constant("<br>"),
    fc
      .tuple(fc.constantFrom(...INLINE), fc.array(tie("inline"), { maxLength: 3 }))
      .map(([tag, inner]) => `<${tag}>${inner.join("")}</${tag.split(" ")[0]}>`),
    fc
      .tuple(
        fc.constantFrom("https://a.example/b", "https://a.example/?x=1&amp;copy;=(2)", "mailto:a@b.example"),
        tie("inline"),
      )
      .map(([href, inner]) => `<a href="${href}">${inner}</a>`),
  ),
  flow: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.array(tie("inline"), { minLength: 1, maxLength: 4 }).map((inner) => `<p>${inner.join("")}</p>`),
    tie("inline"),
    fc
      .tuple(fc.constantFrom("h1", "h2", "h6", "pre"), tie("inline"))
      .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    fc.array(tie("flow"), { maxLength: 3 }).map((inner) => `<blockquote>${inner.join("")}</blockquote>`),
    fc
      .tuple(
        fc.constantFrom("ul", "ol", "ol start=7", "ol reversed"),
        fc.array(fc.array(tie("flow"), { maxLength: 3 }), { maxLength: 4 }),
      )
      .map(
        ([tag, items]) =>
          `<${tag}>${items.map((item) => `<li>${item.join("")}</li>`).join("")}</${tag.split(" ")[0]}>`,
      ),
    fc.constant("<hr>"),
  ),
}));
