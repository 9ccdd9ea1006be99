import type { ShownPost } from "../../../search/format.js";
import { foundIn, type Wanted } from "../../../search/query.js";
import { snippetOf } from "../../../search/snippet.js";
import { commaOf } from "../../comma.js";
import type { SearchSetup } from "../setup.js";

/** A result: where and when, then the words around what was found. Text nodes only: no markup is ever read. */
export function resultItem(
  post: ShownPost,
  wanted: readonly Wanted[],
  setup: SearchSetup,
  moment: (seconds: number) => string,
): HTMLLIElement {
  const { words } = setup;
  const [page, seconds, , contentWarning, , to, , , picture, account = 0] = post;
  const { place, lines } = shownLines(post, wanted, setup);
  const link = element("a", "", seconds === 0 ? words.undated : moment(seconds));
  link.href = `${setup.root}${page}/index.html`;
  const where = element("p", "where");
  const person = setup.people?.[account];
  if (person !== undefined) where.append(whoWrote(person), " ");
  where.append(link);
  for (const note of [
    to ? words.replyTo.replace("{name}", () => `\u2068${to}\u2069`) : "",
    contentWarning ? "" : place,
  ]) {
    if (note !== "") where.append(commaOf(setup.locale) + note);
  }
  const article = element("article", picture ? "hit with" : "hit");
  article.append(where, ...lines);
  if (picture) {
    const image = element("img", "");
    // What it shows is told by the words beside it.
    image.alt = "";
    image.src = setup.root + picture;
    image.loading = "lazy";
    image.decoding = "async";
    article.append(image);
  }
  const item = element("li", "");
  item.append(article);
  return item;
}

/** A name with its colour, as beside a post. */
function whoWrote({ name, mark }: NonNullable<SearchSetup["people"]>[number]): HTMLElement {
  const who = element("span", mark === null ? "who" : `who who${mark}`);
  who.append(element("bdi", "", name));
  return who;
}

interface Shown {
  /** Where it was found, in words, when that is not the text. */
  readonly place: string;
  readonly lines: readonly HTMLElement[];
}

/** The text of a post with a content warning is not shown before a click, here neither: the warning stands for it. */
function shownLines(post: ShownPost, wanted: readonly Wanted[], { words }: SearchSetup): Shown {
  const [, , text, contentWarning, title, , altTexts, options] = post;
  const places = [
    { place: "", text },
    { place: words.inTitle, text: title || "" },
    ...(altTexts || []).map((alt) => ({ place: words.inDescription, text: alt })),
    ...(options || []).map((option) => ({ place: words.inPoll, text: option })),
  ];
  const best = places.find((each) => foundIn(each.text, wanted).length > 0);
  if (contentWarning) {
    const line = element("p", "");
    line.dir = "auto";
    const warning = element("bdi", "");
    warning.append(...marked(contentWarning, wanted));
    line.append(element("span", "label", words.contentWarning), " ", warning);
    if (best !== undefined) line.append(" ", element("span", "label", words.standsBehind));
    return { place: "", lines: [line] };
  }
  const shown = best ?? places.find((each) => each.text !== "") ?? { place: "", text: "" };
  const lines: HTMLElement[] = [];
  if (title && shown.text !== title) {
    const line = element("p", "hit-title");
    line.dir = "auto";
    line.append(...marked(title, wanted));
    lines.push(line);
  }
  const line = element("p", shown.text === "" ? "label" : "");
  line.dir = "auto";
  line.append(...(shown.text === "" ? [words.noWords] : marked(shown.text, wanted)));
  lines.push(line);
  return { place: best === undefined ? "" : shown.place, lines };
}

function marked(text: string, wanted: readonly Wanted[]): readonly (Node | string)[] {
  const line = text.replace(/\s+/g, " ").trim();
  return snippetOf(line, foundIn(line, wanted)).map((piece) =>
    piece.found ? element("mark", "", piece.text) : piece.text,
  );
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  if (text !== "") made.textContent = text;
  return made;
}
