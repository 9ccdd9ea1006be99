import type { Diagnostic, DiagnosticCode, JsonObject, Visibility } from "@archive/schema";
import { createValidator, PROFILES, type Profile } from "@archive/schema/validate";
import type { ValidateOptions } from "./validate-options.js";

/** Checks single documents against a profile, and gives every finding the severity it has there. */
export interface Checker {
  /** Name of the profile. */
  readonly profile: string;
  /** Hands a finding on, as severe as the profile has it; what it wants to know nothing of is dropped. */
  readonly report: (found: Diagnostic) => void;
  check(document: JsonObject, kind: "actor" | "item", place: CheckedPlace): void;
}

/** Where a document was read from. */
export interface CheckedPlace {
  readonly file: string;
  readonly pointer: string;
  readonly offset: number;
  readonly hint?: Visibility;
  /** The document as it was written, if the source still has it. */
  bytes?(): Uint8Array | null;
}

/** The profile of a dialect's archives; `wild` for a dialect that has none. */
export function dialectProfile(dialect: string): string {
  const names = [`${dialect}-archive`, dialect];
  return PROFILES.find(({ name }) => names.includes(name))?.name ?? "wild";
}

/** Makes a checker for the archive of an actor. */
export async function createChecker(
  profile: Profile | string,
  archive: { readonly era: string | null; readonly actor: JsonObject | null },
  options: ValidateOptions,
): Promise<Checker> {
  const onDiagnostic = options.onDiagnostic ?? (() => {});
  const validator = await createValidator({
    profile,
    ...archive,
    showContent: options.showContent === true,
    exactOffsets: options.exactOffsets,
    onDiagnostic,
  });
  const { name, rules } = validator.profile;
  return {
    profile: name,
    report: bySeverity(rules, onDiagnostic),
    check(document, kind, place) {
      validator.document(document, new PlaceOf(kind, place));
    },
  };
}

/** A place as validators take it. A class, for there is one for each item: a method costs it nothing, a function does. */
class PlaceOf {
  readonly kind: "actor" | "item";
  readonly file: string;
  readonly pointer: string;
  readonly offset: number;
  readonly visibility: Visibility | undefined;
  readonly #document: CheckedPlace;

  constructor(kind: "actor" | "item", document: CheckedPlace) {
    this.kind = kind;
    this.file = document.file;
    this.pointer = document.pointer;
    this.offset = document.offset;
    this.visibility = document.hint;
    this.#document = document;
  }

  bytes(): Uint8Array | null {
    return this.#document.bytes?.() ?? null;
  }
}

/** A listener that hears of each finding with the severity a profile gives it. */
function bySeverity(
  rules: Readonly<Partial<Record<DiagnosticCode, Diagnostic["severity"] | "off">>>,
  onDiagnostic: (found: Diagnostic) => void,
): (found: Diagnostic) => void {
  return (found) => {
    const severity = rules[found.code] ?? found.severity;
    if (severity !== "off") onDiagnostic(severity === found.severity ? found : { ...found, severity });
  };
}
