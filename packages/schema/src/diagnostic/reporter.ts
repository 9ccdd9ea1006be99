import type { Diagnostic } from "./diagnostic.js";
import type { DiagnosticCode } from "./registry.js";
import type { Severity } from "./severity.js";

/** What is kept of all findings of one code. */
export interface CodeReport {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** How many there were. */
  readonly count: number;
  /** The first of them, up to the reporter's limit. */
  readonly samples: readonly Diagnostic[];
}

/** Collects findings in bounded memory: all are counted, the first few of each code are kept. */
export interface Reporter {
  /** Takes one finding; bound, so it can be passed as `onDiagnostic`. */
  readonly report: (diagnostic: Diagnostic) => void;
  /** How many findings of each severity there were. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** One entry per code, errors first, else in the order of first appearance. */
  codes(): readonly CodeReport[];
  /** The findings kept, in the order of {@link codes}. */
  samples(): readonly Diagnostic[];
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Makes a reporter that keeps `samplesPerCode` findings of each code (20 unless told) and counts the rest.
 *
 * @example
 * ```ts
 * import { createReporter, diagnostic } from "@archive/schema";
 * const reporter = createReporter();
 * reporter.report(diagnostic("media/missing"));
 * reporter.counts.warning; // 1
 * ```
 */
export function createReporter(options: { readonly samplesPerCode?: number } = {}): Reporter {
  const { samplesPerCode = 20 } = options;
  const counts = { error: 0, warning: 0, info: 0 };
  const byCode = new Map<DiagnosticCode, { severity: Severity; count: number; samples: Diagnostic[] }>();

  const codes = (): readonly CodeReport[] =>
    [...byCode]
      .map(([code, kept]) => ({ code, ...kept }))
      .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);

  return {
    counts,
    report(found) {
      counts[found.severity] += 1;
      const kept = byCode.get(found.code) ?? { severity: found.severity, count: 0, samples: [] };
      kept.count += 1;
      if (kept.samples.length < samplesPerCode) kept.samples.push(found);
      byCode.set(found.code, kept);
    },
    codes,
    samples: () => codes().flatMap((code) => code.samples),
  };
}
