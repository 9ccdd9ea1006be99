import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cliReference } from "./cli.ts";
import { diagnosticReference } from "./diagnostics.ts";
import { lossesReference } from "./losses.ts";
import { writePages } from "./pages.ts";
import { readProofs } from "./proofs.ts";
import { readReferenceModel } from "./reference-model.ts";
import { roundTripReference } from "./round-trips.ts";
import { copySchemas, schemaReference } from "./schemas.ts";
import { targetReference } from "./targets.ts";
import { vocabularyReference } from "./vocabulary.ts";

// Writes what the site says of codes, terms, schemas, commands and outputs, from what the packages say of themselves.
const site = fileURLToPath(new URL("..", import.meta.url));
const pages = join(site, "src/content/docs/reference");
const command = join(site, "../cli/dist/bin.js");
const schemas = join(site, "../../packages/schema");
const proofs = readProofs(join(site, "../../packages/transform/test/golden"));
const model = readReferenceModel(process.env.DOCS_REFERENCE ?? join(site, "../cli/dist/reference.json"));

copySchemas(schemas, join(site, "public"));
rmSync(pages, { recursive: true, force: true });
writePages(pages, [
  ...vocabularyReference(),
  ...(await diagnosticReference(command)),
  ...schemaReference(schemas),
  ...cliReference(model),
  ...targetReference(model),
  lossesReference(model, proofs),
  roundTripReference(proofs),
]);
