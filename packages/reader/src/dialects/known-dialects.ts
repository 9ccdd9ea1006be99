import { DIALECTS } from "./detect.js";

/** Exporting software whose archives are read. */
export interface KnownDialect {
  readonly dialect: string;
  /** Spans of versions that lay archives out alike, oldest first; empty where none are told apart. */
  readonly eras: readonly string[];
}

/**
 * The dialects that are read.
 *
 * @example
 * ```ts
 * import { knownDialects } from "@archive/reader";
 * knownDialects().some(({ dialect }) => dialect === "mastodon"); // true
 * ```
 */
export function knownDialects(): readonly KnownDialect[] {
  return DIALECTS.map(({ name, eras }) => ({ dialect: name, eras }));
}
