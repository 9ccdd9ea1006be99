import { writeFileSync } from "node:fs";
import { scriptModule } from "./script-module.js";
import { bundleSearchScript } from "./search-script.js";
import { bundleThreadScript } from "./thread-script.js";

writeFileSync(
  "src/theme/search/generated/search-script.ts",
  scriptModule({
    name: "searchScript",
    from: "src/theme/search/client",
    says: "The script of the search page.",
    script: await bundleSearchScript("src/theme/search/client/main.ts"),
  }),
);
writeFileSync(
  "src/node/generated/packing-script.ts",
  scriptModule({
    name: "packingScript",
    from: "src/node/pack-posts.ts",
    says: "What the packing thread runs.",
    script: (await bundleThreadScript("src/node/pack-posts.ts")).script,
  }),
);
writeFileSync(
  "src/node/generated/search-index-script.ts",
  scriptModule({
    name: "searchIndexScript",
    from: "src/node/index-posts.ts",
    says: "What the thread runs that makes a search index.",
    script: (await bundleThreadScript("src/node/index-posts.ts")).script,
  }),
);
