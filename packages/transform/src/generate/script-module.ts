/** A script that a module carries. */
export interface CarriedScript {
  readonly name: string;
  /** Its source in this package. */
  readonly from: string;
  /** The module's docstring. */
  readonly says: string;
  readonly script: string;
}

/** The module that carries a script: text, so that nothing is loaded from a disk when it is needed. */
export function scriptModule({ name, from, says, script }: CarriedScript): string {
  return [
    `// Written by \`pnpm generate\` from ${from}. Don't edit.`,
    "",
    `/** ${says} */`,
    `export const ${name}: string = ${JSON.stringify(script)};`,
    "",
  ].join("\n");
}
