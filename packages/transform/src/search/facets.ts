import { digitAt } from "./digits.js";
import { INDEXED_KINDS, type IndexedKind, type IndexFacts, MARKS, MARKS_WIDTH, type Mark } from "./format.js";

/** What a result is narrowed to; what is left out narrows nothing. */
export interface Filters {
  readonly kind?: IndexedKind | undefined;
  readonly year?: string | undefined;
  readonly language?: string | undefined;
  readonly media?: "image" | "video" | "audio" | undefined;
  readonly marks?: readonly Mark[] | undefined;
}

/** How many posts each choice would leave, the other choices as they are. */
export interface FacetCounts {
  readonly kinds: ReadonlyMap<IndexedKind, number>;
  readonly years: ReadonlyMap<string, number>;
  readonly languages: ReadonlyMap<string, number>;
  readonly marks: ReadonlyMap<Mark, number>;
}

const MEDIA: readonly Mark[] = ["image", "video", "audio"];

/** Picks the posts that pass all filters, and counts what each filter would leave if it were chosen. */
export function narrow(
  facts: IndexFacts,
  marks: readonly string[],
  blockSize: number,
  isHit: (post: number) => boolean,
  filters: Filters,
): { readonly posts: readonly number[]; readonly counts: FacetCounts } {
  const kinds = new Array<number>(INDEXED_KINDS.length).fill(0);
  const years = new Array<number>(facts.years.length).fill(0);
  const languages = new Array<number>(facts.languages.length + 1).fill(0);
  const bits = new Array<number>(MARKS.length).fill(0);
  const kind = filters.kind === undefined ? -1 : INDEXED_KINDS.indexOf(filters.kind);
  const language = filters.language === undefined ? -1 : facts.languages.indexOf(filters.language);
  const media = maskOf(filters.media === undefined ? [] : [filters.media]);
  const demanded = maskOf(filters.marks ?? []);
  const mediaBits = maskOf(MEDIA);
  const posts: number[] = [];
  let run = -1;
  for (let post = 0; post < facts.posts; post += 1) {
    while (run + 1 < facts.years.length && (facts.years[run + 1]?.[1] ?? 0) <= post) run += 1;
    if (!isHit(post)) continue;
    const text = marks[Math.floor(post / blockSize)] ?? "";
    const at = (post % blockSize) * MARKS_WIDTH;
    const postKind = digitAt(text, at);
    const postBits = digitAt(text, at + 1) | (digitAt(text, at + 2) << 5);
    const postLanguage = digitAt(text, at + 3);
    const badKind = kind >= 0 && postKind !== kind;
    const badYear = filters.year !== undefined && facts.years[run]?.[0] !== filters.year;
    const badLanguage = filters.language !== undefined && postLanguage !== language;
    const badMedia = (postBits & media) !== media;
    const badMarks = (postBits & demanded) !== demanded;
    const faults =
      Number(badKind) + Number(badYear) + Number(badLanguage) + Number(badMedia) + Number(badMarks);
    if (faults > 1) continue;
    if (faults === 0) posts.push(post);
    if (faults === 0 || badKind) kinds[postKind] = (kinds[postKind] ?? 0) + 1;
    if (faults === 0 || badYear) years[run] = (years[run] ?? 0) + 1;
    if (faults === 0 || badLanguage) languages[postLanguage] = (languages[postLanguage] ?? 0) + 1;
    // Media are picked one at a time, marks add up: the first are counted as if none were picked.
    const countable = faults === 0 ? postBits : badMedia ? postBits & mediaBits : 0;
    for (let bit = 0; bit < bits.length; bit += 1) {
      if (countable & (1 << bit)) bits[bit] = (bits[bit] ?? 0) + 1;
    }
  }
  const byYear = new Map<string, number>();
  for (const [index, [year]] of facts.years.entries()) {
    byYear.set(year, (byYear.get(year) ?? 0) + (years[index] ?? 0));
  }
  return {
    posts,
    counts: {
      kinds: new Map(INDEXED_KINDS.map((name, index) => [name, kinds[index] ?? 0])),
      years: byYear,
      languages: new Map(facts.languages.map((name, index) => [name, languages[index] ?? 0])),
      marks: new Map(MARKS.map((mark, bit) => [mark, bits[bit] ?? 0])),
    },
  };
}

function maskOf(marks: readonly Mark[]): number {
  return marks.reduce((mask, mark) => mask | (1 << MARKS.indexOf(mark)), 0);
}
