import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { generatedFiles } from "./files.js";
import { validatorFiles } from "./validators.js";

/** Writes what is generated from the vocabulary into the package it is run in, and removes schemas that no longer are. */
const root = resolve(".");
const schemas = join(root, "schemas");
const files = [...generatedFiles(), ...(await validatorFiles(root))];
const wanted = new Set(files.map((file) => join(root, file.path)));
if (existsSync(schemas)) {
  for (const entry of readdirSync(schemas, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && path.endsWith(".schema.json") && !wanted.has(path)) rmSync(path);
  }
}
for (const { path, text } of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
