import type { CodeReport, Diagnostic, Severity } from "@archive/schema";
import type { Session } from "../session.js";
import type { Paint } from "./paint.js";
import { printable } from "./printable.js";
import { count, counted } from "./quantity.js";

const COLOURS = { error: "red", warning: "yellow", info: "blue" } as const satisfies Record<Severity, string>;

/** Findings by code: how many, and the first of them. Infos are shown with `--verbose` only. */
export function diagnosticLines(codes: readonly CodeReport[], session: Session): string[] {
  const { paint, options } = session;
  const shown = codes.filter(({ severity }) => options.verbose || severity !== "info");
  const lines: string[] = [];
  for (const { code, severity, count: times, samples } of shown) {
    lines.push(`  ${severityWord(severity, paint)} ${count(times)} × ${code}`);
    for (const sample of samples.slice(0, options.verbose ? undefined : 1)) {
      lines.push(...sampleLines(sample, paint));
    }
  }
  const hidden = codes
    .filter(({ severity }) => severity === "info")
    .reduce((sum, { count: times }) => sum + times, 0);
  if (hidden > 0 && !options.verbose) {
    lines.push(
      `  ${severityWord("info", paint)} ${counted(hidden, "finding")} worth knowing (shown with --verbose)`,
    );
  }
  return lines;
}

/** A finding in two or three lines: what, where, what to do. */
function sampleLines(found: Diagnostic, paint: Paint): string[] {
  const lines = [`          ${printable(found.message)}`];
  const place = placeOf(found);
  if (place !== "") lines.push(`          ${paint("dim", place)}`);
  return lines;
}

/** Where a finding is: file (with line and column, where a text has them), pointer, byte and id, as far as known. */
export function placeOf(
  { file, pointer, offset, id }: Diagnostic,
  position: { readonly line: number; readonly column: number } | null = null,
): string {
  const where = position === null ? file : `${file ?? ""}:${position.line}:${position.column}`;
  const byte = offset === undefined || position !== null ? undefined : `byte ${offset}`;
  const parts = [where, pointer, byte, id];
  return printable(parts.filter((part) => part !== undefined && part !== "").join("  "));
}

/** A severity as a painted word of constant width. */
export function severityWord(severity: Severity, paint: Paint): string {
  return paint(COLOURS[severity], severity.padEnd(7));
}
