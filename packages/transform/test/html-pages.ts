import type { RunOptions } from "@archive/schema";
import type { OutputFile, Selection } from "@archive/transform";
import { type HtmlOptions, htmlTarget } from "@archive/transform/html";
import { DomUtils, parseDocument } from "htmlparser2";

/** A site as it would lie on a disk; media are their bytes' lengths. */
export type Pages = ReadonlyMap<string, string>;

/** Every file of a site; throws when a path comes twice or leads out. */
export async function pagesOf(
  selection: Selection,
  options: HtmlOptions = {},
  run: RunOptions = {},
): Promise<Pages> {
  const pages = new Map<string, string>();
  for await (const { path, content } of htmlTarget.render(selection, options, run)) {
    if (pages.has(path)) throw new Error(`written twice: ${path}`);
    if (!/^[a-z0-9._@][A-Za-z0-9._@/-]*$/.test(path) || path.includes(".."))
      throw new Error(`unsafe path: ${path}`);
    const text = await textOf(content);
    pages.set(path, path.startsWith("media/") ? `${text.length} bytes` : text);
  }
  return pages;
}

/** The text of a file, read to its end. */
export async function textOf(content: OutputFile["content"]): Promise<string> {
  if (typeof content === "string") return content;
  const decoder = new TextDecoder();
  if (content instanceof Uint8Array) return decoder.decode(content);
  let text = "";
  for await (const chunk of content) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

const ELEMENTS = new Set(
  (
    "html head meta title link body a header footer main nav article section div p span h1 h2 h3 h4 h5 h6 ul ol li dl dt dd " +
    "time img video audio figure details summary blockquote table caption thead tbody tr th td fieldset legend label input " +
    "svg path rect bdi small noscript form button select option datalist script track article figcaption br pre code em strong u del ins sub sup small hr ruby rt rp"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "lang dir charset name content http-equiv media property rel href class id aria-label aria-current aria-hidden aria-labelledby " +
    "datetime src alt width height loading decoding fetchpriority controls loop muted playsinline preload value scope tabindex type checked " +
    "viewbox preserveaspectratio d x y fill start reversed data-light data-dark data-close srcset sizes poster title hidden kind srclang label role defer for " +
    "hidden maxlength spellcheck autocomplete list aria-describedby aria-live"
  ).split(" "),
);
const POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";
/** Of pages that only lead on. */
const STRICTEST = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** Everything that is wrong with the pages of a site, in words; empty when nothing is. */
export function faultsOf(pages: Pages): readonly string[] {
  const faults: string[] = [];
  const ids = new Map([...pages].filter(isPage).map(([path, html]) => [path, idsOf(html)]));
  for (const [path, html] of pages) {
    if (!isPage([path, html])) continue;
    const tell = (fault: string): void => void faults.push(`${path}: ${fault}`);
    const elements = DomUtils.findAll(() => true, parseDocument(html).children);
    const named = (name: string) => elements.filter((element) => element.name === name);

    if (!html.startsWith("<!DOCTYPE html>\n")) tell("no doctype");
    for (const once of ["html", "head", "title", "body", "main", "h1"]) {
      if (named(once).length !== 1) tell(`${named(once).length} ${once}`);
    }
    const told = new Map(
      named("meta").flatMap(({ attribs }) =>
        attribs["http-equiv"] === undefined ? [] : [[attribs["http-equiv"], attribs.content] as const],
      ),
    );
    const leadsOn = told.get("refresh")?.replace("0; url=", "");
    if (leadsOn !== undefined) {
      const fault = addressFault(pages, ids, path, "meta", "content", leadsOn);
      if (fault !== null) tell(fault);
    }
    if (told.get("Content-Security-Policy") !== (leadsOn === undefined ? POLICY : STRICTEST))
      tell("another policy");
    if ([...told.keys()].some((name) => !/^(?:Content-Security-Policy|refresh)$/.test(name)))
      tell("another instruction to the browser");
    const seen = ids.get(path) ?? [];
    if (new Set(seen).size !== seen.length) tell("an id twice");
    for (const element of elements) {
      if (element.name === "script") {
        const fault = scriptFault(element.attribs, DomUtils.textContent(element));
        if (fault !== null) tell(fault);
      }
      if (!ELEMENTS.has(element.name)) tell(`element ${element.name}`);
      for (const [name, value] of Object.entries(element.attribs)) {
        if (!ATTRIBUTES.has(name.toLowerCase())) tell(`attribute ${name} of ${element.name}`);
        if (name === "srcset") {
          for (const each of value.split(", ")) {
            const fault = addressFault(pages, ids, path, element.name, "src", each.split(" ")[0] ?? "");
            if (fault !== null) tell(fault);
          }
        }
        if (name === "src" || name === "href" || name === "poster") {
          const fault = addressFault(pages, ids, path, element.name, name, value);
          if (fault !== null) tell(fault);
        }
      }
    }
  }
  return faults;
}

/** A script is a file of the site, or data that is JSON and no script. */
function scriptFault(attributes: Readonly<Record<string, string>>, text: string): string | null {
  if (attributes.src !== undefined) return text === "" ? null : "a script within a page";
  if (attributes.type !== "application/ld+json" && attributes.type !== "application/json")
    return "a script within a page";
  if (text.includes("<")) return "data that could end its block";
  try {
    JSON.parse(text);
    return null;
  } catch {
    return "data that is no JSON";
  }
}

function isPage([path]: readonly [string, string]): boolean {
  return path.endsWith(".html");
}

function idsOf(html: string): readonly string[] {
  return DomUtils.findAll((element) => "id" in element.attribs, parseDocument(html).children).map(
    (element) => element.attribs.id ?? "",
  );
}

function addressFault(
  pages: Pages,
  ids: ReadonlyMap<string, readonly string[]>,
  path: string,
  element: string,
  attribute: string,
  value: string,
): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) {
    const leadsOn = attribute === "href" && (element === "a" || (element === "link" && /^https/.test(value)));
    return leadsOn && /^(?:https?|mailto|tel|xmpp|gemini):/i.test(value) ? null : `address ${value}`;
  }
  const url = new URL(value, `https://site.test/${path}`);
  const target = decodeURIComponent(url.pathname.slice(1));
  if (url.host !== "site.test" || !pages.has(target)) return `dead link ${value}`;
  const fragment = url.hash.slice(1);
  return fragment === "" || ids.get(target)?.includes(fragment) === true ? null : `dead fragment ${value}`;
}

/** A page with a line for each block, for golden files that are read by people. */
export function readable(html: string): string {
  return html
    .replace(
      /(?=<(?:head|meta|title|link|body|header|main|footer|nav|article|section|div|p|h[1-6]|ul|ol|li|dl|dt|details|summary|figure|blockquote|table|caption|thead|tbody|tr|th|td|fieldset|label|svg|path|img|script|video|audio|a class="skip"|\/(?:head|body|html|main|header|footer|article|section|ul|ol|dl|table|details))\b)/g,
      "\n",
    )
    .replace(/\n{2,}/g, "\n");
}

/** The paths that begin so, in order. */
export function paths(pages: Pages, start: string): readonly string[] {
  return [...pages.keys()].filter((path) => path.startsWith(start)).sort();
}
