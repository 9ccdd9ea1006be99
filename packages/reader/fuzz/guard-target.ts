import { openContainer as openInBrowser } from "../src/browser/open-container.js";
import { DEFAULT_GUARDS, type Guards } from "../src/guards/guards.js";
import type { Limits } from "../src/guards/limits.js";
import { normalisePath } from "../src/guards/path.js";
import { openContainer } from "../src/index.js";
import { must, mustAgree, type Told, told } from "./told.js";

/** Bytes before the archive: which guards are off, how tight the limits are, and whether it is salvaged. */
const GUARD_BYTES = 4;

const NAMES: readonly string[] = Object.keys(DEFAULT_GUARDS);

/** From few bytes to many, so that limits are met and passed. */
const power = (bits: number): number => 2 ** (4 + (bits & 0x0f));

interface GuardCase {
  readonly guards: Guards;
  readonly limits: Limits;
  readonly salvage: boolean;
}

function caseOf(options: Uint8Array): GuardCase {
  const [first = 0, second = 0, third = 0, fourth = 0] = options;
  const off = first | (second << 8) | ((fourth & 0x0f) << 16);
  const guards = {
    ...DEFAULT_GUARDS,
    ...Object.fromEntries(NAMES.map((name, n) => [name, ((off >> n) & 1) === 0])),
  };
  const limits: Limits = {
    maxEntries: 1 + (third & 0x1f),
    maxPathLength: 8 + (third & 0xf0),
    maxDirectoryBytes: 2 ** 20,
    maxEntryBytes: power(fourth),
    maxRatio: 1 + (third >> 4),
    ratioFreeBytes: power(third),
    maxTotalBytes: 2 * power(fourth),
    totalFreeBytes: power(third >> 2),
  };
  return { guards, limits, salvage: (fourth & 0x10) !== 0 };
}

/** Nothing that is off lets a name lead out of a folder. */
function pathRule(guards: Guards, limits: Limits): (path: string) => void {
  return (path) => {
    const parts = path.split("/");
    must(
      !parts.includes("..") && !parts.includes("") && !parts.includes("."),
      "no path leads out of a folder",
    );
    must(!path.includes("\\") && !path.includes("\0"), "separators are slashes, and NUL stands nowhere");
    must(!/(^|\/)[A-Za-z]:/.test(path), "no path names a drive");
    must(!guards.longNames || path.length <= limits.maxPathLength, "paths are no longer than allowed");
    const again = normalisePath(path, { maxLength: Number.POSITIVE_INFINITY, guards });
    must("path" in again && again.path === path && !again.absolute, "a path made safe stays as it is");
  };
}

function mustHold({ sizes, codes }: Told, { guards, limits }: GuardCase, packed: number): void {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  must(!guards.entryCount || sizes.length <= limits.maxEntries, "no more entries than allowed");
  must(
    !guards.entrySize || sizes.every((size) => size <= limits.maxEntryBytes),
    "no entry is longer than allowed",
  );
  if (!guards.totalSize) must(!codes.has("archive/too-large"), "a guard that is off says nothing");
  else {
    must(all <= limits.maxTotalBytes, "all entries together are no longer than allowed");
    must(
      all <= Math.max(limits.totalFreeBytes, packed * limits.maxRatio) || !guards.ratio,
      "nor by their ratio",
    );
  }
  const silent: readonly (readonly [keyof Guards, string])[] = [
    ["backslashes", "entry/backslash"],
    ["duplicateNames", "entry/duplicate"],
    ["collidingNames", "entry/case-collision"],
    ["overlaps", "entry/overlapping"],
    ["entryCount", "archive/too-many-entries"],
    ["driveNames", "entry/drive-path"],
    ["controlNames", "entry/control-name"],
    ["deviceNames", "entry/device-name"],
    ["longNames", "entry/name-too-long"],
  ];
  for (const [name, code] of silent)
    must(guards[name] || !codes.has(code), `${name}, which is off, says nothing`);
}

/** A container read with some guards off and tight limits, in Node and as browsers do. */
export async function guardTarget(bytes: Uint8Array): Promise<void> {
  const given = caseOf(bytes.subarray(0, GUARD_BYTES));
  const archive = bytes.slice(GUARD_BYTES);
  const rule = pathRule(given.guards, given.limits);
  const node = await told((onDiagnostic) => openContainer(archive, { ...given, onDiagnostic }), rule);
  const web = await told((onDiagnostic) => openInBrowser(archive, { ...given, onDiagnostic }), rule);
  mustHold(node, given, archive.length);
  mustHold(web, given, archive.length);
  mustAgree(node, web);
}
