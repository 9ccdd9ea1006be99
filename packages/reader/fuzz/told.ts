import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { ArchiveError, type Diagnostic } from "@archive/schema";
import type { Container } from "../src/containers/container.js";

/** A rule that the reader broke. */
class Violation extends Error {}

export function must(holds: boolean, rule: string): void {
  if (!holds) throw new Violation(rule);
}

/** What reading all of a container came to. */
export interface Told {
  /** Path, bytes given and their SHA-256, one line for each entry. */
  readonly entries: readonly string[];
  readonly sizes: readonly number[];
  readonly codes: ReadonlySet<string>;
  readonly refused: string | null;
}

/** What may be asked of each path; throws where it does not hold. */
export type PathRule = (path: string) => void;

/** Reads all of a container; anything but an ArchiveError goes through, and so does what is wrong in silence. */
export async function told(
  open: (onDiagnostic: (found: Diagnostic) => void) => Promise<Container>,
  pathRule: PathRule,
): Promise<Told> {
  const codes = new Set<string>();
  const found: Diagnostic[] = [];
  const listener = (each: Diagnostic): void => {
    codes.add(each.code);
    found.push(each);
  };
  const entries: string[] = [];
  const sizes: number[] = [];
  let refused: string | null = null;
  try {
    await using container = await open(listener);
    for await (const { entry, bytes } of container.scan(() => true, { onDiagnostic: listener })) {
      pathRule(entry.path);
      const before = found.length;
      const hash = createHash("sha256");
      let size = 0;
      let checksum = 0;
      for await (const chunk of bytes) {
        hash.update(chunk);
        size += chunk.length;
        checksum = crc32(chunk, checksum);
      }
      if (container.kind === "zip" && found.length === before && !codes.has("entry/truncated")) {
        must(entry.crc32 === undefined || entry.crc32 === checksum, "a wrong checksum is reported");
        must(entry.size === undefined || entry.size % 2 ** 32 === size % 2 ** 32, "a wrong size is reported");
      }
      entries.push(`${entry.path} ${size} ${hash.digest("hex")}`);
      sizes.push(size);
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    refused = error.code;
  }
  return { entries, sizes, codes, refused };
}

/** Node and browsers are one implementation but for inflating and the second reading: they must tell the same. */
export function mustAgree(node: Told, web: Told): void {
  if (node.refused !== null || web.refused !== null) {
    must(
      node.refused === web.refused || node.refused === "zip/ambiguous",
      `refused alike: ${node.refused}, ${web.refused}`,
    );
    return;
  }
  must(node.entries.join("\n") === web.entries.join("\n"), "Node and browser read the same");
}

/** A stream of the bytes, so many at a time. */
export async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
