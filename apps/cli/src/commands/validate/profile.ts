import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadProfile, PROFILES, type Profile } from "@archive/schema/validate";
import { CliError, EXIT } from "../../exit.js";
import { nearest } from "../../nearest.js";

/** The profile that `--profile` names: a built-in one, or one in a file. */
export async function profileOf(given: string | undefined, cwd: string): Promise<Profile | undefined> {
  if (given === undefined) return undefined;
  const builtIn = PROFILES.find(({ name }) => name === given);
  if (builtIn !== undefined) return builtIn;
  const path = resolve(cwd, given);
  if (!existsSync(path)) throw unknownProfile(given);
  return loadProfile(await parsedFile(path, given));
}

async function parsedFile(path: string, given: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    const hint = "Compare it with the schema of profiles: ap-archive schema profile";
    throw new CliError(EXIT.usage, `The profile ${given} can't be read as JSON.`, hint, error);
  }
}

function unknownProfile(given: string): CliError {
  const names = PROFILES.map(({ name }) => name);
  const near = nearest(given, names);
  const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `There are ${names.join(", ")}.`;
  return new CliError(EXIT.usage, `There is no profile ${given}, and no file of that name.`, hint);
}
