import { writeFileSync } from "node:fs";
import { bundleSearchScript, searchScriptModule } from "./search-script.js";

const script = await bundleSearchScript("src/theme/search/client/main.ts");
writeFileSync("src/theme/search/generated/search-script.ts", searchScriptModule(script));
