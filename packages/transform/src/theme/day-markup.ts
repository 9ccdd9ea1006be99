import type { Markup } from "./markup.js";

/** A day, or the undated, with its posts as they are listed. */
export interface DayMarkup {
  readonly day: string | null;
  readonly posts: Markup;
}
