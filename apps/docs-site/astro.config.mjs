// @ts-check
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";

export default defineConfig({
  // Pictures are committed at the size they are shown in, so that the site builds without sharp.
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: "ActivityPub archive toolkit",
      description: "Read, check and publish the export a fediverse server gave you.",
      sidebar: [
        { label: "Start", items: [{ slug: "getting-started" }] },
        { label: "Inside", items: [{ slug: "architecture" }] },
      ],
    }),
  ],
});
