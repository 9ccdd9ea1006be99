import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    vocabulary: "src/vocabulary/index.ts",
    jsonld: "src/jsonld/index.ts",
    reference: "src/reference/index.ts",
    validate: "src/validate/index.ts",
  },
  format: ["esm"],
  target: "es2023",
  dts: true,
  sourcemap: true,
  clean: true,
});
