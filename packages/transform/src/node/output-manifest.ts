import type { RunManifest } from "../sinks/sink.js";

/** Where an output says of itself what made it. */
export const MANIFEST_NAME = ".ap-archive.json";

/** The manifest as text, without files: keys in order, no dates, the same bytes for the same output. */
export function manifestText({ tool, version, command }: RunManifest): string {
  return `${JSON.stringify({ tool, version, command }, null, 1)}\n`;
}

/** Reads a manifest; `null` when it is none, whatever stands in it. */
export function parseManifest(text: string): RunManifest | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(document)) return null;
  const { tool, version, command } = document;
  if (typeof tool !== "string" || typeof version !== "string" || typeof command !== "string") return null;
  return { tool, version, command };
}

/** Whether an output is an earlier one of the same command; its version plays no part. */
export function isEarlierOutput(earlier: RunManifest | null, manifest: RunManifest): boolean {
  return earlier !== null && earlier.tool === manifest.tool && earlier.command === manifest.command;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
