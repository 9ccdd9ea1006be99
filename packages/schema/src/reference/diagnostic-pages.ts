import { DIAGNOSTICS, type DiagnosticCode, type DiagnosticRule } from "../diagnostic/registry.js";
import { block, facts, type ReferencePage } from "./page.js";

/** What is to be said of one code: as data, and as a page. */
export interface DiagnosticPage extends ReferencePage {
  readonly code: DiagnosticCode;
  /** The part of the code before the slash. */
  readonly area: string;
  readonly rule: DiagnosticRule;
  /** Something in which it is found; `null` where that is no text. */
  readonly example: string | null;
}

/**
 * One record for each diagnostic code, in the order of the registry: what it says, why, an example, how to mend it.
 *
 * @param examples A text by code, in which it is found: whoever has fixtures hands them in, this package has none.
 * @example
 * ```ts
 * import { diagnosticPages } from "@archive/schema/reference";
 *
 * const examples = new Map([["text/html-in-name", '{"type":"Note","name":"<b>x</b>"}']]);
 * for (const { slug, title, markdown } of diagnosticPages(examples)) {
 *   console.log(`${slug}.md`, `# ${title}\n\n${markdown}`);
 * }
 * ```
 */
export function diagnosticPages(
  examples: ReadonlyMap<string, string> = new Map(),
): readonly DiagnosticPage[] {
  return codes().map((code) => {
    const rule: DiagnosticRule = DIAGNOSTICS[code];
    const example = examples.get(code) ?? null;
    return {
      code,
      area: code.slice(0, code.indexOf("/")),
      rule,
      example,
      slug: `diagnostic/${code}`,
      title: `${rule.title}`,
      description: `${code}: ${rule.title}`,
      markdown: [
        facts({ Code: `\`${code}\``, Severity: `${rule.severity}, unless a profile has it otherwise` }),
        rule.explanation,
        ...(example === null ? [] : ["## Example", block("json", example)]),
        ...(rule.hint === "" ? [] : ["## What to do", rule.hint]),
        ...(rule.docs === undefined ? [] : [`[The specification](${rule.docs})`]),
      ].join("\n\n"),
    };
  });
}

function codes(): readonly DiagnosticCode[] {
  return Object.keys(DIAGNOSTICS).filter((code) => isCode(code));
}

function isCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(DIAGNOSTICS, code);
}
