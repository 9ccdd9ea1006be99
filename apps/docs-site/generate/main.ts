import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cliReference } from "./cli.ts";
import { diagnosticReference } from "./diagnostics.ts";
import { writePages } from "./pages.ts";
import { readReferenceModel } from "./reference-model.ts";
import { schemaReference } from "./schemas.ts";
import { targetReference } from "./targets.ts";
import { vocabularyReference } from "./vocabulary.ts";

// Writes what the site says of codes, terms, schemas, commands and outputs, from what the packages say of themselves.
const site = fileURLToPath(new URL("..", import.meta.url));
const pages = join(site, "src/content/docs/reference");
const model = readReferenceModel(process.env.DOCS_REFERENCE ?? join(site, "../cli/dist/reference.json"));

rmSync(pages, { recursive: true, force: true });
writePages(pages, [
  ...vocabularyReference(),
  ...(await diagnosticReference()),
  ...schemaReference(join(site, "../../packages/schema"), join(site, "public")),
  ...cliReference(model),
  ...targetReference(model),
]);
