import type { RunOptions } from "@archive/schema";
import type { OutputJob, OutputReport, SelectOptions, Target } from "@archive/transform";
import type { Command } from "commander";
import type { Io } from "../io.js";
import { growHeapSlowly } from "../small-heap.js";
import type { TargetName } from "./names.js";

/** What is known of a target before it runs. */
export type TargetFacts = Pick<
  Target<never>,
  "name" | "purpose" | "support" | "accepts" | "withoutPosts" | "oneAccount"
>;

/** A target with its options filled in: what is left to say is which posts, and where to. */
export interface BoundTarget {
  readonly facts: TargetFacts;
  /** The page to open first, where the output is made to be opened. */
  readonly index: string | null;
  /** What the target needs of a selection beside what was asked for. */
  readonly needs: Partial<SelectOptions>;
  write(job: Omit<OutputJob<never>, "target" | "options">, run: RunOptions): Promise<OutputReport>;
}

/** An option of a target, as the command line takes it. */
export interface TargetOption {
  readonly flags: string;
  readonly description: string;
  /** The words it takes; any text unless told. */
  readonly choices?: readonly string[];
  /** @throws CliError or commander's `InvalidArgumentError` for a value that means nothing. */
  readonly parse?: (text: string) => unknown;
}

/** How the command line offers a target. Loading the target itself is left until it is asked for. */
export interface TargetEntry {
  readonly name: TargetName;
  /** Options of this target; one of the same flags may belong to several. */
  readonly options: readonly TargetOption[];
  /** Whether the output to this path is one file, unless a container is asked for. */
  isSingleFile(out: string): boolean;
  facts(): Promise<TargetFacts>;
  /**
   * Reads the target's options from the command line; beside its own it may look at those that choose posts.
   * @throws CliError for a value that means nothing.
   */
  bind(command: Command, io: Pick<Io, "cwd" | "cores">): Promise<BoundTarget>;
}

/** Fills a target's options in. */
export function bound<Options>(
  target: Target<Options>,
  options: Options,
  more: Partial<Pick<BoundTarget, "index" | "needs">> = {},
): BoundTarget {
  return {
    facts: target,
    index: more.index ?? null,
    needs: more.needs ?? {},
    async write(job, run) {
      // Not above: the list of targets is loaded at every start.
      const { writeOutput } = await import("@archive/transform");
      growHeapSlowly();
      return writeOutput({ ...job, target, options }, run);
    },
  };
}
