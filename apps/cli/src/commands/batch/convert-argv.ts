import type { Command } from "commander";

const OWN = new Set(["--jobs", "--shard", "--out"]);

/** The options that were given to `batch`, as `convert` takes them. */
export function convertOptions(command: Command): string[] {
  return command.options.flatMap((option) => {
    const key = option.attributeName();
    if (OWN.has(option.long ?? "") || command.getOptionValueSource(key) !== "cli") return [];
    const value: unknown = command.getOptionValue(key);
    if (typeof value === "boolean") return [option.long ?? option.flags];
    return [option.long ?? option.flags, Array.isArray(value) ? value.join(",") : String(value)];
  });
}
