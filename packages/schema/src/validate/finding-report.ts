import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import { DIAGNOSTICS } from "../diagnostic/registry.js";
import type { Severity } from "../diagnostic/severity.js";
import { isJsonObject, type JsonObject } from "../json.js";
import type { ResolvedProfile } from "../profiles/resolve.js";
import { actualAt, shownPath } from "./actual.js";
import { isExposed } from "./exposure.js";
import { pointerOf, valuesAlong } from "./path.js";
import type { Place } from "./place.js";
import { expectedOf } from "./property.js";
import type { Finding } from "./schema-findings.js";

/** What is needed to tell of the findings in one document. */
export interface ReportedDocument {
  readonly value: unknown;
  readonly place: Place;
  readonly profile: ResolvedProfile;
  readonly actor: JsonObject | null;
  readonly showContent: boolean;
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
}

/**
 * Reports what was found in a document, one diagnostic for each thing that is wrong. Of a place where a schema
 * already found something the rules' findings are left out: they would say the same in other words.
 *
 * @returns Whether there was no error.
 */
export function findingReport(
  document: ReportedDocument,
  found: readonly Finding[],
  further: readonly Finding[],
): boolean {
  const places = new Set<string>();
  const told = new Set<string>();
  let valid = true;
  for (const [findings, isFurther] of [[found, false] as const, [further, true] as const]) {
    for (const finding of findings) {
      const severity = document.profile.rules[finding.code] ?? DIAGNOSTICS[finding.code].severity;
      if (severity === "off") continue;
      const pointer = pointerOf(finding.path);
      const once = `${finding.code} ${pointer}`;
      if (told.has(once) || (isFurther && places.has(pointer))) continue;
      told.add(once);
      if (!isFurther) places.add(pointer);
      if (severity === "error") valid = false;
      document.onDiagnostic(diagnosticOf(document, finding, severity));
    }
  }
  return valid;
}

function diagnosticOf(document: ReportedDocument, finding: Finding, severity: Severity): Diagnostic {
  const { place, showContent } = document;
  const values = valuesAlong(document.value, finding.path);
  const { visibility } = place;
  const exposed =
    (visibility === undefined || visibility === "public" || visibility === "unlisted") &&
    isExposed(values, document.actor);
  const open = exposed || showContent;
  const path = open ? finding.path : shownPath(finding.path, values);
  const told = finding.actual !== undefined && open ? finding.actual : undefined;
  const found = diagnostic(finding.code, {
    file: place.file,
    pointer: `${place.pointer ?? ""}${pointerOf(path)}`,
    offset: place.offset,
    id: shownId(finding.id) ?? idAlong(values) ?? shownId(place.id),
    expected: finding.expected ?? (finding.property && expectedOf(finding.property)),
    actual: told ?? actualAt(finding.path, values, { exposed, content: showContent }),
    docs: finding.docs,
  });
  return { ...found, severity };
}

const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"]{1,2000}$/;

/** The id of the innermost object on the way that has one. */
function idAlong(values: readonly unknown[]): string | undefined {
  for (const value of values.toReversed()) {
    const id = isJsonObject(value) ? shownId(value.id) : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}

/** An id, if it is an IRI; what is none could be any text. */
function shownId(id: unknown): string | undefined {
  return typeof id === "string" && IRI.test(id) ? id : undefined;
}
