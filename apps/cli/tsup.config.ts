import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/bin.ts", "src/worker.ts"],
  format: ["esm"],
  target: "node22",
  removeNodeProtocol: false,
  sourcemap: true,
  clean: true,
  splitting: true,
});
