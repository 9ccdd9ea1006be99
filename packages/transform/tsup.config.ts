import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    html: "src/targets/html/index.ts",
    markdown: "src/targets/markdown/index.ts",
    node: "src/node/index.ts",
  },
  format: ["esm"],
  target: "es2023",
  // The declarations name Disposable and AsyncDisposable, which a consumer's own `lib` may not have.
  dts: { banner: '/// <reference lib="esnext.disposable" />' },
  // `node:sqlite` has no name without its prefix.
  removeNodeProtocol: false,
  sourcemap: true,
  clean: true,
});
