import type { Visibility } from "@archive/schema";

/** Who sees a post of each visibility, in the words of this page. */
export const VISIBILITY_WORDS: Readonly<Record<Visibility, { readonly name: string; readonly who: string }>> =
  {
    public: { name: "Public", who: "everyone" },
    unlisted: { name: "Unlisted", who: "everyone with the link" },
    followers: { name: "Followers only", who: "the people who followed you" },
    direct: { name: "Direct", who: "the people it names" },
    unknown: { name: "Unknown", who: "the export does not say; taken as direct" },
  };

/** Whether a post of it is not for everyone. */
export function isPrivate(visibility: Visibility): boolean {
  return visibility !== "public" && visibility !== "unlisted";
}

const NUMBERS = new Intl.NumberFormat("en-GB");
const DATES = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const TIMES = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
const LANGUAGES = new Intl.DisplayNames("en-GB", { type: "language" });
const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** `1,234`. */
export function count(number: number): string {
  return NUMBERS.format(number);
}

/** `1 post`, `2 posts`. */
export function counted(number: number, one: string, many: string = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** `3.4 MB`. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit] ?? ""}`;
}

/** A day in words, UTC. */
export function day(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : DATES.format(time);
}

/** A day and time in words, UTC. */
export function moment(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : `${TIMES.format(time)} UTC`;
}

/** A language's name in English, else its tag. */
export function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
