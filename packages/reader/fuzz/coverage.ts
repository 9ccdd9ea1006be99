import { Session } from "node:inspector";

/** Tells which blocks of the reader's sources ran that never ran before. */
export class Coverage {
  readonly #session = new Session();
  readonly #known = new Set<string>();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    this.take(false);
  }

  /** Blocks known so far. */
  get size(): number {
    return this.#known.size;
  }

  /** How many blocks ran for the first time since the last call; they count as known if `keep`. */
  take(keep: boolean): number {
    let fresh = 0;
    this.#session.post("Profiler.takePreciseCoverage", (error, coverage) => {
      if (error !== null) throw error;
      for (const { url, functions } of coverage.result) {
        if (!url.includes("/packages/reader/src/")) continue;
        for (const { ranges } of functions) {
          for (const { startOffset, endOffset, count } of ranges) {
            if (count === 0) continue;
            const block = `${url}:${startOffset}:${endOffset}`;
            if (this.#known.has(block)) continue;
            fresh += 1;
            if (keep) this.#known.add(block);
          }
        }
      }
    });
    return fresh;
  }
}
