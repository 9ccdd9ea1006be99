import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";

const ENDING = ".schema.json";

/** The folder of the schemas that `@archive/schema` publishes. */
function folder(): string {
  return dirname(createRequire(import.meta.url).resolve("@archive/schema/schemas/profile.schema.json"));
}

/** Names of the published schemas: their paths without the ending. */
export async function packagedSchemaNames(): Promise<string[]> {
  const paths = await readdir(folder(), { recursive: true });
  return paths
    .filter((path) => path.endsWith(ENDING))
    .map((path) => path.slice(0, -ENDING.length).replaceAll(sep, "/"))
    .sort();
}

/** Reads a published schema; `name` is one of {@link packagedSchemaNames}. */
export async function readPackagedSchema(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder(), `${name}${ENDING}`), "utf8"));
}
