import type { CodeReport, Severity } from "@archive/schema";
import type { ValidationSummary } from "@archive/transform";
import type { Session } from "../session.js";
import { placeOf, severityWord } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { count, counted } from "./quantity.js";

/** What a validation found. */
export interface Findings {
  readonly path: string;
  readonly valid: boolean;
  readonly summary: ValidationSummary;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly codes: readonly CodeReport[];
}

/** What `validate` prints at a terminal. */
export function validateText({ path, valid, summary, counts, codes }: Findings, session: Session): string[] {
  const { paint } = session;
  const lines = codes.flatMap(({ code, severity, count: times, samples }) => {
    const shown = samples.flatMap((found) => {
      const message = printable(found.message);
      const place = placeOf(found);
      const compared = [
        found.expected === undefined ? null : `expected ${printable(found.expected)}`,
        found.actual === undefined ? null : `found ${printable(found.actual)}`,
      ].filter((part) => part !== null);
      return [
        `  ${place === "" ? message : place}`,
        ...(place === "" || message === printable(samples[0]?.message ?? "") ? [] : [`    ${message}`]),
        ...(compared.length === 0 ? [] : [`    ${compared.join(", ")}`]),
      ];
    });
    const [first] = samples;
    const hidden = times - samples.length;
    return [
      `${severityWord(severity, paint)} ${paint("bold", code)}  ${counted(times, "time")}`,
      ...(first === undefined || placeOf(first) === "" ? [] : [`  ${printable(first.message)}`]),
      ...shown,
      ...(hidden > 0 ? [paint("dim", `  and ${count(hidden)} more`)] : []),
      ...(first?.hint === undefined ? [] : [paint("dim", `  → ${first.hint}`)]),
      "",
    ];
  });
  const { documents, items } = summary.checked;
  const verdict = valid ? paint("green", "valid") : paint("red", "not valid");
  return [
    ...lines,
    `${printable(path)} is ${verdict} (${summary.profile}): ${[
      counted(counts.error, "error"),
      counted(counts.warning, "warning"),
      counted(counts.info, "info"),
    ].join(", ")}`,
    paint("dim", `${counted(documents, "document")} and ${counted(items, "item")} checked`),
  ];
}
