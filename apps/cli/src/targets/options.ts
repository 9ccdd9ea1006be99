import { type Command, Option } from "commander";
import { CliError, EXIT } from "../exit.js";
import { TARGETS } from "./index.js";
import type { TargetName } from "./names.js";
import type { TargetOption } from "./target-entry.js";

/** Adds the options of all targets to a command, each with the names of the targets that have it. */
export function addTargetOptions(command: Command): void {
  for (const { option, names } of sharedOptions()) {
    const added = new Option(option.flags, `${names.join(", ")}: ${option.description}`);
    if (option.choices !== undefined) added.choices(option.choices);
    if (option.parse !== undefined) added.argParser(option.parse);
    command.addOption(added);
  }
}

/** Refuses an option that was given for a target that has no such option. */
export function checkTargetOptions(command: Command, target: TargetName): void {
  for (const { option, names } of sharedOptions()) {
    const { long, attributeName } = named(option);
    if (names.includes(target) || command.getOptionValueSource(attributeName) !== "cli") continue;
    throw new CliError(EXIT.usage, `${long} is an option of --to ${names.join(", ")}.`);
  }
}

interface SharedOption {
  readonly option: TargetOption;
  readonly names: TargetName[];
}

/** Each option once, in the order of the targets. */
function sharedOptions(): readonly SharedOption[] {
  const options = new Map<string, SharedOption>();
  for (const { name, options: own } of TARGETS) {
    for (const option of own) {
      const known = options.get(option.flags);
      if (known === undefined) options.set(option.flags, { option, names: [name] });
      else known.names.push(name);
    }
  }
  return [...options.values()];
}

function named({ flags }: TargetOption): { readonly long: string; readonly attributeName: string } {
  const option = new Option(flags);
  return { long: option.long ?? flags, attributeName: option.attributeName() };
}
