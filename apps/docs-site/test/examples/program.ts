import ts from "typescript";

/** An example as it is run: its imports apart, and its promises about values made into checks. */
export interface RunnableProgram {
  /** The body of an asynchronous function of `load`, `is` and the names that are given. */
  readonly body: string;
  /** Names that stand in it and are not its own. */
  readonly names: ReadonlySet<string>;
  /** How many values it promises in comments. */
  readonly promises: number;
}

/**
 * Makes an example runnable. `import` becomes a call of `load(module)`. A statement that is an expression, with a
 * comment behind or below it that is a value (`valuesOf(null); // []`), becomes `is(expression, value)`.
 */
export function runnableProgram(code: string): RunnableProgram {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ESNext, true);
  const changes: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const names = new Set<string>();
  const own = new Set<string>();
  let promises = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) (isDeclared(node) ? own : names).add(node.text);
    if (ts.isImportDeclaration(node)) {
      changes.push({ from: node.getStart(), to: node.end, text: loading(node) });
      return;
    }
    const promised = ts.isExpressionStatement(node) ? promisedValue(code, node) : null;
    if (ts.isExpressionStatement(node) && promised !== null) {
      promises += 1;
      const { expression } = node;
      changes.push({
        from: node.getStart(),
        to: node.end,
        text: `is(${shownBy(expression).getText()}, ${promised});`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let changed = code;
  for (const { from, to, text } of changes.sort((a, b) => b.from - a.from))
    changed = changed.slice(0, from) + text + changed.slice(to);
  const { outputText } = ts.transpileModule(changed, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return { body: outputText.replace(/^export \{\};$/m, ""), names: names.difference(own), promises };
}

function isDeclared(name: ts.Identifier): boolean {
  const { parent } = name;
  return (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) && parent.name === name;
}

function loading({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const from = `await load(${moduleSpecifier.getText()})`;
  const names = importClause?.namedBindings;
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return "";
  if (names === undefined || !ts.isNamedImports(names)) throw new Error("Examples import by names.");
  const list = names.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ propertyName, name }) =>
      propertyName === undefined ? name.text : `${propertyName.text}: ${name.text}`,
    );
  return `const { ${list.join(", ")} } = ${from};`;
}

/** What is printed, where an example prints its value. */
function shownBy(expression: ts.Expression): ts.Expression {
  const printed =
    ts.isCallExpression(expression) && expression.expression.getText() === "console.log"
      ? expression.arguments[0]
      : undefined;
  return printed ?? expression;
}

/** The value in the comment behind a statement, or in the lines of comment below it; words behind it are words. */
function promisedValue(code: string, statement: ts.Node): string | null {
  const behind = /^[ \t]*\/\/ ?(.*)(?:\n[ \t]*\/\/ ?(.*))*/.exec(code.slice(statement.end));
  const below = /^[ \t]*\n((?:[ \t]*\/\/.*(?:\n|$))+)/.exec(code.slice(statement.end));
  const text = (behind?.[0] ?? below?.[1] ?? "").replaceAll(/^[ \t]*\/\/ ?/gm, "").trim();
  const tries = [text, text.split("\n")[0] ?? "", /^(.+?)(?:: |; |, (?=[a-z]))/.exec(text)?.[1] ?? ""];
  return tries.find((each) => each !== "" && isLiteral(each)) ?? null;
}

function isLiteral(text: string): boolean {
  const file = ts.createSourceFile("value.ts", `(${text});`, ts.ScriptTarget.ESNext, true);
  const [statement, ...more] = file.statements;
  if (statement === undefined || more.length > 0 || !ts.isExpressionStatement(statement)) return false;
  const { diagnostics = [] } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  return diagnostics.length === 0 && isPlain(statement.expression);
}

function isPlain(node: ts.Node): boolean {
  if (ts.isParenthesizedExpression(node)) return isPlain(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlain);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every((each) => ts.isPropertyAssignment(each) && isPlain(each.initializer));
  return (
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword
  );
}
