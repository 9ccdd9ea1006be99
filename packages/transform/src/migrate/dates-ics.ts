import ical, { ICalEventRepeatingFreq, ICalEventTransparency } from "ical-generator";
import { shortHash } from "../ids/keys.js";
import type { Day } from "./calendar.js";
import type { MoveDates } from "./move-dates.js";

/** An all-day entry. */
interface Entry {
  readonly name: string;
  readonly day: Day | null;
  readonly summary: string;
  readonly description: string;
  readonly monthly?: true;
}

/**
 * The days of a move as a calendar (RFC 5545); `null` when there is no day to begin from.
 * The same dates and account give the same bytes, so that a calendar that imports it again changes its entries.
 */
export function datesIcs(dates: MoveDates, software: string, identity: string): string | null {
  if (dates.move === null) return null;
  const stamp = dateOf(dates.exported ?? dates.move);
  const calendar = ical({
    name: `Move to ${software}`,
    prodId: { company: "ap-archive", product: "migrate" },
  });
  for (const { name, day, summary, description, monthly } of entries(dates, software)) {
    if (day === null) continue;
    const event = calendar.createEvent({
      id: `${shortHash(`${name} ${identity}`)}@ap-archive.invalid`,
      start: dateOf(day),
      allDay: true,
      stamp,
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (monthly === true) event.repeating({ freq: ICalEventRepeatingFreq.MONTHLY });
  }
  return `${calendar.toString().replace(/(?:\r\n)+$/, "")}\r\n`;
}

function entries(dates: MoveDates, software: string): readonly Entry[] {
  return [
    {
      name: "next-export",
      day: dates.nextExport,
      summary: "A new export of the old account may be asked for",
      description: "Servers allow one in 7 days. Download it at once: it is deleted after about a week.",
    },
    {
      name: "move",
      day: dates.move,
      summary: `Move to ${software}`,
      description:
        "Alias on the new account first, then imports, then the move on the old account. See checklist.html.",
    },
    {
      name: "failures",
      day: dates.failuresGone,
      summary: "Last day to see which rows of an import failed",
      description: "Mastodon keeps them for a week.",
    },
    {
      name: "cooldown",
      day: dates.cooldownOver,
      summary: "The cooldown of the move is over",
      description: "From today on the old account can be moved again.",
    },
    {
      name: "export",
      day: dates.firstReminder,
      summary: "Export your account",
      description: "Ask your server for an archive and its CSVs, and keep them where the server is not.",
      monthly: true,
    },
  ];
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
