import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { FACTS_DECLARATION, factsModule } from "./facts.js";
import type { GeneratedFile } from "./files.js";
import { READINGS, type Reading, type SchemaObject, schemaId } from "./json-schema.js";
import { leanCode } from "./lean-code.js";
import { PROFILE_SCHEMA } from "./profile-schema.js";
import { PROPERTY_GROUP_KEYS, PROPERTY_GROUPS, withPropertyGroups } from "./property-groups.js";
import { REFUSED_TYPES } from "./refused-types.js";
import { schemaFiles } from "./schemas.js";

const FOLDER = "src/generated/validators";

/** The options under which the schemas are compiled; the same wherever verdicts are compared. */
export const AJV_OPTIONS = {
  strict: true,
  strictTypes: false,
  allowUnionTypes: true,
  allErrors: true,
  inlineRefs: false,
  messages: false,
  // The patterns mean the same either way, and take half the time without the flag.
  unicodeRegExp: false,
} as const;

/**
 * The validators as modules that need no ajv and compile nothing at run time, so that they load in a few
 * milliseconds and run where a Content-Security-Policy forbids `eval`. One module for each reading, because
 * most runs need one only, and one for profiles.
 *
 * @param packageFolder Where ajv can be resolved from.
 */
export async function validatorFiles(packageFolder: string): Promise<readonly GeneratedFile[]> {
  const modules = await Promise.all([
    ...READINGS.map(async (reading) => [reading, await readingModule(reading, packageFolder)] as const),
    moduleOf([PROFILE_SCHEMA], String(PROFILE_SCHEMA.$id), packageFolder).then(
      (text) => ["profile", text] as const,
    ),
  ]);
  return [
    ...modules.flatMap(([name, text]) => [
      { path: `${FOLDER}/${name}.js`, text },
      { path: `${FOLDER}/${name}.d.ts`, text: DECLARATION },
    ]),
    { path: `${FOLDER}/facts.js`, text: factsModule() },
    { path: `${FOLDER}/facts.d.ts`, text: FACTS_DECLARATION },
  ];
}

const DECLARATION = `import type { SchemaValidator } from "../../validators/schema-validator.js";

export declare const validate: SchemaValidator;
`;

function readingModule(reading: Reading, packageFolder: string): Promise<string> {
  const schemas = schemaFiles().map(({ schema }) => withPropertyGroups(schema));
  return moduleOf(schemas, schemaId(reading, "document"), packageFolder);
}

async function moduleOf(
  schemas: readonly SchemaObject[],
  id: string,
  packageFolder: string,
): Promise<string> {
  const ajv = new Ajv2020({ ...AJV_OPTIONS, code: { source: true, esm: true } });
  // Which properties were looked at matters to `unevaluatedProperties` only, and no schema has it.
  ajv.opts.unevaluated = false;
  ajv.addKeyword(PROPERTY_GROUPS);
  ajv.addKeyword(PROPERTY_GROUP_KEYS);
  ajv.addKeyword(REFUSED_TYPES);
  for (const schema of schemas) ajv.addSchema(schema as AnySchema);
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`There is no schema ${id}.`);
  const { outputFiles } = await build({
    // What ajv writes may call `require` for its helpers; a bundle has them inside.
    stdin: {
      contents: leanCode(standaloneCode(ajv, validate)),
      resolveDir: packageFolder,
    },
    banner: { js: "// Generated from the vocabulary; see src/generate/validators.ts." },
    bundle: true,
    charset: "ascii",
    format: "esm",
    legalComments: "none",
    lineLimit: 500,
    minify: true,
    platform: "neutral",
    target: "es2023",
    write: false,
  });
  const text = outputFiles[0]?.text ?? "";
  if (/\brequire\(|\beval\(|new Function/.test(text))
    throw new Error(`The validator of ${id} is not standalone.`);
  return text;
}

/** ajv's module has its function under `default`, or is it, by who loads it. */
const standaloneCode = typeof standalone === "function" ? standalone : standalone.default;
