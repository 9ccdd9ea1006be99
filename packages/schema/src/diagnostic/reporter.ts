import type { Diagnostic } from "./diagnostic.js";
import type { DiagnosticCode } from "./registry.js";
import type { Severity } from "./severity.js";

/** What is kept of all findings of one code. */
export interface CodeReport {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** How many there were. */
  readonly count: number;
  /** How many items (posts, elements of a list) or whole documents they concern. */
  readonly items: number;
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

interface Kept {
  severity: Severity;
  count: number;
  items: number;
  lastItem: string | null;
  readonly samples: Diagnostic[];
}

function newlyKept(severity: Severity): Kept {
  return { severity, count: 0, items: 0, lastItem: null, samples: [] };
}

/** The element of a list that a finding lies in, else its document. */
function itemOf({ file = "", pointer, offset }: Diagnostic): string {
  const element = pointer === undefined ? null : /^\/(?:orderedItems\/|items\/)?[0-9]+(?=\/|$)/.exec(pointer);
  return `${file}\n${element?.[0] ?? (pointer === undefined ? (offset ?? "") : "")}`;
}

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
  const byCode = new Map<DiagnosticCode, Kept>();

  const codes = (): readonly CodeReport[] =>
    [...byCode]
      .map(([code, { severity, count, items, samples }]) => ({ code, severity, count, items, samples }))
      .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);

  return {
    counts,
    report(found) {
      counts[found.severity] += 1;
      let kept = byCode.get(found.code);
      if (kept === undefined) {
        kept = newlyKept(found.severity);
        byCode.set(found.code, kept);
      }
      kept.count += 1;
      const item = itemOf(found);
      // The findings of an item come one after the other, so that comparing with the last is enough.
      if (item !== kept.lastItem) kept.items += 1;
      kept.lastItem = item;
      if (kept.samples.length < samplesPerCode) kept.samples.push(found);
    },
    codes,
    samples: () => codes().flatMap((code) => code.samples),
  };
}
