import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./pages.js";

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Every value that a package exports, as `entry: name`, with whether its docstring has an example. */
export function exportedValues(name: string): ReadonlyMap<string, boolean> {
  const folder = join(ROOT, "packages", name);
  const { exports }: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const entries = Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === "object" && target !== null && "@archive/source" in target
      ? [{ entry, path: join(folder, String(target["@archive/source"])) }]
      : [],
  );
  const base = ts.readConfigFile(join(ROOT, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, ROOT);
  const program = ts.createProgram(
    entries.map(({ path }) => path),
    { ...options, types: [] },
  );
  const checker = program.getTypeChecker();
  return new Map(
    entries.flatMap(({ entry, path }) => {
      const source = program.getSourceFile(path);
      const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
      const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
      return symbols
        .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
        .filter(isValue)
        .map((symbol) => [
          `@archive/${name}${entry.slice(1)}: ${symbol.name}`,
          symbol.getJsDocTags().some((tag) => tag.name === "example"),
        ]);
    }),
  );
}

/** A namespace of types has no value. */
function isValue({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Value) !== 0 && (flags & ts.SymbolFlags.ValueModule) === 0;
}
