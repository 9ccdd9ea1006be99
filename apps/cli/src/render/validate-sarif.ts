import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CodeReport,
  DIAGNOSTICS,
  type Diagnostic,
  type DiagnosticRule,
  type Severity,
} from "@archive/schema";
import type { Artifact, Location, Log, PhysicalLocation, ReportingDescriptor, Result } from "sarif";
import type { Findings, Subject } from "../commands/validate/findings.js";
import type { SourcePosition } from "../commands/validate/source-position.js";
import { TOOL, VERSION } from "../version.js";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/** Findings as a SARIF 2.1.0 log: what was found of each code, up to `--max`; the counts stay whole. */
export function sarifLog({ subject, summary, counts, codes, sightings, valid }: Findings): Log {
  const artifacts = new Artifacts(subject);
  const results = codes.flatMap(({ samples }, ruleIndex) =>
    samples.map((found) => resultOf(found, ruleIndex, sightings.of(found)?.position ?? null, artifacts)),
  );
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: TOOL, version: VERSION, rules: codes.map(ruleOf) } },
        // A reader of the log does not take a finding for a failure of the tool.
        invocations: [{ executionSuccessful: true, exitCode: valid ? 0 : 1 }],
        columnKind: "utf16CodeUnits",
        artifacts: artifacts.all,
        results,
        properties: { profile: summary.profile, checked: summary.checked, counts: { ...counts } },
      },
    ],
  };
}

function ruleOf({ code, severity, count, items }: CodeReport): ReportingDescriptor {
  // Typed as a rule, for the registry's own type knows of each code whether it has `docs`.
  const rule: DiagnosticRule & { readonly docs?: string | undefined } = DIAGNOSTICS[code];
  return {
    id: code,
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.explanation },
    ...(rule.hint !== "" && { help: { text: rule.hint } }),
    ...(rule.docs !== undefined && { helpUri: rule.docs }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { count, items },
  };
}

function resultOf(
  found: Diagnostic,
  ruleIndex: number,
  position: SourcePosition | null,
  artifacts: Artifacts,
): Result {
  const { code, severity, message, expected, actual, id } = found;
  const location = locationOf(found, position, artifacts);
  const properties = {
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    ...(id !== undefined && { id }),
  };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    ...(location !== null && { locations: [location] }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

function locationOf(
  { file, pointer, offset }: Diagnostic,
  position: SourcePosition | null,
  artifacts: Artifacts,
): Location | null {
  const artifactLocation = artifacts.locate(file);
  if (artifactLocation === null) return null;
  const physicalLocation: PhysicalLocation = { artifactLocation };
  if (position !== null) {
    physicalLocation.region = { startLine: position.line, startColumn: position.column };
  } else if (offset !== undefined) physicalLocation.region = { byteOffset: offset };
  return {
    physicalLocation,
    ...(pointer !== undefined && pointer !== "" && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
  };
}

/** The files of a run. Entries of a packed archive are nested in it, as SARIF has it (§3.24.3). */
class Artifacts {
  readonly all: Artifact[] = [];
  readonly #indices = new Map<string, number>();
  readonly #subject: Subject;

  constructor(subject: Subject) {
    this.#subject = subject;
    if (subject.kind === "archive" && subject.container !== "folder")
      this.#add("", { uri: uriOf(subject.name) });
  }

  locate(file: string | undefined): PhysicalLocation["artifactLocation"] | null {
    const { kind, name, container } = this.#subject;
    const isPacked = kind === "archive" && container !== "folder";
    if (file === undefined) return isPacked ? { uri: uriOf(name), index: 0 } : null;
    const uri = isPacked || kind === "documents" ? uriOf(file) : uriOf(join(name, file));
    const index = this.#indices.get(file) ?? this.#add(file, { uri }, isPacked ? 0 : undefined);
    return { uri, index };
  }

  #add(key: string, location: { readonly uri: string }, parentIndex?: number): number {
    const index = this.all.length;
    this.all.push({ location: { ...location }, ...(parentIndex !== undefined && { parentIndex }) });
    this.#indices.set(key, index);
    return index;
  }
}

/** A path as a URI: relative to wherever the command was run, or absolute. */
function uriOf(path: string): string {
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) return pathToFileURL(path).href;
  const encoded = path.replaceAll("\\", "/").split("/").map(encodeSegment).join("/");
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}

/** Names of entries may hold anything, also halves of characters. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}
