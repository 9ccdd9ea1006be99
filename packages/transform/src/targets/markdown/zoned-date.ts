const formats = new Map<string, Intl.DateTimeFormat>();

/** A point in time with the offset of a zone: `2024-05-09T12:00:00+02:00`, and `…Z` for UTC; `null` where none has 4 digits of year. */
export function zonedDate(iso: string, timeZone: string): string | null {
  if (!/^\d{4}-/.test(iso)) return null;
  const at = Date.parse(iso);
  if (timeZone === "UTC" || Number.isNaN(at)) return iso;
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "longOffset",
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes, digits: number): string =>
    (parts.get(type) ?? "").padStart(digits, "0");
  const offset = (parts.get("timeZoneName") ?? "").replace(/^GMT/, "");
  const day = `${part("year", 4)}-${part("month", 2)}-${part("day", 2)}`;
  const time = `${part("hour", 2)}:${part("minute", 2)}:${part("second", 2)}`;
  // Before railways, zones had seconds in their offset; no format of dates takes those.
  return `${day}T${time}${offset === "" ? "+00:00" : offset.slice(0, 6)}`;
}
