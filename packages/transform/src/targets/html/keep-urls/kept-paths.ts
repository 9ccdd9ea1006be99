import { type OutputPaths, outputPaths } from "../../../sinks/safe-path.js";
import { keptPath } from "./kept-path.js";

/** The old addresses that are taken: each once, the first that asks has it. Keeps hashes only. */
export class KeptPaths {
  readonly #files: OutputPaths = outputPaths();
  readonly #clear: string[] = [];

  /** Keeps everything below a folder free of old addresses. */
  keepClear(folder: string): void {
    this.#clear.push(`${folded(folder)}/`);
  }

  /** The folder of an address for a file of that name; `null` where it can't have one. */
  take(address: string | null, file: "index.html" | "index.json"): string | null {
    if (address === null) return null;
    const folder = keptPath(address);
    return folder !== null && this.#isFree(`${folder}/${file}`) ? folder : null;
  }

  #isFree(path: string): boolean {
    const below = folded(path).replace(/\/[^/]*$/, "");
    if (this.#clear.some((folder) => below.startsWith(folder))) return false;
    try {
      this.#files.add(path);
      return true;
    } catch {
      // Taken, or another one differs from it only in case.
      return false;
    }
  }
}

function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
