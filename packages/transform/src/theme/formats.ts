import { commaOf } from "./comma.js";

/** Numbers and dates as the reader's language writes them, in the zone the posts are told in. */
export interface Formats {
  readonly number: (value: number) => string;
  /** What stands between two facts. */
  readonly comma: string;
  /** 14 March 2023, 08:58 */
  readonly moment: (iso: string) => string;
  /** Tuesday, 14 March 2023, 08:58 */
  readonly fullMoment: (iso: string) => string;
  /** 08:58 */
  readonly time: (iso: string) => string;
  /** 14 March 2023, of a moment */
  readonly date: (iso: string) => string;
  /** Tuesday, 14 March 2023, of a day `YYYY-MM-DD` */
  readonly dayName: (day: string) => string;
  /** 14 */
  readonly dayNumber: (day: string) => string;
  /** Tue */
  readonly weekday: (day: string) => string;
  /** Tuesday, of a day */
  readonly weekdayName: (day: string) => string;
  /** Mar 2023 */
  readonly dayMonth: (day: string) => string;
  /** March 2023, of a moment */
  readonly monthOf: (iso: string) => string;
  /** March 2023, of a month `YYYY-MM` */
  readonly month: (month: string) => string;
  /** March */
  readonly monthName: (month: string) => string;
  /** Mar */
  readonly monthShort: (month: string) => string;
  /** M */
  readonly monthNarrow: (month: string) => string;
  /** German, of `de`; `null` for a tag that is none */
  readonly languageName: (tag: string) => string | null;
  /** 2023 */
  readonly year: (year: string) => string;
}

/**
 * Formatters are made once: `Intl` objects cost a hundred times more than a call to them. A date that is none
 * comes back as it was, for data may hold anything.
 */
export function formats(locale: string, timeZone: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const languages = new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  const yearNumber = new Intl.NumberFormat(locale, { useGrouping: false });
  const zoned = (options: Intl.DateTimeFormatOptions, shown: "day" | "minute"): ((iso: string) => string) => {
    const write = formatter(locale, { ...options, timeZone }, (iso) => Date.parse(iso));
    return timeZone === "UTC" ? (iso) => write(cutToShown(iso, shown)) : write;
  };
  const civil = (options: Intl.DateTimeFormatOptions): ((day: string) => string) =>
    formatter(locale, { ...options, timeZone: "UTC" }, civilEpoch);
  const date = { day: "numeric", month: "long", year: "numeric" } as const;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const timeOnly = zoned(time, "minute");
  const dateOnly = zoned(date, "day");
  const comma = commaOf(locale);
  const weekdayDate = zoned({ ...date, weekday: "long" }, "day");

  return {
    number: remembering((value) =>
      Math.abs(value) < 1000
        ? numbers.format(value)
        : numbers
            .formatToParts(value)
            .map((part) => (part.type === "group" ? "\u202F" : part.value))
            .join(""),
    ),
    comma,
    moment: (iso) => dateOnly(iso) + comma + timeOnly(iso),
    fullMoment: (iso) => weekdayDate(iso) + comma + timeOnly(iso),
    time: timeOnly,
    date: dateOnly,
    dayName: civil({ ...date, weekday: "long" }),
    dayNumber: dayNumber(locale),
    weekday: civil({ weekday: "short" }),
    weekdayName: civil({ weekday: "long" }),
    dayMonth: civil({ month: "short", year: "numeric" }),
    monthOf: zoned({ month: "long", year: "numeric" }, "day"),
    month: civil({ month: "long", year: "numeric" }),
    monthName: civil({ month: "long" }),
    monthShort: civil({ month: "short" }),
    monthNarrow: civil({ month: "narrow" }),
    languageName: remembering((tag) => languageName(languages, tag)),
    year: (year) => (/^\d+$/.test(year) ? yearNumber.format(Number(year)) : year),
  };
}

const REMEMBERED = 4096;

/** The number alone: Japanese writes a word behind it, and it is set as a numeral. */
function dayNumber(locale: string): (day: string) => string {
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", timeZone: "UTC" });
  return remembering((day) => {
    const epoch = civilEpoch(day);
    if (Number.isNaN(epoch)) return day;
    return format.formatToParts(epoch).find(({ type }) => type === "day")?.value ?? day;
  });
}

function formatter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  epochOf: (text: string) => number,
): (text: string) => string {
  const format = new Intl.DateTimeFormat(locale, options);
  return remembering((text) => {
    const epoch = epochOf(text);
    return Number.isNaN(epoch) ? text : format.format(epoch);
  });
}

const UTC_MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;

/**
 * A moment that is written as another one is, of the same day or minute: of those there are few to remember, and in
 * UTC they stand in the text. Every post has a moment of its own, and `Intl` is slow.
 */
function cutToShown(iso: string, shown: "day" | "minute"): string {
  if (!UTC_MOMENT.test(iso)) return iso;
  return shown === "day" ? `${iso.slice(0, 10)}T00:00Z` : `1970-01-01T${iso.slice(11, 16)}Z`;
}

/** The pages of a thread, a day, a month ask for the same numbers, dates and languages over and over. */
function remembering<From extends string | number, To extends string | null>(
  write: (value: From) => To,
): (value: From) => To {
  const known = new Map<From, To>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const written = write(value);
    if (known.size >= REMEMBERED) known.clear();
    known.set(value, written);
    return written;
  };
}

function languageName(languages: Intl.DisplayNames, tag: string): string | null {
  try {
    return languages.of(tag) ?? null;
  } catch {
    return null;
  }
}

/** Noon of a day `YYYY-MM-DD`, or of the first day of a month `YYYY-MM` or a year. */
function civilEpoch(text: string): number {
  const match = /^(\d{4,6})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return Number.NaN;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2] ?? "1") - 1, Number(match[3] ?? "1"));
  date.setUTCHours(12);
  return date.getTime();
}
