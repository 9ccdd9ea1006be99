import { type Found, SearchEngine, type SearchRequest } from "../../../search/search-engine.js";
import { commaOf } from "../../comma.js";
import { RESULTS, SETUP_ID, type SearchSetup } from "../setup.js";
import { FilterForm } from "./filter-form.js";
import { indexFiles } from "./index-files.js";
import { resultItem } from "./result-item.js";

/** Typing goes on for so many milliseconds before it is looked for. */
const PAUSE = 120;

const block = document.getElementById(SETUP_ID);
const search = document.getElementById("search");
const form = search?.querySelector("form");
const box = document.getElementById("search-q");
const section = document.getElementById("search-results");
const heading = document.getElementById("search-found");
const list = section?.querySelector("ol");
const more = section?.querySelector("button");
if (search && form && box instanceof HTMLInputElement && section && heading && list && more) {
  // The page that this script is a part of wrote it.
  const setup = JSON.parse(block?.textContent ?? "{}") as SearchSetup;
  const filters = new FilterForm(form, box, setup);
  run(setup, filters, { section, heading, list, more }).catch(() => {
    section.hidden = false;
    heading.textContent = setup.words.failed;
  });
  search.hidden = false;
  const narrow = form.querySelector("details");
  // On a small screen the results are to be seen at once.
  if (
    narrow &&
    (matchMedia("(min-width: 44rem)").matches || location.hash.replace(/^#(q=[^&]*)?/, "") !== "")
  ) {
    narrow.open = true;
  }
  if (location.hash === "") box.focus();
}

interface Place {
  readonly section: HTMLElement;
  readonly heading: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
}

async function run(setup: SearchSetup, filters: FilterForm, place: Place): Promise<void> {
  const { words, locale, timeZone } = setup;
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone });
  const time = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const moment = (seconds: number): string =>
    date.format(seconds * 1000) + commaOf(locale) + time.format(seconds * 1000);
  let asked = 0;
  let timer = 0;
  let showMore: () => Promise<void> = async () => {};

  const opening = SearchEngine.open(indexFiles(setup.files));
  const fail = (): void => {
    place.section.hidden = false;
    place.section.ariaBusy = "false";
    place.heading.textContent = words.failed;
  };
  const start = (): void => void look().catch(fail);

  const look = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    const request = filters.read();
    const hash = filters.toHash();
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", `#${hash}`);
    if (!asksForAnything(request)) {
      place.section.hidden = true;
      filters.uncount();
      return;
    }
    place.section.ariaBusy = "true";
    const engine = await opening;
    const found = await engine.search(request);
    if (turn !== asked) return;
    filters.count(found.counts);
    const items: HTMLElement[] = [];
    let next = 0;
    const load = async (): Promise<void> => {
      const page = await engine.results(found, next, RESULTS);
      next = page.next;
      items.push(...page.results.map(({ post }) => resultItem(post, found.wanted, setup, moment)));
    };
    await load();
    if (turn !== asked) return;
    const show = (): void => {
      place.section.hidden = false;
      place.section.ariaBusy = "false";
      place.heading.textContent = headline(found, next, items.length);
      place.list.replaceChildren(...items);
      place.more.hidden = next >= found.posts.length;
    };
    show();
    showMore = async () => {
      const before = items.length;
      await load();
      if (turn !== asked) return;
      show();
      items[before]?.querySelector("a")?.focus();
    };
  };

  const headline = (found: Found, next: number, shown: number): string => {
    const isWhole = next >= found.posts.length;
    const count = found.rows.length > 0 && isWhole ? shown : found.posts.length;
    if (count === 0) return words.nothing;
    const texts = found.rows.length > 0 && !isWhole ? words.atMost : words.found;
    return (texts[plurals.select(count)] ?? texts.other).replace("{n}", numbers.format(count));
  };

  filters.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    start();
  });
  filters.form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(start, PAUSE);
  });
  place.more.addEventListener("click", () => void showMore().catch(fail));
  window.addEventListener("hashchange", () => {
    filters.fromHash(location.hash);
    start();
  });
  document.addEventListener("keydown", (event) => onKey(event, filters, place));

  filters.fill((await opening).facts);
  filters.fromHash(location.hash);
  start();
}

function asksForAnything({ query, order: _, marks, ...rest }: SearchRequest): boolean {
  return (
    query.trim() !== "" ||
    (marks?.length ?? 0) > 0 ||
    Object.values(rest).some((value) => value !== undefined)
  );
}

/** `/` goes to the box, Escape empties it, the arrows go from result to result. */
function onKey(event: KeyboardEvent, { box }: FilterForm, { list }: Place): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const links = [...list.querySelectorAll<HTMLAnchorElement>(".where a")];
  const active = document.activeElement;
  const at = active instanceof HTMLAnchorElement ? links.indexOf(active) : -1;
  const isTyping =
    document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLSelectElement;
  if (event.key === "/" && !isTyping) {
    box.focus();
    box.select();
  } else if (event.key === "Escape" && (at >= 0 || document.activeElement === box)) {
    if (at < 0) box.value = "";
    if (at < 0) box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  } else if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === box)) links[at + 1]?.focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? box).focus();
  else return;
  event.preventDefault();
}
