import { DIAGNOSTICS } from "@archive/schema";
import type { RepairDocument } from "../commands/repair/document.js";
import type { Session } from "../session.js";
import { columns } from "./columns.js";
import { printable } from "./printable.js";
import { count, counted, size } from "./quantity.js";

/** What `repair` prints at a terminal. */
export function repairText(document: RepairDocument, session: Session): string[] {
  const { paint } = session;
  const { out, changed, changes, unrepaired, files, leftOut } = document;
  const total = sum(changed);
  const lines = [
    out === null
      ? `${paint("bold", printable(document.input.path))}: nothing was written (--dry-run)`
      : `${paint("green", "Written")} ${counted(files.written, "file")}, ${size(files.bytes)}, to ${paint("bold", printable(out.path))}`,
    "",
    total === 0
      ? "Nothing had to be changed."
      : paint("bold", `${counted(total, "change")}${out === null ? " to make" : ""}`),
    ...codeLines(changed),
  ];
  if (changes.length > 0) lines.push("");
  for (const { code, file, pointer } of changes)
    lines.push(`  ${paint("green", code)}  ${printable(file)}${paint("dim", printable(pointer))}`);
  if (total > changes.length) lines.push(paint("dim", `  and ${count(total - changes.length)} more`));
  if (sum(unrepaired) > 0) lines.push("", paint("bold", "What can't be repaired"), ...codeLines(unrepaired));
  if (leftOut.secrets > 0)
    lines.push("", `  left out: ${counted(leftOut.secrets, "secret")} (--include-secrets takes them along)`);
  return lines;
}

function codeLines(counts: Readonly<Record<string, number>>): string[] {
  const titles = new Map<string, string>(
    Object.entries(DIAGNOSTICS).map(([code, { title }]) => [code, title]),
  );
  const rows = Object.entries(counts).map(([code, number]) => [count(number), code, titles.get(code) ?? ""]);
  return columns(rows, { right: [0], gap: 2 }).map((line) => `  ${line}`);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, number) => total + number, 0);
}
