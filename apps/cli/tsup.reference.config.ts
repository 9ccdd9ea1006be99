import { defineConfig } from "tsup";

/** What writes the man page and the model of the manual: it runs after the build and never ships. */
export default defineConfig({
  entry: { main: "src/reference/main.ts" },
  outDir: "node_modules/.cache/reference",
  format: ["esm"],
  target: "node22",
  removeNodeProtocol: false,
  clean: true,
  silent: true,
});
