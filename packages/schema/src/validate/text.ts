import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import { DIAGNOSTICS, type DiagnosticCode } from "../diagnostic/registry.js";
import type { ResolvedProfile } from "../profiles/resolve.js";
import { shownPath } from "./actual.js";
import { withOffsets } from "./item-offsets.js";
import { type JsonNote, scanJson, withEscapes } from "./json-scan.js";
import { pathOf, pointerOf, valuesAlong } from "./path.js";
import type { Place } from "./place.js";

/** What checking a text needs besides the text. */
export interface TextCheck {
  readonly profile: ResolvedProfile;
  readonly showContent: boolean;
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  /** Checks the parsed document, telling `report` of each finding. */
  document(value: unknown, place: Place, report: (diagnostic: Diagnostic) => void): boolean;
}

const CODES: Readonly<Record<JsonNote["kind"], DiagnosticCode>> = {
  syntax: "json/invalid",
  "duplicate-key": "json/duplicate-key",
  "invalid-utf8": "json/invalid-utf8",
  "control-character": "json/control-character",
};

/** Checks the bytes of one document: that they are UTF-8 and JSON, that no key stands twice, then what it says. */
export function checkText(bytes: Uint8Array, place: Place, check: TextCheck): boolean {
  const notes = scanJson(bytes);
  // Not a fatal decoder: what can be read of a text with a few wrong bytes is still worth checking.
  const root = notes.some((note) => note.kind === "syntax") ? undefined : parsed(bytes, notes);
  let valid = true;
  for (const note of notes) {
    const severity = check.profile.rules[CODES[note.kind]] ?? DIAGNOSTICS[CODES[note.kind]].severity;
    if (severity === "off") continue;
    if (severity === "error") valid = false;
    check.onDiagnostic({ ...noteDiagnostic(note, root, place, check.showContent), severity });
  }
  if (root === undefined) return false;
  const found: Diagnostic[] = [];
  const isValid = check.document(root, place, (each) => found.push(each));
  for (const each of withOffsets(found, bytes, place)) check.onDiagnostic(each);
  return valid && isValid;
}

function parsed(bytes: Uint8Array, notes: readonly JsonNote[]): unknown {
  try {
    const text = new TextDecoder().decode(bytes);
    return JSON.parse(notes.some((note) => note.kind === "control-character") ? withEscapes(text) : text);
  } catch (error) {
    // The scan knows the same grammar; this is for a text so large that no string can hold it.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function noteDiagnostic(note: JsonNote, root: unknown, place: Place, showContent: boolean): Diagnostic {
  const code = CODES[note.kind];
  const path = pathOf(note.pointer);
  const shown = showContent ? path : shownPath(path, valuesAlong(root, path));
  return diagnostic(code, {
    message: `${DIAGNOSTICS[code].title} (at byte ${note.at + (place.offset ?? 0)}).`,
    file: place.file,
    pointer: `${place.pointer ?? ""}${pointerOf(shown)}`,
    offset: note.offset === undefined ? place.offset : note.offset + (place.offset ?? 0),
  });
}
