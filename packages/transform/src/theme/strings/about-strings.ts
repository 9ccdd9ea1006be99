/** The words of the page about the archive itself. */
export interface AboutStrings {
  readonly aboutTitle: string;
  readonly aboutDescription: string;
  readonly aboutCopy: readonly string[];
  readonly whereFrom: string;
  readonly account: string;
  readonly exported: string;
  readonly software: string;
  readonly firstPost: string;
  readonly lastPost: string;
  readonly timeZone: string;
  readonly whatExportsLack: string;
  readonly whatExportsLackText: readonly string[];
  readonly howMade: string;
  readonly howMadeText: (tool: string) => readonly string[];
  /** Names of software by dialect, as their makers write them. */
  readonly dialects: Readonly<Record<string, string>>;
}
