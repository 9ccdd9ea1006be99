import { type Diagnostic, type DiagnosticCode, diagnostic } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { GuardedLimits } from "./guards.js";
import { isJunk, isPlain, normalisePath, type PathFault, shownName } from "./path.js";

/** An entry with what its container needs to find its bytes again. */
export interface Listed<Place> {
  readonly entry: Entry;
  readonly place: Place;
}

const FOLDABLE = /[A-Z\u0080-\uffff]/;

const FAULTS: Readonly<Record<PathFault, readonly [DiagnosticCode, string]>> = {
  empty: ["entry/unsafe-path", "its name is empty"],
  parent: ["entry/unsafe-path", "its name holds `..`"],
  drive: ["entry/drive-path", "its name holds a drive letter"],
  device: ["entry/device-name", "its name is that of a device"],
  control: ["entry/control-name", "its name holds control characters"],
  "too-long": ["entry/name-too-long", "its name is too long"],
};

/**
 * The entries of one container, admitted one by one through the same guards whatever the container is.
 *
 * Findings that would repeat for every entry (absolute names, junk) are counted and reported once by `finish`.
 */
export class Listing<Place> {
  readonly #byPath = new Map<string, Listed<Place>>();
  readonly #limits: GuardedLimits;
  readonly #report: (found: Diagnostic) => void;
  #absolute = 0;
  #backslashes = 0;
  #ignored = 0;
  #refusedByCount = 0;

  constructor(limits: GuardedLimits, report: (found: Diagnostic) => void) {
    this.#limits = limits;
    this.#report = report;
  }

  /** The path a name stands for, or null when the entry is left out (and, but for junk, why is reported). */
  admit(rawName: string): string | null {
    return isPlain(rawName) ? this.admitPlain(rawName) : this.#admitOdd(rawName);
  }

  /** {@link admit} of a name that is known to be plain. */
  admitPlain(name: string): string | null {
    return name.length > this.#limits.maxPathLength ? this.#admitOdd(name) : this.#withinCount(name);
  }

  #admitOdd(rawName: string): string | null {
    const { guards, maxPathLength } = this.#limits;
    const result = normalisePath(rawName, { maxLength: maxPathLength, guards });
    if ("refused" in result) {
      const [code, why] = FAULTS[result.refused];
      const message = `An entry was left out: ${why}.`;
      this.#report(diagnostic(code, { file: shownName(rawName), message }));
      return null;
    }
    if (isJunk(result.path)) {
      this.#ignored += 1;
      return null;
    }
    const path = this.#withinCount(result.path);
    if (path === null) return null;
    if (result.absolute) this.#absolute += 1;
    if (result.backslashes && guards.backslashes) this.#backslashes += 1;
    return path;
  }

  #withinCount(path: string): string | null {
    if (this.#byPath.size < this.#limits.maxEntries || this.#byPath.has(path)) return path;
    this.#refusedByCount += 1;
    return null;
  }

  /** Takes an admitted entry. One of the same path that came before gives way to it. */
  add(entry: Entry, place: Place): Listed<Place> {
    const listed = { entry, place };
    const before = this.#byPath.size;
    this.#byPath.set(entry.path, listed);
    if (this.#byPath.size === before) {
      if (this.#limits.guards.duplicateNames) {
        this.#report(diagnostic("entry/duplicate", { file: entry.path }));
      }
      // In its own place, not in that of the one before.
      this.#byPath.delete(entry.path);
      this.#byPath.set(entry.path, listed);
    }
    return listed;
  }

  /** Reports, once, entries that a file system blind to case or to forms of Unicode takes for one. */
  #reportCollisions(): void {
    const folded = new Set<string>();
    let collisions = 0;
    let first: string | undefined;
    for (const path of this.#byPath.keys()) {
      // Of two that collide, one at least has an upper-case letter, or one beyond ASCII.
      if (!FOLDABLE.test(path)) continue;
      const key = path.normalize("NFC").toLowerCase();
      if (folded.has(key) || (key !== path && this.#byPath.has(key))) {
        collisions += 1;
        first ??= path;
      }
      folded.add(key);
    }
    if (collisions === 0) return;
    const message =
      collisions === 1
        ? "Two entries have names that differ only in case or in how accents are written."
        : `${collisions} entries have names that differ from another's only in case or in how accents are written.`;
    this.#report(diagnostic("entry/case-collision", { file: first, message }));
  }

  /** Reports what was counted, and hands over the entries in the container's order. */
  finish(): ReadonlyMap<string, Listed<Place>> {
    if (this.#limits.guards.collidingNames) this.#reportCollisions();
    const counted = (count: number): string => (count === 1 ? "1 entry" : `${count} entries`);
    if (this.#absolute > 0) {
      const message = `${counted(this.#absolute)} with absolute names, read as relative ones.`;
      this.#report(diagnostic("entry/absolute-path", { message }));
    }
    if (this.#backslashes > 0) {
      const message = `${counted(this.#backslashes)} with backslashes in their names, read as separators.`;
      this.#report(diagnostic("entry/backslash", { message }));
    }
    if (this.#ignored > 0) {
      const message = `${counted(this.#ignored)} that operating systems leave behind ignored.`;
      this.#report(diagnostic("entry/ignored", { message }));
    }
    if (this.#refusedByCount > 0) {
      const message = `${counted(this.#refusedByCount)} beyond the limit of ${this.#limits.maxEntries} left out.`;
      this.#report(diagnostic("archive/too-many-entries", { message }));
    }
    return this.#byPath;
  }
}
