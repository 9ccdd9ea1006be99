import { readFileSync } from "node:fs";

/** An option, as the command's build writes it to `reference.json`. */
export interface OptionModel {
  readonly long: string;
  readonly short: string | null;
  readonly description: string;
  readonly value: string | null;
  readonly choices: readonly string[];
  readonly list: boolean;
  readonly required: boolean;
  readonly byDefault: string | null;
}

export interface CommandModel {
  readonly name: string;
  readonly description: string;
  readonly usage: string;
  readonly arguments: readonly {
    readonly name: string;
    readonly description: string;
    readonly choices: readonly string[];
    readonly variadic: boolean;
    readonly required: boolean;
  }[];
  readonly options: readonly OptionModel[];
}

export interface TargetModel {
  readonly name: string;
  readonly purpose: "publish" | "data" | "migrate";
  readonly options: readonly { readonly flags: string; readonly description: string }[];
  readonly support: readonly { readonly feature: string; readonly words: string; readonly support: string }[];
}

/** All that the manual says of the command: what `apps/cli/src/reference` writes when it is built. */
export interface ReferenceModel {
  readonly program: {
    readonly name: string;
    readonly version: string;
    readonly description: string;
    readonly options: readonly OptionModel[];
    readonly commands: readonly CommandModel[];
  };
  readonly inputs: readonly { readonly dialect: string; readonly eras: readonly string[] }[];
  readonly targets: readonly TargetModel[];
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** Commands that go on until somebody ends them. */
  readonly endless: readonly string[];
}

/** Reads the model. Both sides are of one build, so its shape is taken as it is. */
export function readReferenceModel(path: string): ReferenceModel {
  return JSON.parse(readFileSync(path, "utf8"));
}
