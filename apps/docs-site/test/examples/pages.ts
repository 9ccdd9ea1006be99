import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cliReference } from "../../generate/cli.js";
import { readReferenceModel } from "../../generate/reference-model.js";
import { schemaReference } from "../../generate/schemas.js";
import { targetReference } from "../../generate/targets.js";
import { type Block, blocksOf, docstringBlocks } from "./blocks.js";

/** The repository. */
export const ROOT: string = fileURLToPath(new URL("../../../../", import.meta.url));

/** The command as it was built, which commands of pages are run with. */
export const COMMAND: string = join(ROOT, "apps/cli/dist/bin.js");
const MODEL = join(ROOT, "apps/cli/dist/reference.json");
const MANUAL = "apps/docs-site/src/content/docs";
const PACKAGES = ["schema", "reader", "transform"] as const;

/** Something with examples: a README, a page of the manual, a source with docstrings. */
export interface Page {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** READMEs, and the pages of the manual that somebody wrote. */
export function writtenPages(): readonly Page[] {
  const manual = filesBelow(MANUAL).filter(
    (path) => /\.mdx?$/.test(path) && !path.startsWith(`${MANUAL}/reference/`),
  );
  const parts = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((each) => `${folder}/${each}`),
  );
  const readmes = ["", ...parts.map((part) => `${part}/`)]
    .flatMap((folder) =>
      ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md"].map((name) => folder + name),
    )
    .filter((path) => existsSync(join(ROOT, path)));
  return [...readmes, ...manual].map((path) => ({ name: path, blocks: blocksOf(read(path)) }));
}

/** The pages of the manual that are made of what the packages and the command say of themselves. */
export function generatedPages(): readonly Page[] {
  if (!existsSync(MODEL)) return [];
  const model = readReferenceModel(MODEL);
  const schemas = schemaReference(join(ROOT, "packages/schema"));
  const pages = [...cliReference(model), ...targetReference(model), ...schemas];
  return pages.map(({ slug, markdown }) => ({ name: `reference/${slug}`, blocks: blocksOf(markdown) }));
}

/** Sources of the three packages with `@example`s: what the pages of the libraries are made of. */
export function sourcePages(): readonly Page[] {
  return PACKAGES.flatMap((name) => filesBelow(`packages/${name}/src`))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({
      name: path,
      blocks: docstringBlocks(read(path)).map((block) => ({
        ...block,
        browser: block.browser || path.startsWith("packages/reader/src/browser/"),
      })),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .sort();
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
