import { type KnownDialect, knownDialects } from "@archive/reader";
import type { Command } from "commander";
import { TARGETS } from "../targets/index.js";
import type { TargetFacts } from "../targets/target-entry.js";
import { FEATURE_WORDS, supportText } from "../targets/words.js";
import { ENDLESS, EXAMPLES } from "./examples.js";
import { type ProgramModel, programModel } from "./program-model.js";

/** What becomes of a feature in a target, in words. */
export interface SupportModel {
  readonly feature: string;
  readonly words: string;
  /** `kept`, `dropped` or `degraded: …`. */
  readonly support: string;
}

/** A target as the manual tells of it. */
export interface TargetModel {
  readonly name: string;
  readonly purpose: TargetFacts["purpose"];
  readonly options: readonly { readonly flags: string; readonly description: string }[];
  readonly support: readonly SupportModel[];
}

/** All that the manual says of the command, as data. */
export interface ReferenceModel {
  readonly program: ProgramModel;
  readonly inputs: readonly KnownDialect[];
  readonly targets: readonly TargetModel[];
  /** Runs to begin with, by command. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** Commands that go on until somebody ends them. */
  readonly endless: readonly string[];
}

/** Reads the model off the command, its targets and the reader. */
export async function referenceModel(program: Command): Promise<ReferenceModel> {
  const targets = TARGETS.map(async (entry): Promise<TargetModel> => {
    const { name, purpose, support } = await entry.facts();
    return {
      name,
      purpose,
      options: entry.options.map(({ flags, description }) => ({ flags, description })),
      support: Object.entries(FEATURE_WORDS).map(([feature, words]) => ({
        feature,
        words,
        // The keys of FEATURE_WORDS are the features: its type says so.
        support: supportText(support[feature as keyof typeof support]),
      })),
    };
  });
  return {
    program: programModel(program),
    inputs: knownDialects(),
    targets: await Promise.all(targets),
    examples: EXAMPLES,
    endless: [...ENDLESS],
  };
}
