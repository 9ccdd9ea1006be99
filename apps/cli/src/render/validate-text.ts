import type { Diagnostic } from "@archive/schema";
import type { Findings } from "../commands/validate/findings.js";
import type { Sighting } from "../commands/validate/sightings.js";
import type { Session } from "../session.js";
import { placeOf, severityWord } from "./diagnostics-text.js";
import type { Paint } from "./paint.js";
import { printable } from "./printable.js";
import { count, counted } from "./quantity.js";

/** What `validate` prints at a terminal: findings by code, each with what stands at its place. */
export function validateText(findings: Findings, { paint }: Session): string[] {
  const lines = findings.codes.flatMap(({ code, severity, count: times, items, samples }) => {
    const [first] = samples;
    const hidden = times - samples.length;
    const among = items < times ? ` in ${counted(items, "item")}` : "";
    return [
      `${severityWord(severity, paint)} ${paint("bold", code)}  ${counted(times, "time")}${among}`,
      ...(first === undefined || placeOf(first) === "" ? [] : [`  ${printable(first.message)}`]),
      ...samples.flatMap((found) => sampleLines(found, first, findings.sightings.of(found), paint)),
      ...(hidden > 0 ? [paint("dim", `  and ${count(hidden)} more`)] : []),
      ...(first?.hint === undefined ? [] : [paint("dim", `  → ${first.hint}`)]),
      "",
    ];
  });
  return [...lines, ...verdictLines(findings, paint)];
}

/** Whether it is valid, and by what. */
export function verdictLines({ subject, valid, summary, counts }: Findings, paint: Paint): string[] {
  const { documents, items } = summary.checked;
  const several = subject.kind === "documents" && documents !== 1;
  const verdict = valid ? paint("green", "valid") : paint("red", several ? "not all valid" : "not valid");
  const are = several ? "are" : "is";
  return [
    `${printable(subject.name)} ${are} ${verdict} (${printable(summary.profile)}): ${[
      counted(counts.error, "error"),
      counted(counts.warning, "warning"),
      counted(counts.info, "info"),
    ].join(", ")}`,
    paint("dim", `${counted(documents, "document")} and ${counted(items, "item")} checked`),
  ];
}

function sampleLines(
  found: Diagnostic,
  first: Diagnostic | undefined,
  sighting: Sighting | undefined,
  paint: Paint,
): string[] {
  const message = printable(found.message);
  const place = placeOf(found, sighting?.position ?? null);
  const compared = [
    found.expected === undefined ? null : `expected ${printable(found.expected)}`,
    found.actual === undefined ? null : `found ${printable(found.actual)}`,
  ].filter((part) => part !== null);
  return [
    `  ${place === "" ? message : place}`,
    ...(place === "" || message === printable(first?.message ?? "") ? [] : [`    ${message}`]),
    ...excerptLines(sighting, paint),
    ...(compared.length === 0 ? [] : [`    ${compared.join(", ")}`]),
  ];
}

/** What stands there, with carets below it. */
function excerptLines(sighting: Sighting | undefined, paint: Paint): string[] {
  if (sighting === undefined || sighting.excerpt === null) return [];
  const before = printable(sighting.excerpt.before);
  const value = printable(sighting.excerpt.value);
  const carets = `${" ".repeat(columnsOf(before))}${"^".repeat(Math.max(1, columnsOf(value)))}`;
  return [`      ${paint("dim", before)}${value}`, `      ${paint("red", carets)}`];
}

/** How many characters a text has, as a terminal shows them: marks stand on the letter before. */
function columnsOf(text: string): number {
  return [...new Intl.Segmenter("en").segment(text)].length;
}
