import { type Day, daysAfter, monthAfter } from "./calendar.js";

/** Days between two exports of one account on Mastodon. */
export const DAYS_BETWEEN_EXPORTS = 7;
/** Days after a move in which there can be no other, on Mastodon. */
export const DAYS_OF_COOLDOWN = 30;
/** Days for which Mastodon keeps the rows that could not be imported. */
const DAYS_OF_FAILURES = 7;

/** The days of a move. */
export interface MoveDates {
  /** Of the archive; `null` when it does not tell. */
  readonly exported: Day | null;
  /** The next export may be asked for. */
  readonly nextExport: Day | null;
  /** The day of the move; `null` when nothing tells it. */
  readonly move: Day | null;
  readonly failuresGone: Day | null;
  readonly cooldownOver: Day | null;
  /** The first of the monthly exports of the new account. */
  readonly firstReminder: Day | null;
}

/** Works the days out from those that are known. */
export function moveDates(exported: Day | null, planned: Day | null): MoveDates {
  const move = planned ?? exported;
  return {
    exported,
    nextExport: exported === null ? null : daysAfter(exported, DAYS_BETWEEN_EXPORTS),
    move,
    failuresGone: move === null ? null : daysAfter(move, DAYS_OF_FAILURES),
    cooldownOver: move === null ? null : daysAfter(move, DAYS_OF_COOLDOWN),
    firstReminder: move === null ? null : monthAfter(move),
  };
}
