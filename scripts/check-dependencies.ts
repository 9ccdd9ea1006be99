// `pnpm check:deps`: fails when an import points the wrong way.
import { fileURLToPath } from "node:url";
import { dependencyViolations } from "./dependency-rules.ts";

const violations = await dependencyViolations(fileURLToPath(new URL("..", import.meta.url)));
for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
if (violations.length > 0) process.exitCode = 1;
else console.log("Every import points the right way.");
