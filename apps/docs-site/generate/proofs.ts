import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What tests found of one feature in one output. */
export interface FeatureProof {
  /** `same`: read again as it was. `apart`, `some`, `none`: how many of its values are still told from one another. */
  readonly verdict: "same" | "apart" | "some" | "none";
  /** Values that are not. */
  readonly alike: readonly (readonly string[])[];
}

/** What tests found of one export that was written in one format and read again. */
export interface TripProof {
  readonly back: number;
  /** Posts that the format has no place for, by the reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What tests found of the outputs. They write it down and fail where it changes. */
export interface Proofs {
  /** By output and feature. */
  readonly features: Readonly<Record<string, Readonly<Record<string, FeatureProof>>>>;
  /** By export and format. */
  readonly trips: Readonly<Record<string, Readonly<Record<string, TripProof>>>>;
}

/** Reads what the tests of transform keep. Both sides are of one commit, so its shape is taken as it is. */
export function readProofs(golden: string): Proofs {
  const read = (name: string) => JSON.parse(readFileSync(join(golden, name), "utf8"));
  return { features: read("features-found.json"), trips: read("round-trips.json") };
}
