import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { GIVEN_TYPES } from "./given.js";
import { ROOT } from "./pages.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const GIVEN = join(HERE, "given-names.ts");

/** What the compiler says against each example, in their order; both builds of the reader have their own types. */
export function typeErrors(
  examples: readonly { readonly code: string; readonly browser: boolean }[],
): readonly (readonly string[])[] {
  const found = examples.map((): readonly string[] => []);
  for (const browser of [false, true]) {
    const own = examples.flatMap(({ code, browser: wanted }, index) =>
      wanted === browser ? [{ code, index, path: join(HERE, `example-${index}.ts`) }] : [],
    );
    const program = programOf(new Map(own.map(({ path, code }) => [path, code])), browser);
    for (const { index, path } of own) {
      const source = program.getSourceFile(path);
      found[index] = [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    }
  }
  return found;
}

/** A program of sources that lie in no file, as strict as the packages are. */
function programOf(sources: ReadonlyMap<string, string>, browser: boolean): ts.Program {
  const base = ts.readConfigFile(join(ROOT, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, ROOT);
  const given = new Map([...sources, [GIVEN, GIVEN_TYPES]]);
  const settings: ts.CompilerOptions = {
    ...options,
    // Examples show how to get at a value, not what comes of it.
    noUnusedLocals: false,
    isolatedDeclarations: false,
    declaration: false,
    allowImportingTsExtensions: true,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    types: ["node"],
    typeRoots: [join(HERE, "../../node_modules/@types")],
    ...(browser
      ? { paths: { "@archive/reader": [join(ROOT, "packages/reader/src/index.browser.ts")] } }
      : {}),
  };
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => given.has(path) || fileExists(path);
  host.readFile = (path) => given.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = given.get(path);
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language);
  };
  return ts.createProgram([...given.keys()], settings, host);
}
