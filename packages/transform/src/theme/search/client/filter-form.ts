import type { FacetCounts } from "../../../search/facets.js";
import { INDEXED_KINDS, type IndexFacts, MARKS } from "../../../search/format.js";
import type { SearchRequest } from "../../../search/search-engine.js";
import type { SearchSetup } from "../setup.js";

/** The form: what is asked for, and how many posts each choice would leave. */
export class FilterForm {
  readonly form: HTMLFormElement;
  readonly box: HTMLInputElement;
  readonly #setup: SearchSetup;
  readonly #numbers: Intl.NumberFormat;

  constructor(form: HTMLFormElement, box: HTMLInputElement, setup: SearchSetup) {
    this.form = form;
    this.box = box;
    this.#setup = setup;
    this.#numbers = new Intl.NumberFormat(setup.locale);
  }

  /** Puts in what only the index knows: years, languages, tags, names. Choices among one are hidden. */
  fill({ years, languages, tags, mentions }: IndexFacts): void {
    const yearNumber = new Intl.NumberFormat(this.#setup.locale, { useGrouping: false });
    const names = new Intl.DisplayNames(this.#setup.locale, { type: "language", fallback: "none" });
    const each = [...new Set(years.map(([year]) => year))].filter((year) => year !== "").reverse();
    this.#options("year", each, (year) => (/^\d+$/.test(year) ? yearNumber.format(Number(year)) : year));
    const spoken = languages.filter((language) => language !== "");
    this.#options("language", spoken, (language) => languageName(names, language));
    for (const [name, values] of [
      ["tag", tags.map((tag) => `#${tag}`)],
      ["mention", mentions],
    ] as const) {
      const list = document.getElementById(`search-${name}s`);
      for (const value of values) {
        const option = document.createElement("option");
        option.value = value;
        list?.append(option);
      }
      this.#hideField(name, values.length === 0);
    }
  }

  /** What is asked for. */
  read(): SearchRequest {
    const value = (name: string): string => String(new FormData(this.form).get(name) ?? "");
    const chosen = (name: string): string | undefined => (value(name) === "" ? undefined : value(name));
    const media = value("media");
    return {
      query: this.box.value,
      kind: INDEXED_KINDS.find((kind) => kind === value("kind")),
      year: chosen("year"),
      language: chosen("language"),
      media: media === "image" || media === "video" || media === "audio" ? media : undefined,
      marks: MARKS.filter((mark) => value(mark) !== ""),
      tag: chosen("tag"),
      mention: chosen("mention"),
      order: value("order") === "oldest" ? "oldest" : "newest",
    };
  }

  /** Writes counts behind choices; a choice that would leave nothing is switched off unless it is made. */
  count({ kinds, years, languages, marks }: FacetCounts): void {
    this.#countOptions(
      "kind",
      (value) => INDEXED_KINDS.flatMap((kind) => (kind === value ? kinds.get(kind) : []))[0],
    );
    this.#countOptions("year", (value) => years.get(value));
    this.#countOptions("language", (value) => languages.get(value));
    this.#countOptions(
      "media",
      (value) => MARKS.flatMap((mark) => (mark === value ? marks.get(mark) : []))[0],
    );
    for (const mark of MARKS) {
      const box = this.form.elements.namedItem(mark);
      if (!(box instanceof HTMLInputElement)) continue;
      const count = marks.get(mark) ?? 0;
      const shown = box.parentElement?.querySelector(".count");
      if (shown) shown.textContent = this.#numbers.format(count);
      box.disabled = count === 0 && !box.checked;
    }
  }

  /** Takes the counts away: with nothing asked for, each choice is open again. */
  uncount(): void {
    for (const element of this.form.elements) {
      if (element instanceof HTMLSelectElement) {
        for (const option of element.options) {
          option.text = option.dataset.label ?? option.text;
          option.disabled = false;
        }
      } else if (element instanceof HTMLInputElement && element.type === "checkbox") {
        element.disabled = false;
        const shown = element.parentElement?.querySelector(".count");
        if (shown) shown.textContent = "";
      }
    }
  }

  /** What is asked for, for the address of the page. */
  toHash(): string {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === "string" && value !== "" && value !== "newest") asked.append(name, value);
    }
    return asked.toString();
  }

  /** Takes over what an address asks for. */
  fromHash(hash: string): void {
    const asked = new URLSearchParams(hash.replace(/^#/, ""));
    for (const element of this.form.elements) {
      if (element instanceof HTMLInputElement && element.type === "checkbox") {
        element.checked = asked.has(element.name);
      } else if (element instanceof HTMLInputElement) element.value = asked.get(element.name) ?? "";
      else if (element instanceof HTMLSelectElement) {
        element.value = asked.get(element.name) ?? "";
        if (element.selectedIndex < 0) element.selectedIndex = 0;
      }
    }
  }

  #options(name: string, values: readonly string[], label: (value: string) => string): void {
    const select = this.#select(name);
    for (const value of values) select?.append(new Option(label(value), value));
    this.#hideField(name, values.length < 2);
  }

  #countOptions(name: string, countOf: (value: string) => number | undefined): void {
    for (const option of this.#select(name)?.options ?? []) {
      if (option.value === "") continue;
      option.dataset.label ??= option.text;
      const count = countOf(option.value) ?? 0;
      option.text = `${option.dataset.label} (${this.#numbers.format(count)})`;
      option.disabled = count === 0 && !option.selected;
    }
  }

  #select(name: string): HTMLSelectElement | null {
    const field = this.form.elements.namedItem(name);
    return field instanceof HTMLSelectElement ? field : null;
  }

  #hideField(name: string, isHidden: boolean): void {
    const field = this.form.elements.namedItem(name);
    if (field instanceof HTMLElement && field.parentElement !== null) field.parentElement.hidden = isHidden;
  }
}

function languageName(names: Intl.DisplayNames, language: string): string {
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
