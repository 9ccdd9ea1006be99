import { diagnostic, timestampOf, type Visibility } from "@archive/schema";
import type { ExaminedPost } from "../post/examine.js";
import type { CoreFacts } from "../post/facts.js";
import { emptyByVisibility } from "./by-visibility.js";
import type { ValidateOptions } from "./validate-options.js";

/** A clock may be off, and a zone may be missing; a day later is another matter. */
const SLACK = 26 * 3_600_000;

/** What is said of an archive's posts as a whole: how many are private, and whether they stand in order. */
export class Census {
  readonly #options: ValidateOptions;
  readonly #madeAt: number | null;
  readonly #byVisibility: Record<Visibility, number> = emptyByVisibility();
  #last: number | null = null;
  readonly #rising: Steps = { count: 0, first: null };
  readonly #falling: Steps = { count: 0, first: null };

  /** @param exportedAt When the archive was made; `null` where that is not known. */
  constructor(exportedAt: string | null, options: ValidateOptions) {
    this.#options = options;
    this.#madeAt = timestampOf(exportedAt)?.epoch ?? null;
  }

  see({ item, facts }: ExaminedPost<CoreFacts>): void {
    this.#byVisibility[facts.audience.visibility] += 1;
    if (facts.published === null) return;
    const { epoch, iso } = facts.published;
    if (this.#madeAt !== null && epoch > this.#madeAt + SLACK) {
      const made = new Date(this.#madeAt).toISOString();
      const details = { ...placeOf(item), id: facts.id, expected: `not after ${made}`, actual: iso };
      this.#options.onDiagnostic?.(diagnostic("date/after-export", details));
    }
    if (this.#last !== null && epoch !== this.#last)
      step(epoch > this.#last ? this.#rising : this.#falling, item);
    this.#last = epoch;
  }

  finish(): void {
    this.#tellOrder();
    this.#tellPrivate();
  }

  /** Oldest first or newest first, whichever most steps are; the others are out of order. */
  #tellOrder(): void {
    const upwards = this.#rising.count >= this.#falling.count;
    const against = upwards ? this.#falling : this.#rising;
    if (against.first === null) return;
    const { count, first } = against;
    const message = `${count} ${count === 1 ? "item stands" : "items stand"} out of the order of dates (${upwards ? "oldest" : "newest"} first); this is the first.`;
    this.#options.onDiagnostic?.(diagnostic("outbox/out-of-order", { ...first, message }));
  }

  #tellPrivate(): void {
    const { followers, direct, unknown } = this.#byVisibility;
    const parts = [
      followers > 0 ? `${followers} for followers only` : null,
      direct > 0 ? `${direct} direct` : null,
      unknown > 0 ? `${unknown} of which nothing is said` : null,
    ].filter((part) => part !== null);
    if (parts.length === 0) return;
    const message = `The archive holds posts that are not public: ${parts.join(", ")}.`;
    this.#options.onDiagnostic?.(diagnostic("archive/holds-private-posts", { message }));
  }
}

interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly offset: number;
}

interface Steps {
  count: number;
  first: Place | null;
}

function step(steps: Steps, item: Place): void {
  steps.count += 1;
  steps.first ??= placeOf(item);
}

function placeOf({ file, pointer, offset }: Place): Place {
  return { file, pointer, offset };
}
