import { spawnSync } from "node:child_process";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/** HTML that a CommonMark and GFM implementation makes of Markdown. */
export function commonmarkHtml(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

const KRAMDOWN = `
require "kramdown"; require "kramdown-parser-gfm"; require "json"
options = {input: "GFM", hard_wrap: false, auto_ids: false, smart_quotes: "apos,apos,quot,quot", gfm_quirks: [:paragraph_end, :no_auto_typographic]}
puts JSON.generate(JSON.parse(STDIN.read).map { |text| Kramdown::Document.new(text, options).to_html })
`;

/** Whether Ruby has what Jekyll reads Markdown with. */
export function hasKramdown(): boolean {
  const probe = spawnSync("ruby", ["-e", 'require "kramdown"; require "kramdown-parser-gfm"']);
  return probe.status === 0;
}

/** HTML that kramdown makes of texts, as the project's configuration sets it. */
export function kramdownHtml(texts: readonly string[]): readonly string[] {
  const run = spawnSync("ruby", ["-e", KRAMDOWN], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, LANG: "C.UTF-8" },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const parsed: unknown = JSON.parse(run.stdout);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

/** The words a browser shows of HTML, without white space: what must be the same however it was written. */
export function wordsOf(html: string): string {
  const text = (node: Node): string => {
    if (node.nodeName === "#text" && "value" in node) return node.value;
    return "childNodes" in node ? node.childNodes.map(text).join("") : "";
  };
  // Bidi controls and the like stay: they are part of the text.
  return text(parseFragment(html)).replace(/\s+/g, "");
}
