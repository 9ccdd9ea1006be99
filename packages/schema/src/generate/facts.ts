import { allPropertyNames, propertiesNamed } from "../vocabulary/lookup.js";
import { DATATYPES } from "../vocabulary/term.js";
import { isCore } from "./schemas.js";

/** What a finding says of a key's values. The tables themselves would take longer to load than the validators. */
export function factsModule(): string {
  const facts: Record<string, readonly [range: string, link: string]> = {};
  for (const key of allPropertyNames()) {
    const terms = propertiesNamed(key);
    const core = terms.filter(isCore);
    const meant = core.length > 0 ? core : terms;
    const ranges = [...new Set(meant.flatMap((term) => term.range))];
    facts[key] = [ranges.join("|"), meant[0]?.link ?? ""];
    const mapped = terms.find((term) => term.map !== undefined);
    if (mapped?.map !== undefined) facts[mapped.map] = ["languageMap", mapped.link];
  }
  const lines = Object.entries(facts).map(
    ([key, fact]) => `[${JSON.stringify(key)},${JSON.stringify(fact)}]`,
  );
  return [
    "// Generated from the vocabulary; see src/generate/facts.ts.",
    `export const FACTS = new Map([\n${lines.join(",\n")}\n]);`,
    `export const FORMS = ${JSON.stringify(DATATYPES)};`,
    "",
  ].join("\n");
}

/** The types of that module. */
export const FACTS_DECLARATION = `import type { Datatype } from "../../vocabulary/term.js";

/** By key: its range, joined by \`|\`, and where it is specified. */
export declare const FACTS: ReadonlyMap<string, readonly [range: string, link: string]>;
/** Each datatype in a few words. */
export declare const FORMS: Readonly<Record<Datatype, string>>;
`;
