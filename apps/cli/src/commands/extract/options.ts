import type { EntryPart } from "@archive/transform";

/** The options of `extract` as they come out of the command line. */
export interface ExtractOptions {
  readonly out: string;
  readonly only?: readonly EntryPart[];
  readonly media: boolean;
  readonly includeSecrets: boolean;
}

/** The options of `pack` as they come out of the command line. */
export interface PackOptions {
  readonly out: string;
  readonly includeSecrets: boolean;
}
