import { join } from "node:path";
import type { Diagnostic, Severity } from "@archive/schema";
import type { Findings, Subject } from "../commands/validate/findings.js";
import { placeOf } from "./diagnostics-text.js";
import { printable } from "./printable.js";
import { count } from "./quantity.js";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  Severity,
  string
>;

/** Findings as annotations of GitHub Actions: one workflow command a line. */
export function githubLines({ subject, codes, sightings }: Findings): string[] {
  return codes.flatMap(({ code, severity, count: times, samples }) => {
    const lines = samples.map((found) => {
      const position = sightings.of(found)?.position ?? null;
      const properties = [
        ["file", fileOf(found, subject)],
        ["line", position?.line],
        ["col", position?.column],
        ["title", code],
      ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
      return `::${COMMANDS[severity]} ${properties.join(",")}::${message(found, subject)}`;
    });
    const more = times - samples.length;
    const rest = `::notice title=${property(code)}::${data(`and ${count(more)} more of ${code}`)}`;
    return more > 0 ? [...lines, rest] : lines;
  });
}

/** The file in the repository that a finding is in: of a packed archive, the archive. */
function fileOf({ file }: Diagnostic, { kind, name, container }: Subject): string | undefined {
  if (kind === "documents") return file;
  if (name === "-") return undefined;
  return container === "folder" && file !== undefined ? join(name, file) : name;
}

function message(found: Diagnostic, { kind }: Subject): string {
  const place = kind === "archive" ? placeOf(found) : printable(found.pointer ?? "");
  const parts = [
    printable(found.message),
    place,
    found.expected === undefined ? "" : `expected ${printable(found.expected)}`,
    found.actual === undefined ? "" : `found ${printable(found.actual)}`,
    found.hint ?? "",
  ];
  return data(parts.filter((part) => part !== "").join("\n"));
}

/** A message as a workflow command takes it. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property as a workflow command takes it: commas and colons end properties. */
function property(text: string): string {
  return data(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
