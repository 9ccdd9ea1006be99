import { type Diagnostic, diagnostic } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import type { Limits } from "./limits.js";
import { isJunk, normalisePath, type PathFault, shownName } from "./path.js";

/** An entry with what its container needs to find its bytes again. */
export interface Listed<Place> {
  readonly entry: Entry;
  readonly place: Place;
}

const FOLDABLE = /[A-Z\u0080-\uffff]/;

const FAULTS: Readonly<Record<PathFault, string>> = {
  empty: "its name is empty",
  parent: "its name holds `..`",
  drive: "its name begins with a drive letter",
  device: "its name is that of a device",
  control: "its name holds control characters",
  "too-long": "its name is too long",
};

/**
 * The entries of one container, admitted one by one through the same guards whatever the container is.
 *
 * Findings that would repeat for every entry (absolute names, junk) are counted and reported once by `finish`.
 */
export class Listing<Place> {
  readonly #byPath = new Map<string, Listed<Place>>();
  readonly #limits: Limits;
  readonly #report: (found: Diagnostic) => void;
  #absolute = 0;
  #ignored = 0;
  #refusedByCount = 0;

  constructor(limits: Limits, report: (found: Diagnostic) => void) {
    this.#limits = limits;
    this.#report = report;
  }

  /** The path a name stands for, or null when the entry is left out (and, but for junk, why is reported). */
  admit(rawName: string): string | null {
    const result = normalisePath(rawName, { maxLength: this.#limits.maxPathLength });
    if ("refused" in result) {
      const message = `An entry was left out: ${FAULTS[result.refused]}.`;
      this.#report(diagnostic("entry/unsafe-path", { file: shownName(rawName), message }));
      return null;
    }
    if (isJunk(result.path)) {
      this.#ignored += 1;
      return null;
    }
    if (this.#byPath.size >= this.#limits.maxEntries && !this.#byPath.has(result.path)) {
      this.#refusedByCount += 1;
      return null;
    }
    if (result.absolute) this.#absolute += 1;
    return result.path;
  }

  /** Takes an admitted entry. One of the same path that came before gives way to it. */
  add(entry: Entry, place: Place): Listed<Place> {
    const listed = { entry, place };
    const before = this.#byPath.size;
    this.#byPath.set(entry.path, listed);
    if (this.#byPath.size === before) {
      this.#report(diagnostic("entry/duplicate", { file: entry.path }));
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
    this.#reportCollisions();
    const counted = (count: number): string => (count === 1 ? "1 entry" : `${count} entries`);
    if (this.#absolute > 0) {
      const message = `${counted(this.#absolute)} with absolute names, read as relative ones.`;
      this.#report(diagnostic("entry/absolute-path", { message }));
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
