import { create, note, question } from "@archive/fixtures";

/** What some generator, note program or reader of Markdown would run, cut or take for its own. */
export const HOSTILE_TEXTS: readonly string[] = [
  // Hugo
  "{{< param title >}}",
  "{{% readfile /etc/passwd %}}",
  "{{< unclosed",
  "{{</* comment */>}}",
  "before <!--more--> behind",
  "{{ .Site.Title }} {{ 7 | add 7 }}",
  // Liquid and Nunjucks
  "{{ site.title }}",
  "{{ 7 | times: 7 }}",
  "{% raw %} {% endraw %}",
  "{% include /etc/passwd %}",
  "{%- assign x = 1 -%}{{ x }}",
  "{% endraw %}{{ content }}",
  "{# comment #}",
  "{{{ raw }}}",
  // kramdown
  "{: .class onclick=alert(1)}",
  "{::options parse_block_html='true' /}",
  "{::nomarkdown}<script>alert(1)</script>{:/}",
  "*[HTML]: abbreviation",
  "^",
  "a | b | c",
  "$$ x^2 $$",
  'don\'t "quote" -- or --- or << >> ...',
  // Tera and Zola
  '{{ youtube(id="x") }}',
  "{% quote() %} {% end %}",
  "{{/* youtube() */}}",
  "[internal](@/posts/_index.md)",
  "<!-- more -->",
  // MDX and Astro
  "{process.env.HOME}",
  'import fs from "node:fs"',
  "export const x = 1",
  "<Component client:load />",
  "</script><script>alert(1)</script>",
  "<style>*{display:none}</style>",
  // Obsidian and its plugins
  "[[Home]] and ![[Home]] and [[a|b]]",
  "%%hidden%%",
  "<% tp.system.prompt() %>",
  "<%* await tp.file.move('x') %>",
  "```dataviewjs\ndv.paragraph(1)\n```",
  "= this.file.name",
  "$= dv.current().file.name",
  "key:: value and [inline:: field]",
  "==marked== ^block-id",
  "> [!note]- callout",
  "#tag/nested and #1984",
  // Front matter
  "---",
  "---\ntitle: evil\n---",
  "+++\ntitle = 'evil'\n+++",
  ";;;js\n{}",
  "key: value # comment",
  "!!js/function 'x' &anchor *alias",
  "yes",
  "null",
  "2024-05-09",
  "\\u0022 \\x41 \\n",
  "'''\"\"\"",
  // Markdown
  "# heading\n## another",
  "1. one\n2) two",
  "- [ ] task",
  "***\n___\n===",
  "[ref]: https://evil.example",
  "[^1]: footnote [^1]",
  "![img](https://evil.example/x.png)",
  "<https://evil.example> https://evil.example www.evil.example a@evil.example",
  "`` ` ``` ~~~",
  "a\\\nb  \nc",
  "&lt; &amp; &#123; &copy",
  ":smile: :+1: :// ::",
  "https://evil.example/{{x}}",
  "\u202eright to left\u202c and \u0000 nul",
  "x\u2028y\u2029z",
  "../../etc/passwd",
  "con.txt:stream",
];

const escapeText = (text: string): string => text.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Posts that say each of these in every place a post has: text, code, title, warning, poll, alt, hashtag. */
export function hostileActivities(): readonly object[] {
  const activities: object[] = [];
  HOSTILE_TEXTS.forEach((text, at) => {
    const published = new Date(Date.UTC(2024, at % 12, 1 + (at % 27), 10, at)).toISOString();
    const html = escapeText(text).replaceAll("\n", "<br>");
    const plain = create(
      note({
        id: `${1000 + at}`,
        published,
        ...(at % 3 === 0 && { contentWarning: text }),
        content: `<p>${html}</p><p>in <b>${html}</b> a <a href="https://evil.example/{{x}}">${html}</a></p><ul><li>${html}</li><li>b</li></ul><blockquote><p>${html}</p></blockquote>`,
      }),
    );
    const code = create(
      note({
        id: `${2000 + at}`,
        published,
        content: `<p>code <code>${html}</code> <code>a${html}b</code></p><pre><code>${escapeText(text)}</code></pre><ul><li><pre>${escapeText(text)}</pre></li></ul>`,
      }),
    );
    const poll = create(
      question({
        id: `${3000 + at}`,
        published,
        content: `<p>${html}</p>`,
        options: [
          { name: text, votes: 1 },
          { name: `${text}${text}`, votes: 2 },
        ],
      }),
    );
    const article = JSON.parse(
      JSON.stringify(create(note({ id: `${4000 + at}`, published, content: `<h2>${html}</h2><p>x</p>` }))),
    );
    article.object.type = "Article";
    article.object.name = text;
    article.object.tag = [
      { type: "Hashtag", name: `#${text}`, href: "https://evil.example/tags/x" },
      { type: "Hashtag", name: "#all", href: "https://evil.example/tags/all" },
      { type: "Hashtag", name: "#constructor", href: "https://evil.example/tags/c" },
      { type: "Hashtag", name: "#__proto__", href: "https://evil.example/tags/p" },
      { type: "Hashtag", name: at % 2 === 0 ? "#Same" : "#sAME", href: "https://evil.example/tags/same" },
      { type: "Hashtag", name: "#日本", href: "https://evil.example/tags/jp" },
      { type: "Mention", name: text, href: "https://evil.example/@x" },
      { type: "Mention", name: "@Bob@evil.example", href: "javascript:alert(1)" },
    ];
    article.object.url = `https://evil.example/${encodeURIComponent(text)}/../x`;
    article.object.attachment = [
      { type: "Document", mediaType: "image/png", url: "/a/b.png", name: text },
      { type: "Document", mediaType: "image/png", url: "/missing.png", name: text },
    ];
    activities.push(plain, code, poll, article);
  });
  const reply = create(
    note({
      id: "9001",
      published: "2024-05-02T10:00:00Z",
      content: "<p>root</p>",
    }),
  );
  activities.push(reply, ...datesAndThreads());
  return activities;
}

/** Odd dates, none at all, and a thread with a branch. */
function datesAndThreads(): readonly object[] {
  const at = (id: string, published: string | null, inReplyTo?: string): object => {
    const activity = JSON.parse(
      JSON.stringify(
        create(note({ id, published: published ?? "2024-05-02T10:00:00Z", content: `<p>post ${id}</p>` })),
      ),
    );
    if (published === null) {
      delete activity.published;
      delete activity.object.published;
    }
    if (inReplyTo !== undefined) activity.object.inReplyTo = activity.object.id.replace(/\d+$/, inReplyTo);
    return activity;
  };
  return [
    at("5001", "0001-01-01T00:00:00Z"),
    at("5002", "9999-12-31T23:59:59Z"),
    at("5003", null),
    at("5004", "1969-12-31T23:59:59Z"),
    at("6001", "2024-06-01T10:00:00Z"),
    at("6002", "2024-06-01T10:01:00Z", "6001"),
    at("6003", "2024-06-01T10:02:00Z", "6002"),
    at("6004", "2024-06-01T10:03:00Z", "6001"),
    at("6005", "2024-06-01T10:04:00Z", "6004"),
    at("6006", "2024-06-01T10:05:00Z", "6003"),
  ];
}
