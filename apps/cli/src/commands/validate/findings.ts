import type { CodeReport, Severity } from "@archive/schema";
import type { ValidationSummary } from "@archive/transform";
import type { Sightings } from "./sightings.js";

/** What was checked: an archive, or documents that are none. */
export interface Subject {
  readonly kind: "archive" | "documents";
  /** As it was given; of several documents, how many they are. */
  readonly name: string;
  /** How the archive is packed; `null` for documents. */
  readonly container: string | null;
}

/** Everything a validation came to. */
export interface Findings {
  readonly subject: Subject;
  readonly valid: boolean;
  readonly summary: ValidationSummary;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly codes: readonly CodeReport[];
  /** Where the findings kept are, and what stands there. */
  readonly sightings: Pick<Sightings, "of">;
}
