import { defineConfig, type Options } from "tsup";

const shared: Options = {
  format: ["esm"],
  target: "es2023",
  // The declarations name Disposable and AsyncDisposable, which a consumer's own `lib` may not have.
  dts: { banner: '/// <reference lib="esnext.disposable" />' },
  sourcemap: true,
};

// Nothing is cleaned: the two run at once, always write the same names, and one would remove the other's files.
export default defineConfig([
  { ...shared, entry: ["src/index.ts"], platform: "node", removeNodeProtocol: false },
  // Fails where the browser's entry comes to import anything of Node's.
  { ...shared, entry: ["src/index.browser.ts"], platform: "browser" },
]);
