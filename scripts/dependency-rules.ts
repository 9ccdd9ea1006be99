import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type IForbiddenRuleType } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

/** One import that points the wrong way. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const LAYERS: readonly IForbiddenRuleType[] = [
  {
    name: "schema-stands-alone",
    comment: "schema is the bottom: it imports nothing of ours.",
    severity: "error",
    from: { path: "^packages/schema/src/" },
    to: { path: "^(packages/(?!schema/)|apps/)" },
  },
  {
    name: "reader-knows-schema-only",
    severity: "error",
    from: { path: "^packages/reader/src/" },
    to: { path: "^(packages/(?!reader/|schema/)|apps/)" },
  },
  {
    name: "transform-knows-schema-only",
    comment: "transform meets the reader through the structural type ArchiveSource, in tests only.",
    severity: "error",
    from: { path: "^packages/transform/src/" },
    to: { path: "^(packages/(?!transform/|schema/)|apps/)" },
  },
  {
    name: "fixtures-stand-alone",
    comment: "Fixtures that used the code under test would prove nothing.",
    severity: "error",
    from: { path: "^packages/fixtures/src/" },
    to: { path: "^(packages/(?!fixtures/)|apps/)" },
  },
  {
    name: "fixtures-in-tests-only",
    severity: "error",
    from: { path: "^(packages/(?!fixtures/)|apps/)[^/]+/src/" },
    to: { path: "^packages/fixtures/" },
  },
  {
    name: "apps-are-the-top",
    severity: "error",
    from: { path: "^apps/([^/]+)/" },
    to: { path: "^apps/", pathNot: "^apps/$1/" },
  },
  {
    name: "portable-without-node",
    comment: "Outside src/node the libraries run in a browser too. What is in src/generate never ships.",
    severity: "error",
    from: { path: "^packages/(schema|reader|transform)/src/(?!node/|generate/)" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "generators-run-before-the-build",
    comment: "What ships may import what they write, not them.",
    severity: "error",
    from: { path: "^packages/([^/]+)/src/(?!generate/)" },
    to: { path: "^packages/$1/src/generate/" },
  },
  {
    name: "published-without-dev-dependencies",
    comment: "What is only a devDependency is not there once the package is installed.",
    severity: "error",
    from: { path: "^(packages/(schema|reader|transform)|apps/cli)/src/(?!generate/)" },
    to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no-cycles",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "resolvable",
    comment: "Also what an import of a package's inside comes to, since its exports do not name it.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

/**
 * Imports in the tree at `root` that break the rules of ARCHITECTURE.md: arrows between packages point one way,
 * packages meet at their public entry points, and no two files import each other in a circle.
 */
export async function dependencyViolations(root: string): Promise<Violation[]> {
  const folders = ["packages", "apps"].filter((folder) => existsSync(join(root, folder)));
  const entries = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((name) => sourceEntries(root, `${folder}/${name}`)),
  );
  const tsConfig = join(root, "tsconfig.base.json");
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...LAYERS, ...publicEntriesOnly(entries)] },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: tsConfig },
      // The pages of the docs site are checked by Astro, whose modules exist only while it runs.
      exclude: { path: "(^|/)(node_modules|dist|\\.astro|\\.turbo|coverage)/|^apps/docs-site/" },
      doNotFollow: { path: "node_modules" },
      enhancedResolveOptions: {
        exportsFields: ["exports"],
        conditionNames: ["@archive/source", "import", "types", "node", "default"],
      },
    },
    undefined,
    { tsConfig: extractTSConfig(tsConfig) },
  );
  if (typeof output === "string") throw new TypeError("dependency-cruiser answered with text");
  return output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle === undefined ? to : cycle.map((step) => step.name).join(" → "),
  }));
}

/** The source files behind a package's public entry points. */
function sourceEntries(root: string, folder: string): string[] {
  const manifest = join(root, folder, "package.json");
  if (!existsSync(manifest)) return [];
  const { exports = {} }: { exports?: Record<string, unknown> } = JSON.parse(readFileSync(manifest, "utf8"));
  return Object.values(exports).flatMap((entry) => {
    if (typeof entry !== "object" || entry === null || !("@archive/source" in entry)) return [];
    return [join(folder, String(entry["@archive/source"])).replaceAll("\\", "/")];
  });
}

function publicEntriesOnly(entries: readonly string[]): IForbiddenRuleType[] {
  const literal = (path: string): string => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return [
    {
      name: "public-entry-points",
      comment: "Another package is imported by its name, at an entry its exports list.",
      severity: "error",
      from: { path: "^((?:packages|apps)/[^/]+)/" },
      to: { path: "^packages/", pathNot: ["^$1/", ...entries.map((entry) => `^${literal(entry)}$`)] },
    },
  ];
}
