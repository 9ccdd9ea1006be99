const DAY = 86_400_000;
const DATE = /^(\d{4}-\d{2}-\d{2})(?:T|$)/;

/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string;

/** The day of a date or of a point in time (UTC); `null` for what is none. */
export function dayOf(text: string | null | undefined): Day | null {
  const day = DATE.exec(text ?? "")?.[1];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  // `Date.parse` takes the 31st of any month for one of the next.
  return day !== undefined && !Number.isNaN(time) && isoDay(time) === day ? day : null;
}

/** So many days later. */
export function daysAfter(day: Day, days: number): Day {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * DAY);
}

/** The same day of the next month, for something that comes every month: at most the 28th, which all months have. */
export function monthAfter(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  const pad = (value: number | undefined, digits: number): string => String(value).padStart(digits, "0");
  return `${pad(next[0], 4)}-${pad(next[1], 2)}-${pad(Math.min(date, 28), 2)}`;
}

function isoDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
