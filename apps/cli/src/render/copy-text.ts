import { ENTRY_PARTS } from "@archive/transform";
import type { CopyDocument } from "../commands/extract/document.js";
import { PART_WORDS } from "../parts.js";
import type { Session } from "../session.js";
import { diagnosticLines } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { counted, listed, size } from "./quantity.js";

/** What `extract` and `pack` print at a terminal. */
export function copyText(document: CopyDocument, session: Session): string[] {
  const { out, files, leftOut, diagnostics } = document;
  const { paint } = session;
  const parts = ENTRY_PARTS.filter((part) => files.byPart[part] > 0).map((part) =>
    counted(files.byPart[part], ...PART_WORDS[part]),
  );
  const lines = [
    `${paint("green", "Written")} ${counted(files.written, "file")}, ${size(files.bytes)}, to ${paint("bold", printable(out.path))}`,
    ...(parts.length === 0 ? [] : [`  ${listed(parts)}`]),
  ];
  const left = [
    leftOut.notSelected > 0 ? `${counted(leftOut.notSelected, "file")} not asked for` : null,
    leftOut.secrets > 0 ? `${counted(leftOut.secrets, "secret")} (--include-secrets takes them along)` : null,
    leftOut.failed > 0 ? `${counted(leftOut.failed, "file")} that could not be written` : null,
  ].filter((part) => part !== null);
  if (left.length > 0) lines.push(`  left out: ${listed(left)}`);
  const found = diagnosticLines(diagnostics, session);
  return found.length === 0 ? lines : [...lines, "", ...found];
}
