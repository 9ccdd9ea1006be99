import { existsSync } from "node:fs";
import { describe } from "vitest";
import { access } from "./playground/access.js";
import { downloads } from "./playground/downloads.js";
import { usePlayground } from "./playground/playground.js";
import { safety } from "./playground/safety.js";
import { CHROMIUM } from "./playground/served-page.js";
import { timeline } from "./playground/timeline.js";
import { trouble } from "./playground/trouble.js";
import { waysIn } from "./playground/ways-in.js";

/** The page is built of the packages' builds, which `pnpm test` makes first. */
const BUILT = [
  "reader/dist/index.browser.js",
  "transform/dist/fediverse.js",
  "fixtures/dist/sample.zip",
].every((path) => existsSync(new URL(`../../../packages/${path}`, import.meta.url)));

// One file for all of them: the page is built and served once.
describe.skipIf(CHROMIUM === undefined || !BUILT)("playground (needs Chromium and built packages)", () => {
  const playground = usePlayground();
  waysIn(playground);
  timeline(playground);
  safety(playground);
  downloads(playground);
  trouble(playground);
  access(playground);
});
