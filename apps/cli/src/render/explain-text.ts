import type { ExplainDocument } from "../commands/explain/document.js";
import type { Session } from "../session.js";
import { severityWord } from "./diagnostics-text.js";
import { wrap } from "./wrap.js";

/** What `explain` prints at a terminal. */
export function explainText(document: ExplainDocument, { paint, width }: Session): string[] {
  const { code, severity, title, explanation, hint, docs } = document;
  return [
    `${severityWord(severity, paint)} ${paint("bold", code)}`,
    ...wrap(`${title}.`, width),
    "",
    ...wrap(explanation, width),
    ...(hint === "" ? [] : ["", ...wrap(hint, width, "→ ")]),
    ...(docs === null ? [] : ["", paint("dim", docs)]),
  ];
}
