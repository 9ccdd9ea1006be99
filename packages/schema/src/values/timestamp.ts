/** A point in time as read from a document. */
export interface Timestamp {
  /** UTC, ISO 8601, whole seconds unless the source is finer: `2024-05-01T10:00:00Z`. */
  readonly iso: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epoch: number;
  /** Whether the source named no zone and UTC was assumed. */
  readonly assumedUtc: boolean;
}

// RFC 3339, and the forms servers really write: a space for the T, no seconds, no zone, an offset without colon.
const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?: ?([Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;

// What nearly every server writes: UTC, whole seconds, a day that the month has. Nothing has to be worked out.
const USUAL =
  /^[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/**
 * Reads a date and time, or returns `null` for what is none. Dates alone are midnight UTC, as Mastodon
 * writes an actor's `published`.
 * Source: AS2 Core §2.3 (RFC 3339 with optional seconds), and shapes met in Pleroma, granary and old exports.
 *
 * @example
 * ```ts
 * import { timestampOf } from "@archive/schema";
 * timestampOf("2024-05-01T12:00:00+02:00")?.iso; // "2024-05-01T10:00:00Z"
 * timestampOf("yesterday"); // null
 * ```
 */
export function timestampOf(value: unknown): Timestamp | null {
  if (typeof value !== "string") return null;
  if (USUAL.test(value)) return { iso: value, epoch: usualEpoch(value), assumedUtc: false };
  const match = PATTERN.exec(value.trim());
  if (match === null) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone] = match;
  const millis = Number(`${fraction}000`.slice(0, 3));
  const date = new Date(0);
  // Not Date.UTC, which takes the year 1 for 1901: Go, in which several servers are written, says so for "never".
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second), millis);
  // 31 February is rolled over instead of being refused.
  const rolled = date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day);
  if (rolled || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const epoch = date.getTime() - offsetMillis(zone);
  const iso = new Date(epoch).toISOString();
  // An offset can lead out of the years of four digits.
  if (!/^\d{4}-/.test(iso)) return null;
  return { iso: iso.replace(".000Z", "Z"), epoch, assumedUtc: zone === undefined && match[4] !== undefined };
}

/** What `Date.parse` gives for a date of the usual form, in a tenth of the time. */
function usualEpoch(iso: string): number {
  const two = (at: number): number => iso.charCodeAt(at) * 10 + iso.charCodeAt(at + 1) - 528;
  const days = daysSince1970(two(0) * 100 + two(2), two(5), two(8));
  return (((days * 24 + two(11)) * 60 + two(14)) * 60 + two(17)) * 1000;
}

/** Counted in years that begin in March: a leap day is then their last, and the months before it are of one pattern. */
function daysSince1970(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const monthsSinceMarch = month > 2 ? month - 3 : month + 9;
  return years * 365 + leapDays + Math.floor((monthsSinceMarch * 153 + 2) / 5) + day - 719_469;
}

function offsetMillis(zone: string | undefined): number {
  if (zone === undefined || zone === "Z" || zone === "z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
