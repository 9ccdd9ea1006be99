import type { JSX } from "preact";
import { Turn, type TurnTo } from "../components/turn.js";
import type { Markup } from "../markup.js";
import { Raw } from "../markup.js";
import { galleryPath, PAGES_STYLE_PATH } from "../paths.js";
import type { Page } from "../site.js";

/** The pictures of a month, already written. */
export interface GalleryMonth {
  /** `YYYY-MM`, or `null` for posts without a date. */
  readonly month: string | null;
  readonly pictures: number;
  readonly plates: Markup;
}

/** How many files the posts shown hold. */
export interface GalleryCounts {
  readonly pictures: number;
  readonly films: number;
  readonly recordings: number;
}

/** What a gallery holds. */
export interface GalleryIndex {
  readonly counts: GalleryCounts;
  /** Years that have pictures, oldest first; `null` stands for the undated. */
  readonly years: readonly (string | null)[];
}

/** Pictures and films by month: of the latest months, or of one year. */
export function GalleryPage({
  page,
  months,
  years,
  year,
  part,
  counts,
  earlier,
  later,
}: {
  readonly page: Page;
  readonly months: readonly GalleryMonth[];
  /** Years that have pictures, oldest first; `null` stands for the undated. */
  readonly years: readonly (string | null)[];
  /** The year shown; absent on the gallery's first page. */
  readonly year?: string | null;
  readonly part: number;
  /** Of the whole gallery; `null` on the page of a year. */
  readonly counts: GalleryCounts | null;
  readonly earlier: TurnTo | null;
  readonly later: TurnTo | null;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const yearName = year === undefined ? null : year === null ? strings.undated : formats.year(year);
  const heading = yearName === null ? strings.gallery : part === 1 ? yearName : strings.continued(yearName);
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(
        yearName === null ? strings.gallery : strings.gallery + formats.comma + heading,
        site.title,
      )}
      description={strings.galleryDescription(site.author)}
      kind="website"
      indexable
      sheets={[PAGES_STYLE_PATH]}
      current="gallery"
    >
      <div class="head">
        {yearName === null ? null : (
          <p class="path">
            <a href={page.href("gallery/index.html")}>{strings.gallery}</a>
          </p>
        )}
        <h1>{heading}</h1>
        {counts === null ? null : (
          <p class="lede">{strings.galleryLede({ ...counts, text: formats.number })}</p>
        )}
        <p class="checks">
          <label>
            <input type="checkbox" id="described" /> {strings.asListWithDescriptions}
          </label>
        </p>
      </div>
      {months.map((month) => (
        <Month page={page} {...month} />
      ))}
      <Turn page={page} earlier={earlier} later={later} />
      <Years page={page} years={years} year={year} />
    </site.components.Layout>
  );
}

function Month({
  page,
  month,
  pictures,
  plates,
}: GalleryMonth & {
  readonly page: Page;
}): JSX.Element {
  const { strings, formats } = page.site;
  const id = `g${month ?? "undated"}`;
  const count = strings.picturesIn(pictures, formats.number(pictures));
  return (
    <section class="gallery-month ledger" aria-labelledby={id}>
      <h2 id={id}>
        {month === null ? strings.undated : formats.monthName(month)}{" "}
        <small>{month === null ? count : formats.year(month.slice(0, 4)) + formats.comma + count}</small>
      </h2>
      <Raw as="ul" class="plates" markup={plates} />
    </section>
  );
}

function Years({
  page,
  years,
  year,
}: {
  readonly page: Page;
  readonly years: readonly (string | null)[];
  readonly year: string | null | undefined;
}): JSX.Element {
  const { strings, formats } = page.site;
  return (
    <nav class="broad jump" aria-label={strings.galleryByYear}>
      <h2>{strings.years}</h2>
      <ul class="years">
        {years.map((each) => (
          <li>
            <a href={page.href(galleryPath(each))} aria-current={each === year ? "page" : undefined}>
              {each === null ? strings.undated : formats.year(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
