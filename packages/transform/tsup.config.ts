import { readFile } from "node:fs/promises";
import { transformPreactSsrJsx } from "@pracht/preact-ssr-precompile";
import { defineConfig, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Elements become the HTML they are written as, so that a page is joined from texts; tests run the same. */
const precompiledElements: Plugin = {
  name: "precompiled-elements",
  setup(build) {
    build.onLoad({ filter: /\.tsx$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: transformPreactSsrJsx(source, path) ?? source, loader: "tsx" };
    });
  },
};

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
  esbuildPlugins: [precompiledElements],
  format: ["esm"],
  target: "es2023",
  // The declarations name Disposable and AsyncDisposable, which a consumer's own `lib` may not have.
  dts: { banner: '/// <reference lib="esnext.disposable" />' },
  // `node:sqlite` has no name without its prefix.
  removeNodeProtocol: false,
  sourcemap: true,
  clean: true,
});
