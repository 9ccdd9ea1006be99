import type { Severity } from "@archive/schema";
import type { InspectReport } from "@archive/transform";

/** What `inspect --json` prints of one archive. */
export interface InspectDocument extends Omit<InspectReport, "archive"> {
  readonly archive: { readonly path: string } & InspectReport["archive"];
  readonly diagnostics: Readonly<Record<Severity, number>>;
}
