// @ts-check
import { defineConfig } from "astro/config";
import site from "../../astro.config.mjs";

// The playground as the site builds it, without the manual around it, below another path than the root.
export default defineConfig({
  base: "/x/",
  build: site.build ?? {},
  vite: site.vite ?? {},
  outDir: process.env.PLAYGROUND_OUT,
  cacheDir: `${process.env.PLAYGROUND_OUT}.cache`,
});
