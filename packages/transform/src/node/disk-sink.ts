import type { Diagnostic } from "@archive/schema";

/** How the sinks on disk treat what is there. */
export interface DiskSinkOptions {
  /**
   * Replace whatever stands at the place. What no earlier run of the same command wrote is kept beside, with
   * `.bak` added to its name; files changed by hand are written anew.
   */
  readonly force?: boolean | undefined;
  /** Start no second thread to write many files: for one of many programs that are to share a machine's cores. */
  readonly oneThread?: boolean | undefined;
  /** Hears of files that were kept or moved aside. */
  readonly onDiagnostic?: ((diagnostic: Diagnostic) => void) | undefined;
}
