import type { MediaState, Selection } from "../../select/selection.js";
import { type Plate, PlateItem } from "../../theme/components/plate.js";
import type { TurnTo } from "../../theme/components/turn.js";
import { documentText, joinMarkup, markupOf } from "../../theme/markup.js";
import { type GalleryIndex, type GalleryMonth, GalleryPage } from "../../theme/pages/gallery.js";
import { PicturePage } from "../../theme/pages/picture.js";
import { GALLERY_PATH, galleryPath, picturePagePath } from "../../theme/paths.js";
import { type Page, type PostCard, pageAt, type Site } from "../../theme/site.js";
import type { OutputFile } from "../target.js";
import type { Fingerprints } from "./fingerprints.js";
import { lazyFile } from "./lazy-file.js";

/** A page ends with the month that brings it to so many pictures, and within a month at twice that. */
const FULL = 240;
/** Pictures on the gallery's first page. */
const LATEST = 60;

interface OpenMonth {
  readonly month: string | null;
  readonly plates: Plate[];
}

/** What the gallery will hold: found before anything is written, for its pages name each other. */
export async function galleryOf(selection: Selection): Promise<GalleryIndex | null> {
  const counts = { pictures: 0, films: 0, recordings: 0 };
  const years = new Set<string | null>();
  for await (const post of selection.posts("oldest", { attachments: true })) {
    if (post.kind === "boost") continue;
    for (const { media } of post.attachments) {
      const state = media === null ? null : selection.mediaState(media);
      if (state === null || state.state === "missing") continue;
      if (state.mediaType.startsWith("audio/")) counts.recordings += 1;
      const kind = kindOf(state);
      if (kind === null) continue;
      counts[kind === "image" ? "pictures" : "films"] += 1;
      years.add(selection.address(post.key)?.day?.slice(0, 4) ?? null);
    }
  }
  return years.size === 0 ? null : { counts, years: [...years] };
}

function kindOf(state: MediaState): "image" | "video" | null {
  if (state.state === "missing") return null;
  if (state.mediaType.startsWith("image/")) return "image";
  return state.mediaType.startsWith("video/") ? "video" : null;
}

/**
 * The gallery on its way, as the posts are read from the oldest on. A picture's page names the one after it, so
 * one page waits for the next picture; else only the pictures of the page being filled are held.
 */
export class Gallery {
  readonly #site: Site;
  readonly #index: GalleryIndex;
  readonly #prints: Fingerprints;
  #months: OpenMonth[] = [];
  #year: string | null | undefined;
  #part = 1;
  #size = 0;
  #before: Plate | null = null;
  #waiting: Plate | null = null;
  #latest: { readonly plate: Plate; readonly month: string | null }[] = [];

  constructor(site: Site, index: GalleryIndex, prints: Fingerprints) {
    this.#site = site;
    this.#index = index;
    this.#prints = prints;
  }

  /** Pictures and films of a post; yields the pages that are finished by them. */
  *add(card: PostCard, day: string | null): Generator<OutputFile> {
    const { attachments } = card.post;
    const month = day === null ? null : day.slice(0, 7);
    for (const [index, attachment] of attachments.entries()) {
      const file = attachment.media === null ? null : this.#site.mediaState(attachment.media);
      if (file === null || file.state === "missing") continue;
      const kind = kindOf(file);
      if (kind === null) continue;
      const plate: Plate = { card, attachment, file, kind, number: index + 1, of: attachments.length };
      yield* this.#turnTo(month);
      this.#months.at(-1)?.plates.push(plate);
      this.#size += 1;
      this.#latest.push({ plate, month });
      if (this.#latest.length > 2 * LATEST) this.#latest = this.#latest.slice(-LATEST);
      yield* this.#pictureTurn(plate);
    }
  }

  /** What is left, and the gallery's first page. */
  *end(): Generator<OutputFile> {
    yield* this.#pictureTurn(null);
    yield* this.#endPart(false);
    yield this.#first();
  }

  *#turnTo(month: string | null): Generator<OutputFile> {
    const year = month === null ? null : month.slice(0, 4);
    const changes = this.#months.at(-1)?.month !== month;
    if (this.#year !== year) {
      yield* this.#endPart(false);
      this.#year = year;
      this.#part = 1;
    } else if (this.#size >= 2 * FULL || (this.#size >= FULL && changes)) {
      yield* this.#endPart(true);
      this.#part += 1;
    }
    if (this.#months.at(-1)?.month !== month) this.#months.push({ month, plates: [] });
  }

  *#pictureTurn(next: Plate | null): Generator<OutputFile> {
    const plate = this.#waiting;
    if (plate !== null) {
      const page = pageAt(this.#site, picturePagePath(plate.card.path, plate.number));
      const props = { page, plate, previous: this.#before, next };
      const print = this.#prints.page([plate, this.#before, next].map((each) => this.#platePrint(each)));
      yield lazyFile(page.path, print, () => documentText(<PicturePage {...props} />));
      this.#before = plate;
    }
    this.#waiting = next;
  }

  *#endPart(goesOn: boolean): Generator<OutputFile> {
    if (this.#months.length === 0) return;
    const { years } = this.#index;
    const year = this.#year ?? null;
    const part = this.#part;
    const at = years.indexOf(year);
    const page = pageAt(this.#site, galleryPath(year, part));
    const months = this.#months;
    const props = {
      ...{ page, years, year, part, counts: null },
      earlier: part > 1 ? this.#turn(year, part - 1) : this.#turn(years[at - 1], 1),
      later: goesOn ? this.#turn(year, part + 1) : this.#turn(years[at + 1], 1),
    };
    this.#months = [];
    this.#size = 0;
    const print = this.#prints.page(
      [years, props.earlier, props.later],
      months.map(({ month, plates }) => [month, plates.map((plate) => this.#platePrint(plate))]),
    );
    yield lazyFile(page.path, print, () =>
      documentText(<GalleryPage {...props} months={months.map((month) => finished(page, month))} />),
    );
  }

  #turn(year: string | null | undefined, part: number): TurnTo | null {
    if (year === undefined) return null;
    const { strings, formats } = this.#site;
    const name = year === null ? strings.undated : formats.year(year);
    return { path: galleryPath(year, part), text: part === 1 ? name : strings.continued(name) };
  }

  /** The latest pictures, the newest month first. */
  #first(): OutputFile {
    const page = pageAt(this.#site, GALLERY_PATH);
    const months: OpenMonth[] = [];
    for (const { plate, month } of this.#latest.slice(-LATEST).toReversed()) {
      if (months.at(-1)?.month !== month || months.length === 0) months.push({ month, plates: [] });
      months.at(-1)?.plates.push(plate);
    }
    const { years, counts } = this.#index;
    const shown = months.map((month) => finished(page, month));
    const props = { page, months: shown, years, part: 1, counts, earlier: null, later: null };
    return { path: page.path, content: documentText(<GalleryPage {...props} />) };
  }

  /** A picture is shown with its post, and named with it. */
  #platePrint(plate: Plate | null): unknown {
    return plate === null ? null : [this.#prints.shown(plate.card), plate.number];
  }
}

function finished(page: Page, { month, plates }: OpenMonth): GalleryMonth {
  const items = plates.map((plate) => markupOf(<PlateItem page={page} plate={plate} />));
  return { month, pictures: plates.length, plates: joinMarkup(items) };
}
