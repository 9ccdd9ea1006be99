/** How much of something: nothing, then four steps. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4;

const LEVELS: readonly HeatLevel[] = [0, 1, 2, 3, 4];

/** Tells the step a number belongs to: quarters of the numbers there are, so that one loud week drowns nothing. */
export function heatScale(numbers: readonly number[]): (value: number) => HeatLevel {
  const sorted = numbers.filter((value) => value > 0).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  // Where most numbers are alike, steps still differ: one post, two, three, more.
  const first = Math.max(1, at(0.25));
  const second = Math.max(first + 1, at(0.5));
  const bounds = [first, second, Math.max(second + 1, at(0.8))];
  return (value) => {
    if (value <= 0) return 0;
    const above = bounds.filter((bound) => value > bound).length;
    return LEVELS[above + 1] ?? 4;
  };
}

/** A row of cells; `null` lies outside the account's life and is left empty. */
export type HeatRow = readonly (number | null)[];

const WEEKS = 53;

/** Posts per week of a year: 53 cells of seven days from 1 January on, the last one short. */
export function weeksOf(
  year: string,
  days: ReadonlyMap<string, number>,
  first: string,
  last: string,
): HeatRow {
  // Not `Date.UTC`, which takes the years up to 99 for those of the twentieth century.
  const start = new Date(0).setUTCFullYear(Number(year), 0, 1);
  return Array.from({ length: WEEKS }, (_, week) => {
    const weekDays = Array.from({ length: 7 }, (_, day) => dayText(start + (week * 7 + day) * DAY)).filter(
      (day) => day.startsWith(year),
    );
    return cell(weekDays, days, first, last);
  });
}

/** Posts per day of a month `YYYY-MM`. */
export function daysOf(
  month: string,
  days: ReadonlyMap<string, number>,
  first: string,
  last: string,
): HeatRow {
  const start = Date.parse(`${month}-01T00:00:00Z`);
  const all = Array.from({ length: 31 }, (_, day) => dayText(start + day * DAY));
  return all.filter((day) => day.startsWith(month)).map((day) => cell([day], days, first, last));
}

const DAY = 86_400_000;

function dayText(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 10);
}

function cell(
  cellDays: readonly string[],
  days: ReadonlyMap<string, number>,
  first: string,
  last: string,
): number | null {
  const living = cellDays.filter((day) => day >= first && day <= last);
  if (living.length === 0) return null;
  return living.reduce((sum, day) => sum + (days.get(day) ?? 0), 0);
}
