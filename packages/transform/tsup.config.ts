import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    html: "src/targets/html/index.ts",
    markdown: "src/targets/markdown/index.ts",
    feeds: "src/targets/feeds/index.ts",
    data: "src/targets/data/index.ts",
    fediverse: "src/targets/fediverse/index.ts",
    "csv-kit": "src/targets/csv-kit/index.ts",
    wordpress: "src/targets/wordpress/index.ts",
    "migrate-kit": "src/migrate/index.ts",
    parquet: "src/node/parquet-target/index.ts",
    search: "src/search/index.ts",
    sqlite: "src/node/sqlite-target/index.ts",
    images: "src/node/images/index.ts",
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
