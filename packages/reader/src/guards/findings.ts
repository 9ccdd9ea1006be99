import type { Diagnostic, RunOptions } from "@archive/schema";

const MOST_HELD_BACK = 1000;

/**
 * Carries the findings of a container to whoever listens: the run at hand, else whoever opened the container.
 * What is found before anybody listens is held back (the first thousand) and told to the first who does.
 */
export class Findings {
  readonly #opener: RunOptions["onDiagnostic"];
  #held: Diagnostic[] = [];

  constructor(opened: RunOptions = {}) {
    this.#opener = opened.onDiagnostic;
  }

  /** Where findings of this run go. */
  of(run: RunOptions = {}): (found: Diagnostic) => void {
    const listener = run.onDiagnostic ?? this.#opener;
    if (listener === undefined) {
      return (found) => {
        if (this.#held.length < MOST_HELD_BACK) this.#held.push(found);
      };
    }
    const held = this.#held;
    this.#held = [];
    for (const found of held) listener(found);
    return listener;
  }
}
