import { readFileSync } from "node:fs";
import type { RunManifest } from "../sinks/sink.js";

/** Where an output says of itself what made it. */
export const MANIFEST_NAME = ".ap-archive.json";

/** What a folder says of itself: also which files it was given, each with its SHA-256 in hex. */
export interface OutputManifest extends RunManifest {
  readonly files: ReadonlyMap<string, string>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** The manifest as text: keys sorted, no dates, the same bytes for the same output. */
export function manifestText(manifest: RunManifest, files?: ReadonlyMap<string, string>): string {
  const { tool, version, command } = manifest;
  const sorted = files === undefined ? null : [...files].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const document = { tool, version, command, ...(sorted !== null && { files: Object.fromEntries(sorted) }) };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Reads a manifest; `null` when there is none or it is none, whatever stands in it. */
export function parseManifest(text: string): OutputManifest | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(document)) return null;
  const { tool, version, command, files } = document;
  if (typeof tool !== "string" || typeof version !== "string" || typeof command !== "string") return null;
  const known = new Map<string, string>();
  for (const [path, hash] of Object.entries(isRecord(files) ? files : {})) {
    if (typeof hash === "string" && SHA256.test(hash)) known.set(path, hash);
  }
  return { tool, version, command, files: known };
}

/** Reads the manifest of a folder. */
export function readManifest(path: string): OutputManifest | null {
  try {
    return parseManifest(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Whether an output is an earlier one of the same command; its version plays no part. */
export function isEarlierOutput(earlier: RunManifest | null, manifest: RunManifest): boolean {
  return earlier !== null && earlier.tool === manifest.tool && earlier.command === manifest.command;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
