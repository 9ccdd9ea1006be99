/** Tells on which day a point in time falls in a time zone. */
export interface DayClock {
  readonly timeZone: string;
  /** `YYYY-MM-DD`. */
  dayOf(epoch: number): string;
  /** The first millisecond of a day given as `YYYY-MM-DD`. */
  startOf(day: string): number;
}

// Days near the ends of what four digits can say are those of UTC: the next zone may lie in a year of five, or of none.
const FIRST = Date.parse("0001-01-02T00:00:00Z");
const LAST = Date.parse("9999-12-31T00:00:00Z");

/** Makes a clock; throws `RangeError` for a name that is no IANA time zone. */
export function dayClock(timeZone = "UTC"): DayClock {
  const format = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const zoned = (epoch: number): string => {
    const parts = new Map(format.formatToParts(epoch).map((part) => [part.type, part.value]));
    return `${(parts.get("year") ?? "").padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
  };
  const utc = (epoch: number): string => new Date(epoch).toISOString().slice(0, 10);
  const dayOf =
    timeZone === "UTC" ? utc : (epoch: number) => (epoch < FIRST || epoch >= LAST ? utc : zoned)(epoch);
  return {
    timeZone,
    dayOf,
    startOf(day) {
      // Zones lie within 14 hours of UTC, and change on whole quarters of an hour.
      const midnight = Date.parse(`${day}T00:00:00Z`);
      if (timeZone === "UTC") return midnight;
      const quarter = 15 * 60_000;
      let at = midnight - 56 * quarter;
      while (dayOf(at) < day) at += quarter;
      return at;
    },
  };
}
