import type { PublishedPost } from "../../post/post.js";
import type { Selection } from "../../select/selection.js";
import type { MediaShare, StatisticsView } from "../../theme/pages/statistics.js";
import type { MediaWord } from "../../theme/strings/strings.js";

const HOURS = 24;
const WEEKDAYS = 7;

/** Counts the posts shown, as they are read. Holds numbers only, of no post that is not selected. */
export class Statistics {
  readonly #selection: Selection;
  readonly #hourOf: (published: string) => number;
  /** Monday first. */
  readonly #hours: number[][] = Array.from({ length: WEEKDAYS }, () => Array<number>(HOURS).fill(0));
  readonly #languages = new Map<string | null, number>();
  readonly #media = new Map<MediaWord, number>();
  readonly #pictures = new Map<string, MediaShare>();
  #withMedia = 0;
  #posts = 0;

  constructor(selection: Selection) {
    this.#selection = selection;
    this.#hourOf = hourReader(selection.timeZone);
  }

  /** Counts a post; boosts are not the person's words, and are left out. */
  add(post: PublishedPost, day: string | null): void {
    if (post.kind === "boost") return;
    this.#posts += 1;
    this.#languages.set(post.language, (this.#languages.get(post.language) ?? 0) + 1);
    if (day !== null && post.published !== null) {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      const hour = this.#hourOf(post.published);
      const row = this.#hours[weekday];
      if (row !== undefined) row[hour] = (row[hour] ?? 0) + 1;
    }
    if (post.attachments.length === 0) return;
    this.#withMedia += 1;
    for (const { kind, alt } of post.attachments) {
      this.#media.set(kind, (this.#media.get(kind) ?? 0) + 1);
      if (kind !== "image") continue;
      const year = day?.slice(0, 4) ?? "";
      const share = this.#pictures.get(year) ?? { all: 0, described: 0 };
      const described = alt !== null && alt.trim() !== "";
      this.#pictures.set(year, { all: share.all + 1, described: share.described + (described ? 1 : 0) });
    }
  }

  /** What was counted, in the order in which it is shown. */
  view(): StatisticsView {
    return {
      posts: this.#posts,
      months: this.#selection.months(),
      hours: this.#hours,
      languages: [...this.#languages].sort(
        ([a, m], [b, n]) => n - m || ((a ?? "\uffff") < (b ?? "\uffff") ? -1 : 1),
      ),
      tags: this.#selection
        .tags()
        .toSorted((a, b) => b.posts - a.posts || (a.slug < b.slug ? -1 : 1))
        .slice(0, 20),
      media: (["image", "video", "audio", "unknown"] as const).flatMap((kind) => {
        const count = this.#media.get(kind);
        return count === undefined ? [] : [{ kind, count }];
      }),
      withMedia: this.#withMedia,
      described: [...this.#pictures]
        .filter(([year]) => year !== "")
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([year, share]) => ({ year, ...share })),
    };
  }
}

/** The hour on the clocks of a zone; the same hour is asked for again and again. */
function hourReader(timeZone: string): (published: string) => number {
  if (timeZone === "UTC") return (published) => new Date(published).getUTCHours();
  const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone });
  return (published) => Number(format.format(new Date(published))) % HOURS;
}
