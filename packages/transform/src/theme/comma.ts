/** What stands between a date and a time, or between two facts in a line: Arabic has a comma of its own. */
export function commaOf(locale: string): string {
  return /^ar\b/.test(locale) ? "، " : ", ";
}
