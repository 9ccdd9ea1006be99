import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { examplesOf } from "@archive/schema/vocabulary";
import { fenced, type Page, table } from "./pages.ts";

interface SchemaFile {
  /** Below the version, such as `as2/Note.schema.json`. */
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

const READINGS = {
  as2: "The letter of the specifications: what ActivityStreams 2.0 and the documents beside it demand.",
  wild: "What any sane consumer accepts: nulls, single values for lists, relative addresses. It refuses only what no reading of a property allows.",
} as const;

/** Copies every schema to the place its `$id` names below the site's root. */
export function copySchemas(packageFolder: string, publicFolder: string): void {
  const to = join(publicFolder, "v1");
  rmSync(to, { recursive: true, force: true });
  cpSync(join(packageFolder, "schemas"), to, { recursive: true });
}

/** Pages that tell of the schemas, each at the path of its `$id`. */
export function schemaReference(packageFolder: string): readonly Page[] {
  const from = join(packageFolder, "schemas");
  const files = readdirSync(from, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".schema.json"))
    .map((path) => schemaFile(from, join(from, path)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return [overview(files), ...readings(files)];
}

function schemaFile(root: string, path: string): SchemaFile {
  const schema: unknown = JSON.parse(readFileSync(path, "utf8"));
  const text = (key: string): string => {
    const value =
      typeof schema === "object" && schema !== null
        ? Object.entries(schema).find(([name]) => name === key)?.[1]
        : "";
    return typeof value === "string" ? value : "";
  };
  const id = text("$id");
  const place = relative(root, path).replaceAll("\\", "/");
  if (new URL(id).pathname !== `/v1/${encodeURI(place)}`) {
    throw new Error(`${place} has the $id ${id}: it would not be served there.`);
  }
  return { path: place, id, title: text("title"), description: text("description") };
}

function overview(files: readonly SchemaFile[]): Page {
  return {
    slug: "schemas",
    title: "JSON Schemas",
    description: `${files.length} JSON Schemas of draft 2020-12: one for each class of the vocabulary, in two readings.`,
    markdown: [
      `${files.length} JSON Schemas (draft 2020-12), one for each class of the [vocabulary](../vocabulary/) in two readings, and one for [profiles](../../v1/profile.schema.json).`,
      table(
        ["Reading", "Says", "Schemas"],
        Object.entries(READINGS).map(([reading, says]) => [
          `[\`${reading}\`](./${reading}/)`,
          says,
          String(files.filter(({ path }) => path.startsWith(`${reading}/`)).length),
        ]),
      ),
      "## Their addresses",
      "Each schema names itself by its `$id`, such as `https://schemas.ap-archive.example/v1/as2/Note.schema.json`. The host " +
        "ends in `.example` on purpose: ids identify, they are not fetched. This site serves every schema at the same path, so " +
        "that a copy of the site under that name, or a mirror, answers each `$id` with its schema. Addresses change only " +
        "with a major version.",
      "## Use them",
      "`document.schema.json` takes any document and picks the schema by `type`. In the terminal:",
      fenced("sh", "ap-archive schema            # lists them\nap-archive schema Note       # prints one"),
      "Most people want findings with hints rather than a validator's output: [`ap-archive validate`](../cli/validate/), or the [box to paste JSON into](../../validate/).",
      "The package `@archive/schema` ships the files (`@archive/schema/schemas/as2/Note.schema.json`) and validators that are compiled ahead (`@archive/schema/validate`).",
    ].join("\n\n"),
  };
}

function readings(files: readonly SchemaFile[]): readonly Page[] {
  return Object.entries(READINGS).map(([reading, says]) => {
    const own = files.filter(({ path }) => path.startsWith(`${reading}/`));
    return {
      slug: `schemas/${reading}`,
      title: `Schemas: ${reading}`,
      description: says,
      markdown: [
        says,
        table(
          ["Schema", "Describes"],
          own.map(({ path, title, description }) => [
            `[${nameOf(path)}](../../../v1/${encodeURI(path)})`,
            description === "" ? title : description,
          ]),
        ),
        "## Examples",
        "Each of these is accepted by its schema.",
        ...["Note", "Question", "Create", "Announce", "Person", "OrderedCollection", "Document"].flatMap(
          (name) =>
            examplesOf(name)
              .slice(0, 1)
              .flatMap((example) => [`### ${name}`, fenced("json", JSON.stringify(example, null, 2))]),
        ),
      ].join("\n\n"),
      unsearched: true as const,
    };
  });
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.schema\.json$/, "");
}
