import { CliError, EXIT } from "../../exit.js";
import { nearest } from "../../nearest.js";
import { outputSchema, outputSchemaNames } from "../../output-schemas/index.js";
import { schemaListText } from "../../render/schema-text.js";
import type { Session } from "../../session.js";
import { packagedSchemaNames, readPackagedSchema } from "./packaged-schemas.js";

/** Prints one schema, or the names of all. */
export async function runSchema(
  given: string | undefined,
  { profile, named }: { readonly profile: "as2" | "wild"; readonly named: boolean },
  session: Session,
): Promise<number> {
  const packaged = await packagedSchemaNames();
  const all = [...packaged, ...outputSchemaNames];
  if (given === undefined) {
    const names = named ? all.filter((name) => name.startsWith(`${profile}/`)) : all;
    if (session.options.json) session.printJson(names);
    else session.print(schemaListText(names, session));
    return EXIT.done;
  }
  const name = find(given, all, profile);
  const schema = packaged.includes(name) ? await readPackagedSchema(name) : outputSchema(name);
  session.printJson(schema);
  return EXIT.done;
}

/** The name that is meant: with or without its reading and ending, in whatever case. */
function find(given: string, names: readonly string[], profile: string): string {
  const sought = given.replace(/^https?:\/\/[^/]+\/v\d+\//, "").replace(/\.schema\.json$|\.json$/, "");
  const candidates = [sought, `${profile}/${sought}`, `output/${sought}`];
  for (const candidate of candidates) {
    const found = names.find((name) => name === candidate);
    if (found !== undefined) return found;
  }
  for (const candidate of candidates) {
    const found = names.find((name) => name.toLowerCase() === candidate.toLowerCase());
    if (found !== undefined) return found;
  }
  const near = nearest(sought, names);
  const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "ap-archive schema lists all names.";
  throw new CliError(EXIT.usage, `There is no schema named ${given}.`, hint);
}
