// @ts-check
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import { reachable } from "./integrations/reachable.mjs";
import { themeTokens } from "./integrations/theme-tokens.mjs";

// Where the site will stand: DOCS_BASE=/x/ for a folder of a host, DOCS_SITE=https://… for the sitemap.
const { DOCS_BASE: base = "/", DOCS_SITE: site } = process.env;

export default defineConfig({
  base,
  ...(site === undefined ? {} : { site }),
  trailingSlash: "always",
  // Pictures are committed at the size they are shown in, so that the site builds without sharp.
  image: { service: passthroughImageService() },
  // The playground’s policy takes no styles from within the page.
  build: { inlineStylesheets: "never" },
  // The playground’s worker loads what it needs of the packages when it needs it.
  vite: { worker: { format: "es" }, plugins: themeTokens() },
  integrations: [
    starlight({
      title: "ActivityPub archive toolkit",
      description: "Read, check, publish and move the export a fediverse server gave you.",
      customCss: ["virtual:theme-tokens.css", "./src/styles/theme.css"],
      lastUpdated: false,
      pagination: false,
      sidebar: [
        {
          label: "Start",
          items: [
            { label: "Playground", link: "/playground/" },
            { slug: "getting-started" },
            { slug: "validate" },
            { slug: "comparison" },
          ],
        },
        { label: "Guides", items: [{ autogenerate: { directory: "guides" } }] },
        { label: "Export formats", items: [{ autogenerate: { directory: "formats" } }] },
        {
          label: "Reference",
          items: [
            { slug: "reference/cli" },
            { slug: "reference/targets" },
            { slug: "reference/diagnostic" },
            { slug: "reference/vocabulary" },
            { slug: "reference/schemas" },
            { slug: "reference/libraries" },
          ],
        },
        { label: "Inside", items: [{ slug: "architecture" }] },
      ],
    }),
    reachable(),
  ],
});
